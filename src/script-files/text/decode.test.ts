import { describe, expect, it } from 'vitest'
import { ScriptError } from '@/screenplay'
import { MAX_SCRIPT_BYTES } from '../limits'
import { decodeScript, MAX_LINE_LENGTH } from './decode'

const bytes = (text: string) => new TextEncoder().encode(text)

function errorOf(content: Uint8Array, filename?: string): ScriptError {
  try {
    decodeScript(content, filename)
  } catch (error) {
    if (error instanceof ScriptError) return error
    throw error
  }
  throw new Error('decodeScript should have thrown')
}

describe('text', () => {
  it('folds every line ending and drops the byte order mark', () => {
    expect(decodeScript(bytes('\ufeffa\r\nb\rc\nd')).text).toBe('a\nb\nc\nd')
  })

  it('is read from UTF-16 of either byte order', () => {
    const text = 'INT. KÜCHE 😀\r\n'
    const little = Buffer.from(`\ufeff${text}`, 'utf16le')
    const big = Buffer.from(little).swap16()
    expect(decodeScript(little).text).toBe('INT. KÜCHE 😀\n')
    expect(decodeScript(big).text).toBe('INT. KÜCHE 😀\n')
  })
})

describe('what is refused', () => {
  it('nothing, and nothing but space', () => {
    expect(errorOf(new Uint8Array(), 'a.fountain').message).toBe('a.fountain: The file is empty.')
    expect(errorOf(bytes(' \n\t\n')).message).toMatch(/no text/)
    expect(errorOf(bytes('\ufeff')).problems).toHaveLength(1)
  })

  it.each([
    [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], /PNG/],
    [[0x50, 0x4b, 0x03, 0x04, 0x14, 0], /ZIP/],
    [[...bytes('%PDF-1.7\n')], /PDF/],
    [[...bytes('{\\rtf1')], /RTF/],
  ])('binary content under the name of a script: %j', (content, kind) => {
    expect(errorOf(Uint8Array.from(content), 'x.fountain').message).toMatch(kind)
  })

  it('NUL bytes, with the line', () => {
    expect(errorOf(bytes('one\ntwo\0')).problems).toEqual([
      { line: 2, message: expect.stringContaining('Byte 7 is NUL') },
    ])
  })

  it.each([
    ['a Latin-1 letter', [0x63, 0x61, 0x66, 0xe9, 0x0a], 4],
    ['an overlong form', [0xc0, 0xaf], 1],
    ['a surrogate', [0xed, 0xa0, 0x80], 1],
    ['above U+10FFFF', [0xf4, 0x90, 0x80, 0x80], 1],
    ['a cut-off sequence', [0xe2, 0x82], 1],
  ])('invalid UTF-8, with line and offset: %s', (_, broken, at) => {
    const content = Uint8Array.from([...bytes('ä\r\nb\r'), ...broken])
    const [problem] = errorOf(content).problems
    // Before the broken part stand six bytes and two line ends.
    expect(problem).toMatchObject({
      line: 3,
      message: expect.stringContaining(`Byte ${6 + at - 1} of the file`),
    })
  })

  it('broken UTF-16, with the line', () => {
    const lone = Buffer.concat([Buffer.from('\ufeffa\n', 'utf16le'), Buffer.from([0x00, 0xd8, 0x61, 0x00])])
    expect(errorOf(lone).problems).toEqual([{ line: 2, message: expect.stringContaining('lone surrogate') }])
    expect(errorOf(Buffer.from([0xff, 0xfe, 0x61])).message).toMatch(/half a character/)
  })

  it('a line that is too long, counted in characters', () => {
    expect(decodeScript(bytes('é'.repeat(MAX_LINE_LENGTH))).text).toHaveLength(MAX_LINE_LENGTH)
    const { problems } = errorOf(bytes(`one\n${'é'.repeat(MAX_LINE_LENGTH + 1)}\nthree`))
    expect(problems).toEqual([{ line: 2, message: expect.stringContaining('100,001 characters') }])
  })

  it('a file that is too large, naming the endless line as well', () => {
    const { problems } = errorOf(new Uint8Array(MAX_SCRIPT_BYTES + 1).fill(0x61), 'big.fountain')
    expect(problems.map(({ line }) => line)).toEqual([null, 1])
    expect(problems[0]?.message).toMatch(/at most 20 MB/)
  })
})
