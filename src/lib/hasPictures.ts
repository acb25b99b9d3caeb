/** Where in an ISO container a track says what it is: the box `hdlr`, then four bytes for version and flags, four of nothing. */
const HANDLER = Buffer.from('hdlr', 'latin1')
const KIND_AFTER = 12

/** As Matroska and WebM begin. */
const EBML = Buffer.from('1a45dfa3', 'hex')

/** A track of Matroska names its codec: `V_…` is a picture’s, `A_…` a sound’s. The first byte is the element’s id. */
const CODEC = /\x86[\x81-\xbf]([VA])_/g

/** A film has a handful of tracks; among its pictures the name of the box may stand by chance. */
const MOST_BOXES = 1_000

function tracksOfIso(bytes: Buffer): Set<string> {
  const kinds = new Set<string>()
  let at = bytes.indexOf(HANDLER)
  for (let seen = 0; at >= 0 && seen < MOST_BOXES && !kinds.has('vide'); seen += 1) {
    kinds.add(bytes.toString('latin1', at + KIND_AFTER, at + KIND_AFTER + 4))
    at = bytes.indexOf(HANDLER, at + 4)
  }
  return kinds
}

/**
 * Whether a film’s container holds pictures: phones and browsers record sound into the same ones.
 *
 * @param bytes an MP4, QuickTime, WebM or Matroska file
 * @returns true as well where nothing says so: what a container is for by its type
 */
export function hasPictures(bytes: Buffer): boolean {
  if (!bytes.subarray(0, EBML.length).equals(EBML)) {
    const kinds = tracksOfIso(bytes)
    return kinds.has('vide') || !kinds.has('soun')
  }
  // Tracks stand before the first cluster.
  const codecs = [...bytes.toString('latin1', 0, 1 << 16).matchAll(CODEC)].map(([, kind]) => kind)
  return codecs.includes('V') || !codecs.includes('A')
}
