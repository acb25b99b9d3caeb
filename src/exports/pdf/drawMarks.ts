import type { Area, Mark } from '../../overlays'

/** Marks over a picture, as vectors: sharp at every size, and words that can be searched. */
export function drawMarks(
  pdf: PDFKit.PDFDocument,
  marks: readonly Mark[],
  { x, y, scale, area }: { x: number; y: number; scale: number; area: Area },
): void {
  if (marks.length === 0) return
  pdf.save()
  pdf.translate(x, y).scale(scale)
  pdf.rect(0, 0, area.width, area.height).clip()
  pdf.lineCap('round').lineJoin('round')
  for (const mark of marks) {
    if (mark.kind === 'text') drawWord(pdf, mark)
    else drawPath(pdf, mark)
  }
  pdf.restore()
}

function drawPath(pdf: PDFKit.PDFDocument, mark: Extract<Mark, { kind: 'path' }>): void {
  const { d, fill, stroke, width, opacity = 1, dash } = mark
  pdf.path(d).lineWidth(width).strokeOpacity(opacity)
  if (dash) pdf.dash(dash[0], { space: dash[1] })
  else pdf.undash()
  if (fill) pdf.fillAndStroke(fill, stroke)
  else pdf.strokeColor(stroke).stroke()
}

/** On a piece of paper: a halo would have to be set as the word once more, and be found twice. */
function drawWord(pdf: PDFKit.PDFDocument, mark: Extract<Mark, { kind: 'text' }>): void {
  const { x, y, size, text, fill, halo } = mark
  pdf.font('sansBold').fontSize(size * 0.8)
  const width = pdf.widthOfString(text)
  pdf.fillOpacity(0.85)
  pdf.roundedRect(x - width / 2 - 5, y - size * 0.78, width + 10, size, 4).fill(halo)
  pdf.fillOpacity(1).fillColor(fill)
  pdf.text(text, x - width / 2, y, { lineBreak: false, baseline: 'alphabetic' })
}
