import { describe, expect, it } from 'vitest'
import { breakdown, parseFountain } from '@/screenplay'
import { compareScenes, type StoredScene } from './compareScenes'

const read = (...scenes: string[]) => breakdown(parseFountain(scenes.join('\n\n'))).scenes
/** Scenes as an import has stored them. */
const store = (...scenes: string[]): StoredScene[] =>
  read(...scenes).map((scene, index) => ({
    ...scene,
    id: String(index),
    dialogueLines: scene.lines.map((line) => ({ ...line, id: `${index} ${line.text}` })),
  }))
/** For each scene of the changed script the stored one it is, and those that are in it no more. */
const pairs = (stored: StoredScene[], script: ReturnType<typeof read>) => {
  const { entries } = compareScenes(stored, script)
  return {
    oldIndexOf: entries.filter((each) => each.new !== null).map(({ oldIndex }) => oldIndex),
    removed: entries.filter(({ status }) => status === 'removed').map(({ oldIndex }) => oldIndex),
  }
}

const kitchen = 'INT. KITCHEN - DAY\n\nThe kettle screams.\n\nMARA\n(not looking)\nLeave it.'
const yard = 'EXT. YARD - DAY\n\nA dog digs under the fence.'
const attic = 'INT. ATTIC - NIGHT\n\nRain on the skylight.'
const yardAnew = 'EXT. YARD - DAY\n\nSnow covers everything now.'

describe('which stored scene each scene of a changed script is', () => {
  it('finds what did not change', () => {
    expect(compareScenes(store(kitchen, yard), read(kitchen, yard)).counts).toMatchObject({ unchanged: 2 })
  })

  it('follows scenes that moved and were numbered anew', () => {
    expect(pairs(store(kitchen, yard, attic), read(attic, kitchen))).toEqual({
      oldIndexOf: [2, 0],
      removed: [1],
    })
  })

  it('knows a rewritten scene by its heading, however that is typed', () => {
    const after = read(kitchen, yardAnew.replace('EXT. YARD - DAY', 'Ext. Yard - Day'))
    expect(pairs(store(kitchen, yard), after)).toEqual({ oldIndexOf: [0, 1], removed: [] })
  })

  it('knows a rewritten scene by its heading also where it moved', () => {
    expect(pairs(store(kitchen, yard, attic), read(yardAnew, attic, kitchen)).oldIndexOf).toEqual([1, 2, 0])
  })

  it('knows a scene by its words where its heading changed', () => {
    const after = read(kitchen.replace('KITCHEN', 'SCULLERY'), yard)
    expect(pairs(store(kitchen, yard), after)).toEqual({ oldIndexOf: [0, 1], removed: [] })
  })

  it('takes a scene with another heading and other words for a new one', () => {
    const after = read(kitchen, 'INT. CELLAR - NIGHT\n\nCoal. A rat looks back.')
    expect(pairs(store(kitchen, yard), after)).toEqual({ oldIndexOf: [0, null], removed: [1] })
  })

  it('does not take a number that was generated for one that was typed', () => {
    const numbered = (scene: string, number: string) => scene.replace('\n', ` #${number}#\n`)
    const changed = yard.replace('digs', 'sleeps').replace('YARD', 'GARDEN')
    const before = store(kitchen, yard, numbered(attic, '12A'))
    const after = read(kitchen, 'INT. CAR - DAY\n\nNobody drives.', changed, numbered(attic, '12A'))
    expect(pairs(before, after)).toEqual({ oldIndexOf: [0, null, 1, 2], removed: [] })
  })

  it('gives each of several equal scenes to one only', () => {
    expect(pairs(store(kitchen, kitchen), read(kitchen, kitchen, kitchen))).toEqual({
      oldIndexOf: [0, 1, null],
      removed: [],
    })
  })

  it('sees a change of what is said, how and by whom', () => {
    for (const [from, to] of [
      ['Leave it.', 'Take it.'],
      ['not looking', 'tired'],
      ['MARA', 'JO'],
    ] as const) {
      const { counts } = compareScenes(store(kitchen, yard), read(kitchen.replace(from, to), yard))
      expect(counts).toMatchObject({ changed: 1, unchanged: 1 })
    }
  })
})
