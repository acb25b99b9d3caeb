import { curve, ellipse, type Point, path, polyline } from '../ink'
import type { Light } from '../light'

/** A prop's own coordinates: unit is its larger side, origin its middle, y down. */
export interface PropFrame {
  size: number
  line: number
  light: Light
  at(x: number, y: number): Point
}

export interface PropDesign {
  name: string
  /** How far its underside is below its middle, where it stands on something. @default 0.4 */
  base?: number
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
