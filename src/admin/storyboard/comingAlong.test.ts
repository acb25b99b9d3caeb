import { describe, expect, it } from 'vitest'
import { comingAlong, comingAlongSummary } from './comingAlong'

const to = (...numbers: string[]) =>
  numbers.map((sceneNumber, at) => ({ shotId: `shot-${at}`, sceneId: `scene-${sceneNumber}`, sceneNumber }))
const from = (...numbers: Array<string | null>) =>
  numbers.map((sceneNumber, at) => ({ shotId: `shot-${at}`, sceneNumber }))

describe('comingAlong', () => {
  it('says where shots go, and where they come from', () => {
    expect(comingAlong({ shotsLeaving: to('4', '4', '4'), shotsComing: [] })).toEqual([
      '3 shots come along to scene 4 with Update all: their words are there now.',
    ])
    expect(comingAlong({ shotsLeaving: [], shotsComing: from('3') })).toEqual([
      '1 shot comes along from scene 3 with Update all: its words are here now.',
    ])
  })

  it('names each scene once, and one in the trash by what it is', () => {
    expect(comingAlong({ shotsLeaving: to('4', '4', '5'), shotsComing: from(null, null) })).toEqual([
      '2 shots come along to scene 4, 1 shot comes along to scene 5 with Update all: their words are there now.',
      '2 shots come along from a scene that is not in the script any more with Update all: their words are here now.',
    ])
  })

  it('says nothing where nothing moves', () => {
    expect(comingAlong({ shotsLeaving: [], shotsComing: [] })).toEqual([])
    expect(comingAlongSummary(0)).toBe('')
    expect(comingAlongSummary(1)).toBe(
      '1 shot comes along into another scene with Update all, where its words are now; panels and approvals come with it.',
    )
  })
})
