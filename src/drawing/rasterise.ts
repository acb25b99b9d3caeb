import sharp from 'sharp'
import { renderSvg } from './renderSvg'

/**
 * Draws an SVG to PNG off the main thread. Deterministic: the same SVG gives the same bytes.
 * @returns width and height in pixels
 */
export async function rasterise(svg: string): Promise<{ png: Buffer; width: number; height: number }> {
  const { pixels, width, height } = await renderSvg(svg)
  const png = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: 4 })
    .toBuffer()
  return { png, width, height }
}
