import { describe, expect, it } from 'vitest'
import { movedPassages, textOfRow } from './moved-passages'
import { readStored } from './read-stored'
import { compareScripts } from './script-difference'

const first = 'Mara counts her coins on the wet counter.\n\nMARA\nOne more, then I am gone for good.\n\n'
const second = 'A glass breaks behind the curtain.\n\nJO\nWe closed an hour ago, love.\n\nMARA\nNo.\n\n'
const bar = `INT. BAR - DAY\n\n${first}${second}`
const pier = 'EXT. PIER - NIGHT\n\nGulls fight over a single glove.\n\nJO\nCome back.\n\n'

/** What moved, as `row: words → row`. */
function moved(before: string, after: string): string[] {
  const difference = compareScripts(readStored(before), readStored(after))
  const passages = movedPassages(difference)
  return difference.rows.flatMap((row) => {
    const { lost, came } = passages.get(row.key) ?? { lost: [], came: [] }
    const words =
      (side: 'old' | 'new') =>
      ({ start, end }: { start: number; end: number }) =>
        textOfRow(difference, row, side).slice(start, end).replace('\n', ': ')
    return [
      ...lost.map((each) => `${row.key} → ${each.key}: ${words('old')(each)}`),
      ...came.map((each) => `${row.key} ← ${each.key}: ${words('new')(each)}`),
    ]
  })
}

describe('text that moved into another scene', () => {
  it('of a split is all of its second half, and none of its heading', () => {
    expect(moved(bar + pier, `INT. BAR - DAY\n\n${first}INT. BAR - LATER\n\n${second}${pier}`)).toEqual([
      's1 → n2: A glass breaks behind the curtain.',
      's1 → n2: JO: We closed an hour ago, love.',
      's1 → n2: MARA: No.',
      'n2 ← s1: A glass breaks behind the curtain.',
      'n2 ← s1: JO: We closed an hour ago, love.',
      'n2 ← s1: MARA: No.',
    ])
  })

  it('of a join is what the scene had that is none any more', () => {
    expect(moved(`INT. BAR - DAY\n\n${first}INT. BAR - LATER\n\n${second}${pier}`, bar + pier)).toEqual([
      's1 ← s2: A glass breaks behind the curtain.',
      's1 ← s2: JO: We closed an hour ago, love.',
      's1 ← s2: MARA: No.',
      's2 → s1: A glass breaks behind the curtain.',
      's2 → s1: JO: We closed an hour ago, love.',
      's2 → s1: MARA: No.',
    ])
  })

  it('stays known where words of it changed, and something new stands in it', () => {
    const changed = second.replace('an hour', 'two hours').replace('MARA\nNo.', 'Rain.\n\nMARA\nNo.')
    expect(moved(bar + pier, `INT. BAR - DAY\n\n${first}INT. BAR - LATER\n\n${changed}${pier}`)).toContain(
      'n2 ← s1: JO: We closed two hours ago, love.',
    )
    expect(
      moved(bar + pier, `INT. BAR - DAY\n\n${first}INT. BAR - LATER\n\n${changed}${pier}`)
        .filter((each) => each.startsWith('n2'))
        .map((each) => each.slice(10)),
    ).not.toContain('Rain.')
  })

  it('is a speech that was pasted into another scene', () => {
    const speech = 'JO\nWe closed an hour ago, love.\n\n'
    expect(moved(bar + pier, bar.replace(speech, '') + pier + speech)).toEqual([
      's1 → s2: JO: We closed an hour ago, love.',
      's2 ← s1: JO: We closed an hour ago, love.',
    ])
  })

  it('is none where a word or two are in both by chance, or a line changed in its place', () => {
    expect(moved(bar + pier, `${bar.replace('MARA\nNo.\n\n', '')}${pier}MARA\nNo.\n\n`)).toEqual([])
    expect(moved(bar + pier, bar.replace('an hour', 'two hours') + pier.replace('glove', 'scarf'))).toEqual(
      [],
    )
  })
})
