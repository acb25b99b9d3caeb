import sharp from 'sharp'
import type { OverlaySet } from '@/contracts'
import { LETTERING, renderSvg } from '@/drawing/renderSvg'
import { cameraMarks, marksToSvg } from '@/overlays'
import { captionBand } from './caption'
import { labelTag } from './labels'
import type { FrameSize } from './renderFrames'
import type { AnimaticShot } from './types'

export type Overlaid = Pick<AnimaticShot, 'label' | 'camera' | 'caption'>

/** Arrows are made for a picture of this width and enlarged: bold enough to be read while the film runs. */
const ARROW_WIDTH = 720

/**
 * Lays a shot's overlays over its frame, in place. By hand, because a composite would turn the whole frame into
 * floating point and back: that doubles what a frame costs.
 *
 * @param frame packed RGB
 * @param isMarked its picture has arrows in it: one from before there were overlays
 */
export async function layOver(
  frame: Buffer,
  size: FrameSize,
  shot: Overlaid,
  { overlays, isMarked }: { overlays: OverlaySet; isMarked: boolean },
): Promise<void> {
  const caption = overlays.caption && shot.caption ? captionBand(shot.caption, size) : null
  // In what the caption leaves free of the picture.
  const free = { width: size.width, height: size.height - (caption?.height ?? 0) }
  const arrows = overlays.arrows && !isMarked && shot.camera ? arrowsOf(shot.camera, free) : ''
  const drawn = arrows + (caption?.svg ?? '')
  if (drawn) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" font-family="${LETTERING}">${drawn}</svg>`
    const { pixels, width, height } = await renderSvg(svg)
    blend(frame, size, { data: pixels, width, height }, { left: 0, top: 0 })
  }
  if (!overlays.slate) return
  const tag = await sharp(Buffer.from(labelTag(shot.label, size)))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = tag.info
  // Above the caption, never on it.
  const top = size.height - height - (caption?.height ?? 0)
  blend(frame, size, { data: multiplied(tag.data), width, height }, { left: 0, top })
}

function arrowsOf(camera: NonNullable<AnimaticShot['camera']>, { width, height }: FrameSize): string {
  const scale = width / ARROW_WIDTH
  const marks = cameraMarks(camera, { width: ARROW_WIDTH, height: height / scale })
  return marks.length > 0 ? `<g transform="scale(${scale})">${marksToSvg(marks, LETTERING)}</g>` : ''
}

/** RGBA with its colours multiplied by their alpha, as {@link blend} takes it. */
function multiplied(data: Buffer): Buffer {
  for (let at = 0; at < data.length; at += 4) {
    const alpha = (data[at + 3] ?? 0) / 255
    for (let channel = at; channel < at + 3; channel++)
      data[channel] = Math.round((data[channel] ?? 0) * alpha)
  }
  return data
}

interface Layer {
  /** RGBA, multiplied. */
  data: Buffer
  width: number
  height: number
}

function blend(
  frame: Buffer,
  size: FrameSize,
  layer: Layer,
  { left, top }: { left: number; top: number },
): void {
  const lastColumn = Math.min(layer.width, size.width - left)
  const lastRow = Math.min(layer.height, size.height - top)
  for (let y = Math.max(0, -top); y < lastRow; y++) {
    for (let x = 0; x < lastColumn; x++) {
      const from = (y * layer.width + x) * 4
      const alpha = layer.data[from + 3] ?? 0
      if (alpha === 0) continue
      const to = ((top + y) * size.width + left + x) * 3
      const keeps = 1 - alpha / 255
      for (let channel = 0; channel < 3; channel++) {
        const mixed = (layer.data[from + channel] ?? 0) + (frame[to + channel] ?? 0) * keeps
        frame[to + channel] = Math.min(255, Math.round(mixed))
      }
    }
  }
}
