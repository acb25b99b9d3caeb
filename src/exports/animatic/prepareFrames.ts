import { join } from 'node:path'
import sharp from 'sharp'
import { pixelText } from './pixelFont'
import type { AnimaticShot } from './types'

export interface PreparedFrames {
  /** One file name per shot, inside the folder given; shots with the same picture share one. */
  names: string[]
  unreadable: string[]
}

const AT_ONCE = 4
const MAX_LABEL = 40

/**
 * Makes one PNG per picture, all of one size and pixel format: ffmpeg rebuilds its filters where these
 * change between files, and loses frames doing it.
 */
export async function prepareFrames(
  shots: readonly AnimaticShot[],
  options: {
    folder: string
    width: number
    height: number
    signal?: AbortSignal
    onProgress?: (fraction: number) => void
  },
): Promise<PreparedFrames> {
  const pictures = new Map<string, { name: string; shot: AnimaticShot }>()
  const names = shots.map((shot) => {
    const key = shot.imagePath === null ? `slate:${shot.label}` : `file:${shot.imagePath}`
    const known = pictures.get(key)
    if (known) return known.name
    const name = `frame-${String(pictures.size).padStart(6, '0')}.png`
    pictures.set(key, { name, shot })
    return name
  })

  const unreadable: string[] = []
  const queue = [...pictures.values()]
  let done = 0
  const work = async () => {
    for (let job = queue.shift(); job; job = queue.shift()) {
      options.signal?.throwIfAborted()
      const path = join(options.folder, job.name)
      const isDrawn = job.shot.imagePath !== null && (await fitImage(job.shot.imagePath, path, options))
      if (!isDrawn) {
        if (job.shot.imagePath !== null) unreadable.push(job.shot.imagePath)
        await drawSlate(job.shot.label, path, options)
      }
      done += 1
      options.onProgress?.(done / pictures.size)
    }
  }
  // All of them are waited for: after an abort nobody may still be writing where the folder is removed.
  const results = await Promise.allSettled(Array.from({ length: AT_ONCE }, work))
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
  return { names, unreadable }
}

async function fitImage(
  from: string,
  to: string,
  { width, height }: { width: number; height: number },
): Promise<boolean> {
  try {
    await sharp(from)
      .rotate()
      .resize(width, height, { fit: 'contain', background: '#000' })
      .flatten({ background: '#000' })
      .toColourspace('srgb')
      .png({ compressionLevel: 1 })
      .toFile(to)
    return true
  } catch {
    return false
  }
}

/** A dark frame with the shot's label in the middle. */
export async function drawSlate(
  label: string,
  path: string,
  { width, height }: { width: number; height: number },
): Promise<void> {
  const text = pixelText(label.slice(0, MAX_LABEL))
  const scale = Math.min((width * 0.8) / text.width, height / 14 / text.height)
  const left = (width - text.width * scale) / 2
  const top = (height - text.height * scale) / 2
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#16181c"/><path transform="translate(${left} ${top}) scale(${scale})" fill="#c9ced6" d="${text.path}"/></svg>`
  await sharp(Buffer.from(svg))
    .flatten({ background: '#000' })
    .toColourspace('srgb')
    .png({ compressionLevel: 1 })
    .toFile(path)
}
