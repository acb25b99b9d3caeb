import { describe, expect, it } from 'vitest'
import { visualOrder } from './visualOrder'

const seen = (text: string) => {
  const { tokens, isRtl } = visualOrder([{ text }])
  return { parts: tokens.map((token) => token.text), isRtl }
}

describe('the parts of a line as they are seen', () => {
  it('are the line where nothing in it is written from right to left', () => {
    expect(seen('one (two)')).toEqual({ parts: ['one (two)'], isRtl: false })
  })

  it('turn right-to-left passages round and leave the rest', () => {
    expect(seen('JONAS: שלום עולם ok').parts.join('')).toBe('JONAS: עולם שלום ok')
    expect(seen('שלום big world עולם')).toMatchObject({ isRtl: true })
    expect(seen('שלום big world עולם').parts.join('')).toBe('עולם big world שלום')
  })

  it('put what ends a sentence at its left, and brackets around what they hold', () => {
    expect(seen('أنا.').parts).toEqual(['.', 'أنا'])
    expect(seen('كريم (خارج الكادر)').parts).toEqual(['(', 'الكادر', ' ', 'خارج', ') ', 'كريم'])
  })

  it('keep numbers as they are read', () => {
    expect(seen('مشهد 12 ليل').parts.join('|')).toBe('ليل| |12| |مشهد')
  })

  it('keep their styles', () => {
    const { tokens } = visualOrder([
      { text: 'שלום ', isBold: false },
      { text: 'עולם', isBold: true },
    ])
    expect(tokens.map(({ text, run }) => [text, run.isBold])).toEqual([
      ['עולם', true],
      [' ', false],
      ['שלום', false],
    ])
  })
})
