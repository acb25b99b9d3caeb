import type { ShotSize } from '@/contracts'
import type { SetPainter } from './painter'

/** A place that can be drawn. `build` must take all its randomness from the painter, which is seeded by the location. */
export interface SetDesign {
  name: string
  isInterior: boolean
  /** Tested against the lower-cased location. */
  words: RegExp
  /** The widest framing the place has room for. @default any */
  widest?: ShotSize
  build(painter: SetPainter): void
}
