import { describe, expect, it } from 'vitest'
import { beginsAs } from './mediaSignature'

const of = (text: string) => Buffer.from(text, 'latin1')

describe('beginsAs', () => {
  it.each([
    ['image', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['image', 'RIFF\0\0\0\0WEBPVP8 '],
    ['audio', 'RIFF\0\0\0\0WAVEfmt '],
    ['audio', 'ID3\x04\0\0'],
    ['audio', '\xff\xfb\x90\0'],
    ['audio', '\0\0\0\x20ftypM4A '],
    ['video', '\0\0\0\x20ftypisom'],
    ['video', '\x1a\x45\xdf\xa3\x01'],
  ] as const)('knows %s', (family, text) => {
    expect(beginsAs(family, of(text))).toBe(true)
  })

  it.each([
    ['image', 'RIFF\0\0\0\0WAVEfmt '],
    ['audio', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['audio', 'RIFF\0\0\0\0WEBPVP8 '],
    ['audio', 'hum'],
    ['video', ''],
    ['image', '%PDF-1.7'],
  ] as const)('takes nothing else for %s: %j', (family, text) => {
    expect(beginsAs(family, of(text))).toBe(false)
  })
})
