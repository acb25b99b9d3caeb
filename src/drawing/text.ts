import { num } from './ink'
import { INK } from './palette'

/** Longest text that is looked at: what is behind it could never be shown. */
const MAX_SOURCE = 600

/** Advances of Patrick Hand for U+0020 to U+007E, in hundredths of an em. */
const ADVANCES = [
  23, 25, 30, 46, 51, 64, 53, 16, 33, 36, 40, 48, 20, 40, 21, 42, 45, 36, 47, 45, 38, 42, 40, 50, 43, 37, 23,
  23, 40, 57, 40, 37, 55, 49, 51, 55, 48, 44, 38, 48, 47, 24, 37, 52, 37, 60, 53, 56, 48, 66, 45, 46, 47, 55,
  56, 62, 60, 44, 51, 30, 42, 30, 37, 57, 22, 39, 41, 39, 39, 40, 36, 45, 42, 22, 24, 42, 27, 68, 45, 40, 43,
  46, 39, 39, 34, 40, 40, 46, 45, 42, 43, 34, 18, 33, 53,
] as const

/**
 * Makes any string drawable: control characters, bidirectional overrides, variation selectors and lone
 * surrogates go, white space collapses. The result is valid XML text once escaped.
 */
export function cleanText(text: string): string {
  return text
    .slice(0, MAX_SOURCE)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}\uFFFD]/gu, '')
    .replace(/\p{Variation_Selector}/gu, '')
    .trim()
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** Estimated width in pixels: exact for ASCII in the lettering font, generous for every other script. */
export function textWidth(text: string, size: number): number {
  let hundredths = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const advance = ADVANCES[code - 32]
    if (advance !== undefined) hundredths += advance
    else if (/\p{M}/u.test(character)) continue
    else hundredths += code < 0x250 ? 50 : code < 0x2e80 ? 68 : 102
  }
  return (hundredths * size) / 100
}

/** Cuts to a width with an ellipsis. */
export function fitText(text: string, size: number, width: number): string {
  const clean = cleanText(text)
  if (textWidth(clean, size) <= width) return clean
  const characters = [...clean]
  let used = textWidth('…', size)
  let count = 0
  for (const character of characters) {
    used += textWidth(character, size)
    if (used > width) break
    count += 1
  }
  return `${characters.slice(0, count).join('').trimEnd()}…`
}

/** Breaks at spaces (or anywhere, in a word wider than the line); the last line is ellipsised. */
export function wrapText(text: string, size: number, width: number, maxLines: number): string[] {
  const words = cleanText(text).split(' ').filter(Boolean)
  const lines: string[] = []
  let line = ''
  let index = 0
  while (index < words.length) {
    const word = words[index] ?? ''
    const joined = line ? `${line} ${word}` : word
    if (textWidth(joined, size) <= width) {
      line = joined
      index += 1
    } else if (lines.length === maxLines - 1) {
      // The rest does not fit: let fitText put the ellipsis on what is left.
      return [...lines, fitText(`${line} ${words.slice(index).join(' ')}`, size, width)]
    } else if (line) {
      lines.push(line)
      line = ''
    } else {
      const cut = fitText(word, size, width).slice(0, -1) || word.slice(0, 1)
      lines.push(cut)
      words[index] = word.slice(cut.length)
    }
  }
  return line ? [...lines, line] : lines
}

export interface TextStyle {
  size: number
  fill?: string
  anchor?: 'start' | 'middle' | 'end'
  weight?: 'normal' | 'bold'
  opacity?: number
}

/** One line of lettering with its baseline at y. `text` must be clean. */
export function label(x: number, y: number, text: string, style: TextStyle): string {
  if (!text) return ''
  const anchor = style.anchor && style.anchor !== 'start' ? ` text-anchor="${style.anchor}"` : ''
  const opacity = style.opacity === undefined ? '' : ` fill-opacity="${style.opacity}"`
  const bold =
    style.weight === 'bold' ? ` stroke="${style.fill ?? INK}" stroke-width="${num(style.size * 0.035)}"` : ''
  return `<text x="${num(x)}" y="${num(y)}" font-size="${num(style.size)}" fill="${style.fill ?? INK}"${anchor}${opacity}${bold}>${escapeXml(text)}</text>`
}
