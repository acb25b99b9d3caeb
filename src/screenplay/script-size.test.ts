import { describe, expect, it } from 'vitest'
import { readStored } from './read-stored'
import {
  MAX_CUE_NAMES,
  MAX_CUES_OF_SCENE,
  MAX_ELEMENTS,
  MAX_LINES,
  MAX_SCENES,
  MAX_TITLE_LINES,
} from './script-size'

const times = (count: number, each: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => each(at)).join('')
const OPENING = 'INT. HARBOUR - DAY\n\n'

describe('a script that is larger than any', () => {
  it.each([
    [
      'sections',
      OPENING + times(MAX_ELEMENTS, () => '# a\n'),
      /more than 60,000 headings, cues and paragraphs/,
    ],
    ['scenes', times(MAX_SCENES + 1, (at) => `INT. ROOM ${at} - DAY\n\nHe.\n\n`), /more than 10,000 scenes/],
    [
      'names',
      times(MAX_CUE_NAMES + 1, (at) => `${at % 1000 ? '' : OPENING}PERSON ${at}\nHi.\n\n`),
      /more than 5,000 different names/,
    ],
    [
      'cues',
      OPENING +
        times(MAX_CUES_OF_SCENE, () => 'ADA\nHi.\n\n') +
        OPENING +
        times(MAX_CUES_OF_SCENE + 1, () => 'ADA\nHi.\n\n'),
      /more than 2,000 cues in one scene/,
    ],
    [
      'keys of a title page',
      `Title: A\n${times(MAX_TITLE_LINES, (at) => `Key ${at}: b\n`)}\n${OPENING}`,
      /more than 1,000 lines on its title page/,
    ],
    [
      'values of a title page',
      `Title:\n${times(MAX_TITLE_LINES, () => '\tb\n')}\n${OPENING}`,
      /more than 1,000 lines on its title page/,
    ],
    ['lines of one paragraph', OPENING + 'x\n'.repeat(MAX_LINES), /^Line 120002: .*more than 120,000 lines/],
  ])('is refused with the bound that it passes and the line: %s', (_, text, message) => {
    expect(() => readStored(text)).toThrow(message)
    expect(() => readStored(text)).toThrow(/^Line \d+: /)
  })

  it('is refused by its characters, empty lines among them', () => {
    expect(() => readStored(`${OPENING}${'\n'.repeat(4_000_000)}Rain.\n`)).toThrow(
      /more than 4,000,000 characters/,
    )
  })

  it('is none at the bound', () => {
    const opening = (at: number) => (at % MAX_CUES_OF_SCENE ? '' : OPENING)
    const text = times(MAX_CUE_NAMES, (at) => `${opening(at)}PERSON ${at}\nHi.\n\n`)
    expect(readStored(text).breakdown.characters).toHaveLength(MAX_CUE_NAMES)
  })

  it('may have any number of empty lines', () => {
    const text = `${OPENING}Fog.${'\n'.repeat(2_000_000)}Rain.\n`
    expect(readStored(text).breakdown.scenes).toHaveLength(1)
  })

  it('may have any number of marks that never close in one paragraph', () => {
    const { warnings } = readStored(OPENING + '[[\n'.repeat(100_000)).breakdown
    expect(warnings.length).toBeGreaterThan(0)
  })
})
