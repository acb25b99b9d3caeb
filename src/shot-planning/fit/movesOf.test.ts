import { describe, expect, it } from 'vitest'
import { movesOf, placedAmong, type SceneWithShots } from './movesOf'

const shot = (id: string, lineIds: string[], action: string[] = [], isKept = false) => ({
  id,
  lineIds,
  action,
  isKept,
})
const scene = (
  id: string,
  page: { lineIds?: string[]; action?: string[] } | null,
  shots: SceneWithShots['shots'] = [],
  planned: string[] | null = null,
): SceneWithShots => ({ id, page: page && { lineIds: [], action: [], ...page }, shots, planned })
/** Lines `a1` and `a2` say the same. */
const said = (id: string) => id.replace(/\d+$/, '')

describe('shots that go with their words', () => {
  it('a scene that is split gives its shots to the new one', () => {
    const shots = [shot('s1', ['a1'], ['He sits.']), shot('s2', ['b1'], ['It rains.']), shot('s3', ['c1'])]
    const scenes = [
      scene('one', { lineIds: ['a1'], action: ['He sits.'] }, shots, ['He sits.', 'It rains.']),
      scene('two', { lineIds: ['b2', 'c2'], action: ['It rains.'] }),
    ]
    expect(movesOf(scenes, said)).toEqual([
      { shotId: 's2', sceneId: 'two', lineIds: ['b2'] },
      { shotId: 's3', sceneId: 'two', lineIds: ['c2'] },
    ])
  })

  it('a scene that went into the trash gives them to the one that has its words', () => {
    const scenes = [
      scene('one', { lineIds: ['a1', 'b2'] }, [shot('s1', ['a1'])]),
      scene('two', null, [shot('s2', ['b1'])]),
    ]
    expect(movesOf(scenes, said)).toEqual([{ shotId: 's2', sceneId: 'one', lineIds: ['b2'] }])
  })

  it('what people made of a scene in the trash goes with its neighbour, also where it shows none of its words', () => {
    const shots = [shot('s0', [], [], true), shot('s1', []), shot('s2', ['b1']), shot('s3', [], [], true)]
    const moves = movesOf([scene('one', { lineIds: ['b2'] }), scene('two', null, shots)], said)
    expect(moves.map(({ shotId }) => shotId).sort()).toEqual(['s0', 's2', 's3'])
    expect(movesOf([scene('one', { lineIds: ['b2'] }), scene('two', {}, shots)], said)).toHaveLength(1)
  })

  it.each([
    ['a word of it is where it was', { lineIds: ['a1'] }, ['a1', 'b1'], { lineIds: ['b2'] }],
    ['nobody knows what it shows', { lineIds: [] }, [], { lineIds: ['b2'] }],
    ['one of its lines is nowhere', { lineIds: [] }, ['b1', 'x1'], { lineIds: ['b2'] }],
  ])('a shot stays where %s', (_why, page, lineIds, other) => {
    expect(movesOf([scene('one', page, [shot('s', lineIds)]), scene('two', other)], said)).toEqual([])
  })

  it('a line that a shot hears, and a paragraph that was planned, ask for no other shot', () => {
    const heard = scene('two', { lineIds: ['a2'], action: ['Rain.'] }, [shot('t', ['a2'])], ['Rain.'])
    const scenes = [scene('one', {}, [shot('s1', ['a1']), shot('s2', [], ['Rain.'])]), heard]
    expect(movesOf(scenes, said)).toEqual([])
  })

  it('each line that says the same goes with one shot', () => {
    const scenes = [
      scene('one', {}, [shot('s1', ['a1']), shot('s2', ['a2'])]),
      scene('two', { lineIds: ['a3'] }),
      scene('three', { lineIds: ['a4'] }),
    ]
    expect(movesOf(scenes, said).map(({ sceneId }) => sceneId)).toEqual(['two', 'three'])
  })
})

describe('where they stand', () => {
  const positions = new Map(['a', 'b', 'c', 'd'].map((item, at) => [item, at]))
  const of = (...ids: string[]) => ids.map((id) => shot(id, id.split('')))

  it.each([
    [of('a', 'd'), of('c', 'b'), ['a', 'b', 'c', 'd']],
    [of('c'), of('a'), ['a', 'c']],
    [[], of('d', 'b'), ['b', 'd']],
    // What shows nothing of the page stays behind what it stood behind.
    [[...of('a'), shot('x', []), ...of('d')], of('b'), ['a', 'b', 'x', 'd']],
    // What covers nothing goes with its neighbour.
    [of('a', 'd'), [shot('x', []), ...of('c'), shot('y', [])], ['a', 'x', 'c', 'y', 'd']],
    // People's order stays, also where it is not the page's.
    [of('d', 'a'), of('b'), ['d', 'a', 'b']],
  ])('%#', (standing, came, order) => {
    expect(placedAmong(standing, came, positions).map(({ id }) => id)).toEqual(order)
  })
})
