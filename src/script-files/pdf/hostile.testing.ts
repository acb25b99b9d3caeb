import { deflateSync } from 'node:zlib'

/** A PDF of a few kilobytes whose pages have these drawing instructions, for readers that must not follow them all. */
export function pdfOf(pages: string[]): Uint8Array {
  const objects: Buffer[] = []
  const add = (body: string | Buffer) =>
    objects.push(Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1'))
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>')
  for (const [index, content] of pages.entries()) {
    const packed = deflateSync(Buffer.from(content, 'latin1'), { level: 9 })
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + index * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    )
    const head = `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`
    add(Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]))
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
