import type { Metadata } from 'sharp'
import { lateSharp } from '@/lib/lateSharp'
import { refuseFile } from './refuseFile'
import type { UploadedFile } from './uploadedFile'

/** A frame of film scanned in 8K has 35 million. All frames of what moves count: they are held at once. */
export const MAX_PIXELS = 100_000_000

/** As many as a JPEG can have. A line that is longer is no picture, and takes seconds to be made smaller. */
export const MAX_SIDE = 65_535

/** How many pixels a picture has once it is decoded, as its header says; null where that says nothing. */
export function pixelsOf({ width, height, pageHeight, pages = 1 }: Partial<Metadata>): number | null {
  if (!width || !height) return null
  // Of what moves the height is that of one frame, or of all one below the other.
  return pageHeight ? width * pageHeight * pages : width * height * pages
}

/**
 * Refuses a picture that would take the memory of hundreds, by its header alone. What is no picture, or a damaged one,
 * is none of this: whoever decodes it says so.
 *
 * @throws {ValidationError}
 */
export async function assertPictureSize({ data, tempFilePath, mimetype }: UploadedFile): Promise<void> {
  if (!mimetype?.startsWith('image/')) return
  const input = data?.length > 0 ? data : tempFilePath
  if (!input) return
  // Bounds of its own would be an error without words.
  const metadata = await lateSharp(input, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  const pixels = metadata && pixelsOf(metadata)
  if (!pixels) return
  const { width, height, pageHeight = height, pages = 1 } = metadata
  const isLong = Math.max(width, pageHeight) > MAX_SIDE
  if (pixels <= MAX_PIXELS && !isLong) return
  const size = `${width} × ${height}${pages > 1 ? ` pixels in ${pages} frames` : ' pixels'}`
  const most =
    pixels > MAX_PIXELS
      ? `all together may be ${MAX_PIXELS / 1e6} million`
      : `a side may have ${MAX_SIDE.toLocaleString('en')}`
  throw refuseFile(`is too large to be worked with: ${size}, of which ${most}`)
}
