import sharp, { type Sharp } from 'sharp'
import { slate } from './labels'
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
    if (frame) return frame
    unreadable(imagePath)
  }
  return pixels(sharp(Buffer.from(slate(label, size))))
}

function fitImage(path: string, { width, height }: FrameSize): Promise<Buffer> {
  return pixels(sharp(path).rotate().resize(width, height, { fit: 'contain', background: '#000' }))
}

const pixels = (image: Sharp): Promise<Buffer> =>
  image.flatten({ background: '#000' }).toColourspace('srgb').raw({ depth: 'uchar' }).toBuffer()
