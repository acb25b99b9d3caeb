import sharp from 'sharp'

/** On the longer side: what fills a screen, however small a drawing says it is. */
const LEAST = 1_920
/** The widest film there is. What is larger would take four times as long for nobody to see. */
const MOST = 3_840

export interface VectorDrawing {
  png: Buffer
  /** Pixels. */
  width: number
  height: number
}

/**
 * Draws the SVG of a stranger as a PNG: as large as it says it is, within {@link LEAST} and {@link MOST}. From its bytes
 * alone, without a place on the disk, so that it can show no file that lies beside it.
 *
 * There is no bound to what drawing takes: call it where it can be ended.
 *
 * @returns null where it is no picture that can be drawn
 */
export async function drawVector(bytes: Uint8Array): Promise<VectorDrawing | null> {
  // Its limit of ten megabytes would leave out drawings with a scan in them; and the declared size is not drawn.
  const input = { unlimited: true, limitInputPixels: false } as const
  try {
    const { width = 0, height = 0 } = await sharp(bytes, input).metadata()
    const side = Math.min(MOST, Math.max(LEAST, width, height))
    const { data, info } = await sharp(bytes, input)
      .resize({ width: side, height: side, fit: 'inside' })
      .png()
      .toBuffer({ resolveWithObject: true })
    return { png: data, width: info.width, height: info.height }
  } catch {
    return null
  }
}
