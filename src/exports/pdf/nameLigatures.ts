/** Lam with alef, by code points: what a font draws as one sign, and the code point of that sign. */
const LAM_ALEF = new Map([
  ['1604 1570', 0xfef5],
  ['1604 1571', 0xfef7],
  ['1604 1573', 0xfef9],
  ['1604 1575', 0xfefb],
])

/** What a PDF says of its embedded fonts: the text of each glyph. The library has no door to it. */
interface Embedded {
  _fontFamilies?: Record<string, { unicode?: number[][] }>
}

/**
 * Calls each ligature of lam and alef by its own code point, as programs that shape Arabic do. By two, whoever takes text
 * off the page puts them into the order of the other letters, from right to left, and *not* (`لا`) becomes *the* (`ال`).
 *
 * @param pdf all of whose text is set, and that has not ended
 * @see https://www.unicode.org/charts/PDF/UFE70.pdf
 */
export function nameLigatures(pdf: PDFKit.PDFDocument): void {
  for (const { unicode } of Object.values((pdf as unknown as Embedded)._fontFamilies ?? {})) {
    unicode?.forEach((points, glyph) => {
      const ligature = LAM_ALEF.get(points.join(' '))
      if (ligature) unicode[glyph] = [ligature]
    })
  }
}
