import { curve, ellipse, type Point, path, polyline } from '../ink'
import type { Light } from '../light'

/** A prop's own coordinates: unit is its larger side, origin its middle, y down. */
export interface PropFrame {
  size: number
  line: number
  light: Light
  /** `#rrggbb` of the thing where a text gives it a colour. */
  tint: string | null
  at(x: number, y: number): Point
}

export interface PropDesign {
  name: string
  /** How far its underside is below its middle, where it stands on something. @default 0.4 */
  base?: number
  /** Its larger side, in metres. @default 0.25 */
  metres?: number
  words: RegExp
  draw(frame: PropFrame): string
}

export type Pairs = ReadonlyArray<readonly [number, number]>
export const shape = (frame: PropFrame, points: Pairs, fill: string, isSoft = false, width = 1) => {
  const placed = points.map(([x, y]) => frame.at(x, y))
  return path(isSoft ? curve(placed, true) : polyline(placed, true), { fill, width: frame.line * width })
}
export const round = (
  frame: PropFrame,
  x: number,
  y: number,
  rx: number,
  ry: number,
  fill: string,
  width = 1,
) => {
  const centre = frame.at(x, y)
  return path(ellipse(centre.x, centre.y, rx * frame.size, ry * frame.size), {
    fill,
    width: frame.line * width,
  })
}
export const glow = (frame: PropFrame) =>
  [0.62, 0.44]
    .map((reach) =>
      path(ellipse(frame.at(0, 0).x, frame.at(0, 0).y, reach * frame.size, reach * frame.size), {
        fill: '#ffdf9a',
        width: 0,
        opacity: 0.3,
      }),
    )
    .join('')
export const stroke = (frame: PropFrame, lines: Pairs[], width = 0.6) =>
  path(lines.map((points) => polyline(points.map(([x, y]) => frame.at(x, y)))).join(''), {
    width: frame.line * width,
  })
export const tone = (frame: PropFrame, colour: string) => frame.light.figure(colour)
/** The colour that a thing has as a whole: the one that is told, else its usual one. */
export const main = (frame: PropFrame, colour: string) => tone(frame, frame.tint ?? colour)

/** One piece of a thing: an outline, an oval or lines. Coordinates are the prop's own. */
export type Part = (frame: PropFrame) => string

/** The colour a thing has where the text does not give it another. */
export const usual = (colour: string): { usual: string } => ({ usual: colour })
type Fill = string | { usual: string }
const inked = (frame: PropFrame, fill: Fill) =>
  tone(frame, typeof fill === 'string' ? fill : (frame.tint ?? fill.usual))

export const poly =
  (fill: Fill, ...points: Pairs): Part =>
  (f) =>
    shape(f, points, inked(f, fill))
export const soft =
  (fill: Fill, ...points: Pairs): Part =>
  (f) =>
    shape(f, points, inked(f, fill), true)
export const oval =
  (fill: Fill, x: number, y: number, rx: number, ry: number): Part =>
  (f) =>
    round(f, x, y, rx, ry, inked(f, fill))
export const lines =
  (width: number, ...each: Pairs[]): Part =>
  (f) =>
    stroke(f, each, width)
/** A thick line in a colour, with ink round it: handles, ropes, poles. */
export const rod =
  (fill: Fill, thickness: number, ...points: Pairs): Part =>
  (f) => {
    const d = curve(points.map(([x, y]) => f.at(x, y)))
    return (
      path(d, { width: f.size * thickness + f.line * 2 }) +
      path(d, { stroke: inked(f, fill), width: f.size * thickness })
    )
  }
/** A thing made of parts, the farthest first. */
export const made =
  (...parts: Part[]): PropDesign['draw'] =>
  (f) =>
    parts.map((part) => part(f)).join('')
