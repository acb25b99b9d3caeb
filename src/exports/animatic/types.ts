/** Everything an animatic is made of. Times are seconds, sizes pixels. */
export interface AnimaticTimeline {
  /** Frames per second: whole, or one of the NTSC rates (23.976, 29.97, 59.94). */
  fps: number
  /** Even, as H.264 with 4:2:0 needs; odd sizes lose a pixel. */
  width: number
  height: number
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
  /** Shown small over the picture, large on a slate: `12A / 3`. */
  label: string
  /** Shots in a row with the same scene make one chapter. */
  scene?: string | null
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
