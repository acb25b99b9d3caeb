/**
 * Folds everything that ends a line into `\n`: CRLF, CR, NEL, the line and the paragraph separator of Unicode,
 * vertical tab (what word processors write for a break within a paragraph) and form feed (where a page ended).
 * Lines that hold nothing but space, with a non-breaking or an ideographic one among it, become empty: nobody sees
 * that they are not. Lines of plain spaces stay, because two of them mean something in Fountain.
 */
export function foldLineEnds(text: string): string {
  const folded = text.replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
  if (!ODD_SPACE.test(folded)) return folded
  return folded
    .split('\n')
    .map((line) => (ODD_SPACE.test(line) && line.replace(INVISIBLE, '').trim() === '' ? '' : line))
    .join('\n')
}

const ODD_SPACE = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]/
const INVISIBLE = /[\u200b\u2060\ufeff]/g
