import { describe, expect, it } from 'vitest'
import { cleanText, escapeXml, fitText, label, textWidth, wrapText } from './text'

describe('text', () => {
  it('cleans what XML and fonts cannot take', () => {
    expect(cleanText(' a\u0000\tb\n\nc\ud800d\u202ee\ufeff ')).toBe('a b cde')
    expect(escapeXml('<a href="x">&')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;')
  })

  it('fits text to a width with an ellipsis', () => {
    expect(fitText('short', 20, 400)).toBe('short')
    const fitted = fitText('W'.repeat(300), 20, 200)
    expect(fitted.endsWith('…')).toBe(true)
    expect(textWidth(fitted, 20)).toBeLessThanOrEqual(200)
  })

  it('wraps at words, in words that are too long, and stops at the last line', () => {
    expect(wrapText('one two three', 20, 75, 3).join(' ')).toBe('one two three')
    const lines = wrapText(`${'x'.repeat(200)} and more words than fit`, 20, 120, 3)
    expect(lines).toHaveLength(3)
    for (const line of lines) expect(textWidth(line, 20)).toBeLessThanOrEqual(120)
    expect(lines[2]?.endsWith('…')).toBe(true)
    expect(wrapText('', 20, 100, 2)).toEqual([])
  })

  it('loses no characters when it breaks a long word', () => {
    const word = Array.from({ length: 60 }, (_, index) => String.fromCharCode(97 + (index % 26))).join('')
    expect(wrapText(word, 20, 120, 50).join('')).toBe(word)
  })

  it('escapes what it letters', () => {
    expect(label(0, 0, '<b>', { size: 10 })).toContain('&lt;b&gt;')
  })
})
