import { describe, expect, it } from 'vitest'
import { readStored, type SourceMark } from '@/screenplay'
import { lossesOnPaper } from './lossesOnPaper'
import { printLosses } from './printLosses'

const TEXT = `# Act one

= Two keepers, one lamp.

INT. TOWER - NIGHT

Nora climbs. [[Which stairs?]] She *listens*.

[[Cut this?]]

/*
She sings.
*/

NORA
Who is there?
`

const mark = (kind: SourceMark['kind'], line: number, label: string, data = {}): SourceMark => ({
  kind,
  range: { start: line, end: line },
  offset: null,
  label,
  data,
})

describe('what printing a script leaves out', () => {
  const { screenplay } = readStored(TEXT)
  const of = (form: 'txt' | 'pdf', marks: SourceMark[] = []) =>
    printLosses(screenplay, marks, form).map(({ line, message }) => `${line}: ${message}`)

  it('is what writers keep for themselves, by line', () => {
    expect(of('pdf')).toEqual([
      '1: Not printed: a section.',
      '3: Not printed: a synopsis.',
      '7: Not printed: a note.',
      '9: Not printed: a note.',
      '11: Not printed: a passage that is commented out.',
    ])
  })

  it('is the emphasis, too, in plain text', () => {
    expect(of('txt')).toContain('7: Plain text has no bold, italics and underlining.')
  })

  it('is what a Final Draft file held beside its text, but not its settings', () => {
    const marks = [mark('tag', 7, 'Prop: lamp'), mark('other', 1, 'Settings', { scope: 'file' })]
    expect(of('pdf', marks)).toContain('7: A breakdown tag is not printed: Prop: lamp.')
    expect(of('pdf', marks).join()).not.toContain('Settings')
  })

  it('is nothing where all is printed', () => {
    expect(printLosses(readStored('INT. HALL - DAY\n\nRain.\n').screenplay, [], 'txt')).toEqual([])
  })
})

describe('what pages do not say any more', () => {
  const lost = async (text: string, form: 'txt' | 'pdf' = 'pdf') =>
    (await lossesOnPaper({ text, title: 'Script' }, form)).map(({ line, message }) => [line, message])

  it('is where speech, action and songs were broken by hand, each with its line', async () => {
    const text = 'INT. MILL - DAY\n\nA list:\nflour,\nyeast.\n\nUTE\nOne.\nTwo.\n\nPAVEL\nOne line.\n'
    for (const form of ['txt', 'pdf'] as const) {
      const lines = (await lost(text, form)).filter(([, message]) => /broken by hand/.test(String(message)))
      expect(lines.map(([line]) => line)).toEqual(expect.arrayContaining([3, 8]))
    }
  })

  it('is an indent of action, and a line between two of a speech', async () => {
    const text = 'INT. MILL - DAY\n\n    Set in.\n\n　　先进。\n\nNot set in.\n\nUTE\nOne.\n  \nTwo.\n'
    expect(await lost(text)).toEqual([
      [3, expect.stringContaining('this action is not indented')],
      [5, expect.stringContaining('this action is not indented')],
      [10, expect.stringContaining('broken by hand')],
    ])
  })

  it('is what other programs keep on the title page for every page', async () => {
    const text =
      'Title: Mill\nAuthor: Ute Rahn\nHeader: Confidential\nFooter: UR\n\nINT. MILL - DAY\n\nDust.\n\nUTE\nAh.\n'
    expect(await lost(text)).toEqual([
      [3, 'Not printed on the title page: Header.'],
      [4, 'Not printed on the title page: Footer.'],
    ])
  })
})
