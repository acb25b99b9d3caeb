import { describe, expect, it } from 'vitest'
import { pairScenes } from './pairScenes'

const scene = (sceneNumber: string, heading: string, contentHash = `${heading} as it was`) => ({
  sceneNumber,
  heading,
  contentHash,
})
const kitchen = scene('1', 'INT. KITCHEN - DAY')
const yard = scene('2', 'EXT. YARD - DAY')
const attic = scene('3', 'INT. ATTIC - NIGHT')

describe('which old scene each scene of a changed script is', () => {
  it('finds what did not change', () => {
    expect(pairScenes([kitchen, yard], [kitchen, yard])).toEqual({ oldIndexOf: [0, 1], removed: [] })
  })

  it('follows scenes that moved and were numbered anew', () => {
    const after = [
      { ...attic, sceneNumber: '1' },
      { ...kitchen, sceneNumber: '2' },
    ]
    expect(pairScenes([kitchen, yard, attic], after)).toEqual({ oldIndexOf: [2, 0], removed: [1] })
  })

  it('knows a rewritten scene by its number and heading, however the heading is typed', () => {
    const after = [kitchen, { ...yard, heading: 'Ext. Yard - Day', contentHash: 'rewritten' }]
    expect(pairScenes([kitchen, yard], after).oldIndexOf).toEqual([0, 1])
  })

  it('takes a scene with another heading for a new one', () => {
    const after = [kitchen, scene('2', 'INT. CELLAR - NIGHT')]
    expect(pairScenes([kitchen, yard], after)).toEqual({ oldIndexOf: [0, null], removed: [1] })
  })

  it('gives each of several equal scenes to one only', () => {
    const twin = { ...kitchen, sceneNumber: '2' }
    expect(pairScenes([kitchen, twin], [kitchen, twin, { ...kitchen, sceneNumber: '3' }])).toEqual({
      oldIndexOf: [0, 1, null],
      removed: [],
    })
  })
})
