import type { CameraMove, OverlaySet } from '@/contracts'

/** Everything an animatic is made of. Times are seconds, sizes pixels. */
export interface AnimaticTimeline {
  /** Frames per second: whole, or one of the NTSC rates (23.976, 29.97, 59.94). */
  fps: number
  /** Even, as H.264 with 4:2:0 needs; odd sizes lose a pixel. */
  width: number
  height: number
  /** What is laid over the pictures. */
  overlays: OverlaySet
  /** Kept in the file's metadata. */
  title?: string
  shots: AnimaticShot[]
}

export interface AnimaticShot {
  /**
   * Any image sharp reads, fitted into the frame without cropping; of a drawn panel the picture alone. Null,
   * missing or broken: a slate.
   */
  imagePath: string | null
  durationSeconds: number
  lines: AnimaticLine[]
  /** The slate: small over the picture where there is one, large instead of a missing picture. `12A / 3` */
  label: string
  /** What the arrows are made of; without it there are none. */
  camera?: CameraMove
  /** What the caption says; without it there is none. */
  caption?: AnimaticCaption
  /** Shots in a row with the same scene make one chapter. */
  scene?: string | null
}

export interface AnimaticCaption {
  /** What happens: said where nobody speaks. */
  description: string
  /** What is heard and who says it. */
  lines: Array<{ speaker: string; text: string }>
}

export interface AnimaticLine {
  /** WAV, or anything ffmpeg reads. Null, missing or broken: silence. */
  audioPath: string | null
  /** From the beginning of the shot. */
  startSeconds: number
  /** The planned length. The recording is heard to its own end, into the next shot if need be. */
  durationSeconds: number
}

export interface WrittenAnimatic {
  path: string
  /** Of the picture, to the frame. */
  durationSeconds: number
  frameCount: number
  /** Images and recordings that were named and could not be used, each once. */
  unreadable: string[]
}

export class AnimaticError extends Error {
  override name = 'AnimaticError'
}
