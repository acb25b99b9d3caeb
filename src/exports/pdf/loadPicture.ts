import sharp from 'sharp'
import { pictureArea } from '@/lib/pictureArea'
import { pictureSource } from '@/lib/pictureSource'

/** Wide enough for 250 dpi in a third of a page; a thousand of them stay below 60 MB. */
const PRINT_WIDTH = 800

export interface PrintPicture {
  /** The one format PDF stores as it is. */
  jpeg: Buffer
  /** Whether the camera's arrows are in it: a panel from before there were overlays. */
  isMarked: boolean
}

/**
 * Reads an image for print, flattened; of a panel from before there were overlays without its slate and its strip. Null
 * when there is no file, or nothing that can be read as an image: the board is printed all the same.
 */
export async function loadPicture(imagePath: string | null): Promise<PrintPicture | null> {
  if (!imagePath) return null
  try {
    const source = await pictureSource(imagePath)
    const metadata = await sharp(source).metadata()
    const area = pictureArea(metadata)
    const image = sharp(source).rotate()
    if (area) image.extract(area)
    const jpeg = await image
      .flatten({ background: '#ffffff' })
      .resize({ width: PRINT_WIDTH, withoutEnlargement: true })
      .jpeg({ quality: 82, chromaSubsampling: '4:4:4' })
      .toBuffer()
    return { jpeg, isMarked: area !== null }
  } catch {
    return null
  }
}
