/**
 * True where a PDF holds a picture. Looks at the bytes: a picture is a stream, whose dictionary no PDF packs, and asking
 * pdf.js for it would have it decoded.
 */
export function hasPictures(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = file.indexOf('/Image'); at >= 0; at = file.indexOf('/Image', at + 6)) {
    const around = file.toString('latin1', Math.max(0, at - 16), at + 7)
    if (/\/Subtype\s*\/Image(?![A-Za-z])/.test(around)) return true
  }
  return false
}
