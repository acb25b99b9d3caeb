import { deflateSync } from 'node:zlib'

/** A PDF of a few kilobytes whose pages have these drawing instructions, for readers that must not follow them all. */
export function pdfOf(pages: string[], fontFile?: Buffer): Uint8Array {
  const objects: Buffer[] = []
  const add = (body: string | Buffer) =>
    objects.push(Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1'))
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  const descriptor = 4 + pages.length * 2
  add(
    fontFile
      ? `<< /Type /Font /Subtype /TrueType /BaseFont /Huge /FirstChar 32 /LastChar 32 /Widths [600] /FontDescriptor ${descriptor} 0 R >>`
      : '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>',
  )
  for (const [index, content] of pages.entries()) {
    const packed = deflateSync(Buffer.from(content, 'latin1'), { level: 9 })
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + index * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    )
    const head = `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`
    add(Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]))
  }
  if (fontFile) {
    add(`<< /Type /FontDescriptor /FontName /Huge /Flags 32 /FontFile2 ${descriptor + 1} 0 R >>`)
    add(fontFile)
  }
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  objects.forEach((body, index) => {
    offsets.push(length)
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    parts.push(part)
    length += part.length
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))
}

const TEXT = 'BT /F1 12 Tf 108 700 Td (INT. ROOM - DAY) Tj 0 -24 Td (She waits for him there.) Tj ET\n'

/** One page of a script, then one with so many instructions, no two alike: it unfolds to no more than honest ones do. */
export const millionsOfOperators = (count: number): Uint8Array => {
  const steps = Array.from(
    { length: count / 3 },
    (_, at) => `q 1 0 0 1 ${at % 977} ${(at * 7919) % 1009} cm Q\n`,
  )
  return pdfOf([TEXT, TEXT + steps.join('')])
}

/** One page of a script, in a font that unfolds to so many megabytes of nothing: its file has some kilobytes. */
export function hugeFont(megabytes: number): Uint8Array {
  // Runs of 128 bytes of nothing, behind the four by which a TrueType font is known.
  const runs = Buffer.alloc(5 + megabytes * 2 * 8_192)
  for (let at = 5; at < runs.length; at += 2) runs[at] = 129
  runs.set([3, 0, 1, 0, 0])
  const packed = deflateSync(runs, { level: 9 })
  const head = `<< /Length ${packed.length} /Length1 ${megabytes * 1024 ** 2 + 4} /Filter [/FlateDecode /RunLengthDecode] >>\nstream\n`
  return pdfOf([TEXT], Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]))
}
