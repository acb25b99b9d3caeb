import type { Point } from '../ink'
import type { Light } from '../light'
import { PROPS } from './all'
import { lines, made, type PropDesign, poly, rod, soft, stroke, usual } from './design'

export { findThings, type NamedThing, SOMETHING } from './findThings'

/** What has no drawing of its own: a bundle, so that hands are not seen to hold air. */
const BUNDLE: PropDesign = {
  name: 'something',
  base: 0.3,
  metres: 0.22,
  words: /$^/,
  draw: made(
    soft(
      usual('#b5a98f'),
      [-0.4, 0.1],
      [-0.3, -0.24],
      [0.04, -0.32],
      [0.34, -0.22],
      [0.42, 0.12],
      [0.2, 0.3],
      [-0.22, 0.3],
    ),
    (f) =>
      stroke(f, [
        [
          [-0.3, -0.1],
          [0, 0],
          [0.34, -0.08],
        ],
        [
          [0.02, -0.3],
          [0, 0],
          [-0.06, 0.28],
        ],
      ]),
  ),
}
/** A hand alone, as an insert shows it; in a text hands are no things that one holds. */
const HAND: PropDesign = {
  name: 'hand',
  base: 0.46,
  metres: 0.2,
  words: /$^/,
  draw: made(
    poly(usual('#57534d'), [-0.2, 0.3], [0.2, 0.3], [0.24, 0.6], [-0.24, 0.6]),
    soft('#d6a578', [-0.17, 0.34], [-0.23, 0.1], [-0.2, -0.08], [0.2, -0.1], [0.23, 0.1], [0.17, 0.34]),
    ...(
      [
        [-0.15, -0.4],
        [-0.04, -0.5],
        [0.07, -0.48],
        [0.18, -0.36],
      ] as const
    ).map(([x, y]) => rod('#d6a578', 0.1, [x, -0.04], [x * 1.1, y])),
    rod('#d6a578', 0.11, [-0.16, 0.16], [-0.32, 0.02], [-0.36, -0.12]),
    lines(
      0.6,
      [
        [-0.12, 0.12],
        [0, 0.06],
        [0.14, 0.1],
      ],
      [
        [-0.08, 0.24],
        [0, 0.16],
        [0.02, 0],
      ],
    ),
  ),
}
const designOf = (name: string) =>
  PROPS.find((prop) => prop.name === name) ?? (name === 'hand' ? HAND : BUNDLE)

/** How far below its middle a prop touches the ground, as a share of its size. */
export const propBase = (name: string): number => designOf(name).base ?? 0.4
/** Its larger side, in metres. */
export const propMetres = (name: string): number => designOf(name).metres ?? 0.25

/** Draws a prop around `centre`; `size` is its larger side in pixels, `angle` in radians, what a text tells or a hand needs in `how`. */
export function drawProp(
  name: string,
  centre: Point,
  size: number,
  angle: number,
  light: Light,
  how: { tint?: string | null; isMirrored?: boolean } = {},
): string {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const flip = how.isMirrored ? -1 : 1
  return designOf(name).draw({
    size,
    line: Math.min(4, Math.max(0.8, 0.7 + size * 0.009)),
    light,
    tint: how.tint ?? null,
    at: (x, y) => ({
      x: centre.x + (x * flip * cos - y * sin) * size,
      y: centre.y + (x * flip * sin + y * cos) * size,
    }),
  })
}
