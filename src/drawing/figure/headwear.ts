import { curve, path } from '../ink'
import { INK, mix } from '../palette'
import { type HeadFrame, isProfile } from './frame'

/** A cap, a fedora or a beanie, in the character's second colour. */
export function drawHeadwear(head: HeadFrame): string {
  const { headwear, clothingAccent } = head.look
  if (headwear === 'none') return ''
  const fill = head.light.figure(mix(clothingAccent, '#3a3530', 0.25))
  const side = isProfile(head)
  const t = head.isBack ? 0 : head.yaw
  const back = side ? -0.1 : -0.07 * t
  const shape = (points: ReadonlyArray<readonly [number, number]>, colour = fill) =>
    path(
      curve(
        points.map(([x, y]) => head.at(x, y)),
        true,
      ),
      { fill: colour, width: head.line },
    )
  const dome = [
    [-0.41 + back, -0.2],
    [-0.4 + back, -0.42],
    [-0.22 + back, -0.6],
    [0.1 + back, -0.62],
    [0.33 + back, -0.5],
    [0.4 + back * 0.5, -0.24],
    [0.1, -0.27],
    [-0.15, -0.26],
  ] as const
  if (headwear === 'beanie') {
    const band = [
      [-0.42 + back, -0.13],
      [-0.41 + back, -0.3],
      [0, -0.35],
      [0.41 + back * 0.4, -0.32],
      [0.41 + back * 0.4, -0.15],
      [0, -0.19],
    ] as const
    return shape(dome) + shape(band, mix(fill, INK, 0.2))
  }
  if (headwear === 'cap') {
    const reach = side ? 0.66 : 0.3 + 0.4 * t
    const peak = side
      ? ([
          [0.24, -0.3],
          [0.5, -0.27],
          [reach, -0.19],
          [0.3, -0.2],
        ] as const)
      : ([
          [-0.3 + 0.3 * t, -0.26],
          [0.05 + t * 0.3, -0.24],
          [0.36 + 0.08 * t, -0.26],
          [reach + 0.04, -0.13],
          [0.05 + 0.35 * t, -0.07],
          [-0.28 + 0.35 * t, -0.15],
        ] as const)
    return shape(dome) + (head.isBack ? '' : shape(peak, mix(fill, INK, 0.25)))
  }
  const crown = [
    [-0.34 + back, -0.27],
    [-0.33 + back, -0.55],
    [-0.2 + back, -0.7],
    [0 + back, -0.65],
    [0.2 + back, -0.7],
    [0.33 + back * 0.5, -0.55],
    [0.34, -0.28],
  ] as const
  const brim = [
    [-0.62 + back, -0.24],
    [-0.3, -0.31],
    [0.1, -0.32],
    [0.6 + back * 0.3, -0.26],
    [0.3, -0.19],
    [-0.2, -0.18],
  ] as const
  const ribbon = [
    [-0.34 + back, -0.28],
    [-0.34 + back, -0.38],
    [0.02, -0.41],
    [0.34 + back * 0.5, -0.38],
    [0.34, -0.28],
    [0, -0.31],
  ] as const
  return shape(crown) + shape(ribbon, mix(fill, INK, 0.45)) + shape(brim)
}
