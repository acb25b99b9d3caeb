import sharp, { type Sharp } from 'sharp'
import { pictureArea } from '@/lib/pictureArea'
import { labelTag, slate } from './labels'
import type { AnimaticShot } from './types'

export interface FrameSize {
  width: number
  height: number
}

const AT_ONCE = 4

/**
 * Every shot as one frame of packed RGB, in order. Some are prepared ahead; no more of them are in memory.
 * @param unreadable is told of images that were named and could not be used: a slate takes their place
 */
export async function* renderFrames(
  shots: readonly Pick<AnimaticShot, 'imagePath' | 'label'>[],
  size: FrameSize,
  unreadable: (path: string) => void,
): AsyncGenerator<Buffer, void> {
  const ahead: Array<Promise<Buffer>> = []
  for (let next = 0; next < shots.length || ahead.length > 0; ) {
    for (; next < shots.length && ahead.length < AT_ONCE; next += 1) {
      const frame = renderFrame(shots[next] as AnimaticShot, size, unreadable)
      // Where the reader leaves before its turn comes, nobody else hears of a failure.
      frame.catch(() => {})
      ahead.push(frame)
    }
    yield await (ahead.shift() as Promise<Buffer>)
  }
}

async function renderFrame(
  { imagePath, label }: Pick<AnimaticShot, 'imagePath' | 'label'>,
  size: FrameSize,
  unreadable: (path: string) => void,
): Promise<Buffer> {
  if (imagePath !== null) {
    const frame = await fitImage(imagePath, size).catch(() => null)
    if (frame) {
      await stamp(frame, size, label)
      return frame
    }
    unreadable(imagePath)
  }
  return pixels(sharp(Buffer.from(slate(label, size))))
}

/** The picture alone, as large as the frame allows. A drawn panel's slate and strip are for the page, not for film. */
async function fitImage(path: string, { width, height }: FrameSize): Promise<Buffer> {
  const area = pictureArea(await sharp(path).metadata())
  const image = sharp(path).rotate()
  if (area) image.extract(area)
  return pixels(image.resize(width, height, { fit: 'contain', background: '#000' }))
}

const pixels = (image: Sharp): Promise<Buffer> =>
  image.flatten({ background: '#000' }).toColourspace('srgb').raw({ depth: 'uchar' }).toBuffer()

/**
 * Lays the label over the lower left corner. By hand, because a composite would turn the whole frame into
 * floating point and back for these few pixels: that doubles what a frame costs.
 */
async function stamp(frame: Buffer, size: FrameSize, label: string): Promise<void> {
  const tag = await sharp(Buffer.from(labelTag(label, size)))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = tag.info
  const firstRow = size.height - height
  for (let y = Math.max(0, -firstRow); y < height; y++) {
    for (let x = 0; x < Math.min(width, size.width); x++) {
      const from = (y * width + x) * 4
      const to = ((firstRow + y) * size.width + x) * 3
      const alpha = (tag.data[from + 3] ?? 0) / 255
      for (let channel = 0; channel < 3; channel++) {
        const below = frame[to + channel] ?? 0
        frame[to + channel] = Math.round(below + ((tag.data[from + channel] ?? 0) - below) * alpha)
      }
    }
  }
}
