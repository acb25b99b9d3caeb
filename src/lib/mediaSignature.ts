/** Families of files whose kind shows in their first bytes. */
export type MediaFamily = 'image' | 'audio' | 'video'

/** At which byte something stands: Latin-1. */
type Mark = readonly [at: number, text: string]

/** Containers of sound alone, of films, and of both: which it is, is what the sender says it is. */
const BOTH: Mark[] = [
  [0, 'OggS'],
  [4, 'ftyp'],
  [0, '\x1a\x45\xdf\xa3'],
  [0, '\x30\x26\xb2\x75'],
]

/**
 * Of the formats that programs of the field write; from the tables of https://www.garykessler.net/library/file_sigs.html
 * and the formats' own specifications.
 */
const MARKS: Record<MediaFamily, Mark[]> = {
  image: [
    [0, '\x89PNG\r\n\x1a\n'],
    [0, '\xff\xd8\xff'],
    [0, 'GIF8'],
    [8, 'WEBP'],
    [0, 'BM'],
    [0, 'II*\0'],
    [0, 'MM\0*'],
    [0, 'II+\0'],
    [0, 'MM\0+'],
    [0, 'II\xbc'],
    [4, 'ftyp'],
    [4, 'jP  '],
    [4, 'JXL '],
    [0, '\xff\x0a'],
    [0, '8BPS'],
    [0, '\0\0\x01\0'],
    [0, '#?R'],
    [0, '\x76\x2f\x31\x01'],
    [0, 'qoif'],
    // SVG, which Payload reads itself, with and without a mark of its encoding.
    [0, '<'],
    [0, '\xef\xbb\xbf<'],
  ],
  audio: [
    ...BOTH,
    [8, 'WAVE'],
    [0, 'ID3'],
    [0, 'fLaC'],
    [8, 'AIFF'],
    [8, 'AIFC'],
    [0, '#!AMR'],
    [0, 'caff'],
    [0, '.snd'],
    [0, 'wvpk'],
    [0, 'MAC '],
    [0, 'ADIF'],
    [0, '\x0b\x77'],
  ],
  video: [
    ...BOTH,
    [8, 'AVI '],
    [4, 'moov'],
    [4, 'mdat'],
    [4, 'wide'],
    [4, 'free'],
    [4, 'skip'],
    [0, '\0\0\x01\xba'],
    [0, '\0\0\x01\xb3'],
    [0, '\x47'],
    [4, '\x47'],
    [0, 'FLV'],
    [0, '\x06\x0e\x2b\x34'],
  ],
}

/** Frames of MPEG audio and ADTS follow each other without a header; each begins with eleven set bits. */
const isMpegAudio = (bytes: Buffer): boolean =>
  bytes.length > 2 && bytes[0] === 0xff && ((bytes[1] as number) & 0xe0) === 0xe0

/** Whether a file begins as one of this family does. @param bytes its beginning, at least 16 of them where it has as many */
export function beginsAs(family: MediaFamily, bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, 16)
  return (
    MARKS[family].some(([at, text]) => head.startsWith(text, at)) ||
    (family === 'audio' && isMpegAudio(bytes))
  )
}
