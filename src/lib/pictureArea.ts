import type { Metadata } from 'sharp'

export interface PictureArea {
  left: number
  top: number
  width: number
  height: number
}

/**
 * The picture inside a panel that was drawn with slate, dialogue strip and arrows in its file, as they were before those
 * were overlays; such panels say it in their EXIF description (`showrunner:picture=left,top,width,height`). Null for
 * every other image, and where the claim does not fit the file.
 */
export function pictureArea(metadata: Pick<Metadata, 'exif' | 'width' | 'height'>): PictureArea | null {
  const match = /showrunner:picture=(\d+),(\d+),(\d+),(\d+)/.exec(metadata.exif?.toString('latin1') ?? '')
  if (!match) return null
  const [left = 0, top = 0, width = 0, height = 0] = match.slice(1).map(Number)
  const fits =
    width > 0 && height > 0 && left + width <= (metadata.width ?? 0) && top + height <= (metadata.height ?? 0)
  return fits ? { left, top, width, height } : null
}
