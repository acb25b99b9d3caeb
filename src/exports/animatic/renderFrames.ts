import sharp, { type Sharp } from 'sharp'
import type { OverlaySet } from '@/contracts'
import { pictureArea } from '@/lib/pictureArea'
import { pictureSource } from '@/lib/pictureSource'
import { slate } from './labels'
import { layOver, type Overlaid } from './layOver'
import type { AnimaticShot } from './types'

export interface FrameSize {
  width: number
  height: number
}

export interface FrameLook {
  size: FrameSize
  overlays: OverlaySet
}

type FramedShot = Pick<AnimaticShot, 'imagePath'> & Overlaid

const AT_ONCE = 4

/**
 * Every shot as one frame of packed RGB, in order, with its overlays. Some are prepared ahead; no more of them are in
 * memory.
 * @param unreadable is told of images that were named and could not be used: a slate takes their place
 */
export async function* renderFrames(
  shots: readonly FramedShot[],
  look: FrameLook,
  unreadable: (path: string) => void,
): AsyncGenerator<Buffer, void> {
  const ahead: Array<Promise<Buffer>> = []
  for (let next = 0; next < shots.length || ahead.length > 0; ) {
    for (; next < shots.length && ahead.length < AT_ONCE; next += 1) {
      const frame = renderFrame(shots[next] as FramedShot, look, unreadable)
      // Where the reader leaves before its turn comes, nobody else hears of a failure.
      frame.catch(() => {})
      ahead.push(frame)
    }
    yield await (ahead.shift() as Promise<Buffer>)
  }
}

async function renderFrame(
  shot: FramedShot,
  { size, overlays }: FrameLook,
  unreadable: (path: string) => void,
): Promise<Buffer> {
  if (shot.imagePath !== null) {
    const fitted = await fitImage(shot.imagePath, size).catch(() => null)
    if (fitted) {
      await layOver(fitted.frame, size, shot, { overlays, isMarked: fitted.isMarked })
      return fitted.frame
    }
    unreadable(shot.imagePath)
  }
  return pixels(sharp(Buffer.from(slate(shot.label, size))))
}

/**
 * The picture alone, as large as the frame allows. Of a panel from before there were overlays without its slate and
 * its strip; its arrows stay, they are in the picture.
 */
async function fitImage(
  path: string,
  { width, height }: FrameSize,
): Promise<{ frame: Buffer; isMarked: boolean }> {
  const source = await pictureSource(path)
  const area = pictureArea(await sharp(source).metadata())
  const image = sharp(source).rotate()
  if (area) image.extract(area)
  const frame = await pixels(image.resize(width, height, { fit: 'contain', background: '#000' }))
  return { frame, isMarked: area !== null }
}

const pixels = (image: Sharp): Promise<Buffer> =>
  image.flatten({ background: '#000' }).toColourspace('srgb').raw({ depth: 'uchar' }).toBuffer()
