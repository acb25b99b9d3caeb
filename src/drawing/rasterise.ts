import { type ResvgRenderOptions, renderAsync } from '@resvg/resvg-js'
import sharp from 'sharp'
import { fallbacksIn, fontFile } from '../../assets/fonts'

/** Resvg reads its fonts again for every image, so only those the text needs are given to it. */
function fontFilesFor(svg: string): string[] {
  const files = [fontFile('hand')]
  // Everything beyond Latin Extended-A and common punctuation is missing from the lettering font.
  if (/[^\u0020-\u017F\u2013\u2014\u2018-\u201D\u2026\n]/u.test(svg)) files.push(fontFile('sans'))
  files.push(...fallbacksIn(svg).map(fontFile))
  return files
}

export interface PictureArea {
  left: number
  top: number
  width: number
  height: number
}

/**
 * Draws an SVG to PNG off the main thread. Deterministic: the same SVG gives the same bytes.
 * The file says in its EXIF description which part of it is the picture, so that print and film can leave the
 * slate and the strip out: `showrunner:picture=left,top,width,height`, in pixels.
 */
export async function rasterise(
  svg: string,
  picture: PictureArea,
): Promise<{ png: Buffer; width: number; height: number }> {
  const options: ResvgRenderOptions = {
    font: { loadSystemFonts: false, fontFiles: fontFilesFor(svg), defaultFontFamily: 'Patrick Hand' },
    logLevel: 'off',
  }
  const image = await renderAsync(svg, options)
  const { width, height } = image
  const png = await sharp(image.pixels, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .withExif({
      IFD0: {
        ImageDescription: `showrunner:picture=${picture.left},${picture.top},${picture.width},${picture.height}`,
      },
    })
    .png({ compressionLevel: 4 })
    .toBuffer()
  return { png, width, height }
}
