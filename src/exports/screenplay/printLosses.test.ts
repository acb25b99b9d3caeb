import { describe, expect, it } from 'vitest'
import { readStored, type SourceMark } from '@/screenplay'
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
