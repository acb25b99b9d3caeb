/** A kind of file that is kept, and the endings of its names: the first is given to a file whose own does not fit. */
interface MediaKind {
  type: string
  endings: readonly string[]
}

/**
 * Types as `file-type` calls them, which finds most of them in the bytes; those it does not know are found by name. Of two
 * with one ending the first is meant.
 */
const KINDS: readonly MediaKind[] = [
  { type: 'image/png', endings: ['png'] },
  { type: 'image/apng', endings: ['png', 'apng'] },
  { type: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  { type: 'image/gif', endings: ['gif'] },
  { type: 'image/webp', endings: ['webp'] },
  { type: 'image/svg+xml', endings: ['svg', 'svgz'] },
  { type: 'image/tiff', endings: ['tif', 'tiff'] },
  { type: 'image/bmp', endings: ['bmp', 'dib'] },
  { type: 'image/heic', endings: ['heic', 'heif', 'hif'] },
  { type: 'image/heif', endings: ['heif', 'heic', 'hif'] },
  { type: 'image/avif', endings: ['avif'] },
  { type: 'image/jxl', endings: ['jxl'] },
  { type: 'image/vnd.adobe.photoshop', endings: ['psd', 'psb'] },
  { type: 'image/aces', endings: ['exr'] },
  { type: 'image/vnd.radiance', endings: ['hdr'] },
  { type: 'image/qoi', endings: ['qoi'] },
  { type: 'video/mp4', endings: ['mp4', 'm4v'] },
  { type: 'video/x-m4v', endings: ['m4v', 'mp4'] },
  { type: 'video/quicktime', endings: ['mov', 'qt'] },
  { type: 'video/webm', endings: ['webm'] },
  { type: 'video/matroska', endings: ['mkv'] },
  { type: 'video/vnd.avi', endings: ['avi'] },
  { type: 'video/mpeg', endings: ['mpg', 'mpeg', 'm2v', 'vob'] },
  { type: 'video/mp1s', endings: ['mpg', 'mpeg'] },
  { type: 'video/mp2p', endings: ['mpg', 'mpeg', 'm2v', 'vob'] },
  { type: 'video/mp2t', endings: ['mts', 'm2ts', 'ts'] },
  { type: 'video/3gpp', endings: ['3gp'] },
  { type: 'video/x-ms-asf', endings: ['wmv', 'asf'] },
  { type: 'video/x-flv', endings: ['flv'] },
  { type: 'audio/wav', endings: ['wav', 'wave', 'bwf'] },
  { type: 'audio/mpeg', endings: ['mp3', 'mp2', 'mpga'] },
  { type: 'audio/mp4', endings: ['m4a', 'm4b', 'f4a', 'mp4'] },
  { type: 'audio/x-m4a', endings: ['m4a', 'm4b', 'mp4'] },
  { type: 'audio/aac', endings: ['aac', 'adts'] },
  { type: 'audio/flac', endings: ['flac'] },
  { type: 'audio/ogg', endings: ['ogg', 'oga', 'opus', 'spx'] },
  { type: 'audio/aiff', endings: ['aif', 'aiff', 'aifc'] },
  { type: 'audio/x-caf', endings: ['caf'] },
  { type: 'audio/basic', endings: ['au', 'snd'] },
  { type: 'audio/amr', endings: ['amr'] },
  { type: 'audio/x-ms-asf', endings: ['wma', 'asf'] },
  { type: 'audio/webm', endings: ['weba', 'webm'] },
  { type: 'audio/matroska', endings: ['mka'] },
  { type: 'video/ogg', endings: ['ogv', 'ogg'] },
  { type: 'application/pdf', endings: ['pdf'] },
  { type: 'text/plain', endings: ['txt', 'text'] },
  { type: 'text/csv', endings: ['csv'] },
]

/** The sound that is kept in the same container as a film. */
const SOUND_OF: Record<string, string> = {
  'video/mp4': 'audio/mp4',
  'video/x-m4v': 'audio/mp4',
  'video/quicktime': 'audio/mp4',
  'video/3gpp': 'audio/mp4',
  'video/webm': 'audio/webm',
  'video/matroska': 'audio/matroska',
}

/** The type of files whose names end like this; null where none that is kept does. @param ending without its dot */
export const typeOfEnding = (ending: string): string | null =>
  KINDS.find(({ endings }) => endings.includes(ending.toLowerCase()))?.type ?? null

/** The endings that a file of this type may have, the usual one first; none where the type is not known here. */
export const endingsOf = (type: string): readonly string[] =>
  KINDS.find((kind) => kind.type === type)?.endings ?? []

/** What a film's container is called where it holds sound alone; null where it cannot. */
export const soundOf = (type: string): string | null => SOUND_OF[type] ?? null
