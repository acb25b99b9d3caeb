import { describe, expect, it } from 'vitest'
import { parseFountain } from '@/screenplay'
import { emphasisIn, spansIn } from './inlineMarks'
import { lineKinds } from './lineKinds'

const TEXT = [
  'Title: Salt',
  '\tof the sea',
  '',
  '# Act One',
  '= Where it begins.',
  '',
  'INT. QUAY - DAY #1#',
  '',
  'Nets dry in the *wind*. [[ask the harbour',
  'master]] Gulls.',
  '',
  'INES',
  '(low)',
  'Not yet.',
  '',
  '> THE END <',
]

describe('what a line is', () => {
  it('follows the parser, line by line, the title page too', () => {
    const kinds = lineKinds(parseFountain(TEXT.join('\n')), TEXT.length)
    expect(kinds).toEqual([
      'title-page-entry',
      'title-page-entry',
      null,
      'section',
      'synopsis',
      null,
      'scene-heading',
      null,
      'action',
      'action',
      null,
      'character',
      'parenthetical',
      'dialogue',
      null,
      'centered',
    ])
  })

  it('finds a note that runs over two lines by its offsets', () => {
    const text = TEXT.join('\n')
    const [note, ...rest] = spansIn(text, parseFountain(text))
    expect(rest).toEqual([])
    expect(note && text.slice(note.from, note.to)).toBe('[[ask the harbour\nmaster]]')
  })
})

describe('emphasis', () => {
  const shown = (line: string) =>
    emphasisIn(line)
      .filter(({ kind }) => kind !== 'mark')
      .map(({ from, to, kind }) => `${kind}:${line.slice(from, to)}`)

  it('is found within emphasis', () => {
    expect(shown('She is _very **very** late_.')).toEqual(['underline:very **very** late', 'bold:very'])
    expect(shown('***Now.***')).toEqual(['bold:Now.', 'italic:Now.'])
  })

  it('leaves escaped and lonely marks alone', () => {
    expect(shown('\\*not this\\* and 3 * 4')).toEqual([])
  })
})
