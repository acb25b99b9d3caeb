/** First bytes of what people upload by mistake, most of it under a name that promises a script. */
const MAGIC: ReadonlyArray<{ bytes: readonly number[]; kind: string; instead?: string }> = [
  { bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], kind: 'a PNG image' },
  { bytes: [0xff, 0xd8, 0xff], kind: 'a JPEG image' },
  { bytes: [0x47, 0x49, 0x46, 0x38], kind: 'a GIF image' },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], kind: 'a PDF document' },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    kind: 'a ZIP archive (or a document that is one: DOCX, Fade In, Highland, WriterDuet)',
  },
  { bytes: [0x50, 0x4b, 0x05, 0x06], kind: 'an empty ZIP archive' },
  { bytes: [0x1f, 0x8b], kind: 'a gzip archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], kind: 'a 7-Zip archive' },
  { bytes: [0x52, 0x61, 0x72, 0x21, 0x1a], kind: 'a RAR archive' },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    kind: 'an old Microsoft Office document (DOC)',
    instead: 'Open it in a word processor and save it as DOCX.',
  },
  {
    bytes: [0x3c, 0x53, 0x43, 0x52],
    kind: 'an old Final Draft document (FDR)',
    instead: 'Export it as FDX or PDF.',
  },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], kind: 'a rich text (RTF) document' },
  { bytes: [0x49, 0x44, 0x33], kind: 'an MP3 recording' },
  { bytes: [0x52, 0x49, 0x46, 0x46], kind: 'a RIFF file (sound, video or WebP)' },
  { bytes: [0x4f, 0x67, 0x67, 0x53], kind: 'an Ogg recording' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], kind: 'a program' },
  { bytes: [0x00, 0x00, 0xfe, 0xff], kind: 'text in UTF-32 (save it as UTF-8)' },
  { bytes: [0xff, 0xfe, 0x00, 0x00], kind: 'text in UTF-32 (save it as UTF-8)' },
]

const SAMPLE_BYTES = 4096

export interface BinaryKind {
  /** A noun phrase such as `a PNG image`. */
  kind: string
  /** What to do about it, in a sentence; empty where there is nothing. */
  instead: string
}

/**
 * Names the kind of a file that is not text, by its first bytes, or by a share of control characters that
 * no text has. Says nothing about NUL bytes further in: the caller reports those with their line.
 *
 * @param isUtf16 where every second byte may look like a control character.
 * @returns null for text.
 */
export function binaryKind(bytes: Uint8Array, isUtf16 = false): BinaryKind | null {
  const named = (kind: string, instead = '') => ({ kind, instead })
  for (const { bytes: magic, kind, instead } of MAGIC) {
    if (magic.every((byte, index) => bytes[index] === byte)) return named(kind, instead)
  }
  if (String.fromCharCode(...bytes.subarray(4, 8)) === 'ftyp')
    return named('a video or audio file (MP4, MOV)')
  if (isUtf16) return null
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  let controls = 0
  for (const byte of sample) {
    // Tab, line feed, form feed, carriage return and escape do occur in text; NUL is reported with its line.
    if (byte > 0 && byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte)) controls += 1
  }
  return controls > 8 && controls > sample.length / 20 ? named('binary data') : null
}
