import sharp from 'sharp'
import { pictureArea } from '@/lib/pictureArea'

/** Wide enough for 250 dpi in a third of a page; a thousand of them stay below 60 MB. */
const PRINT_WIDTH = 800

/**
 * Reads an image for print: only the picture of a drawn panel, flattened, as JPEG (the one format PDF stores as
 * it is). Null when there is no file, or nothing that can be read as an image: the board is printed all the same.
 */
export async function loadPicture(imagePath: string | null): Promise<Buffer | null> {
  if (!imagePath) return null
  try {
    const metadata = await sharp(imagePath).metadata()
    const area = pictureArea(metadata)
    const image = sharp(imagePath).rotate()
    if (area) image.extract(area)
    return await image
      .flatten({ background: '#ffffff' })
      .resize({ width: PRINT_WIDTH, withoutEnlargement: true })
      .jpeg({ quality: 82, chromaSubsampling: '4:4:4' })
      .toBuffer()
  } catch {
    return null
  }
}
