import { curve, path, polyline } from '../ink'
import { INK, mix } from '../palette'
import { type HeadFrame, isProfile } from './frame'

/** What is on the head, in the colour it is told to have, else in the character's second colour. */
export function drawHeadwear(head: HeadFrame): string {
  const { headwear, headwearColour, clothingAccent } = head.look
  if (headwear === 'none') return ''
  const fill = head.light.figure(headwearColour ?? mix(clothingAccent, '#3a3530', 0.25))
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
  if (headwear === 'helmet') {
    const rim = [
      [-0.47 + back, -0.16],
      [-0.44 + back, -0.27],
      [0, -0.31],
      [0.44 + back * 0.4, -0.27],
      [(side ? 0.56 : 0.47) + back * 0.4, -0.16],
      [0, -0.2],
    ] as const
    const ridge = path(curve([head.at(back, -0.62), head.at(0.02 + back, -0.45), head.at(0.03, -0.3)]), {
      width: head.line * 0.8,
    })
    return shape(dome) + ridge + shape(rim, mix(fill, INK, 0.12))
  }
  if (headwear === 'headscarf') {
    const cloth = [
      [-0.36 + back, 0.36],
      [-0.46 + back, 0.1],
      [-0.45 + back, -0.3],
      [-0.2 + back, -0.58],
      [0.18 + back, -0.58],
      [0.4 + back * 0.4, -0.32],
      [0.42 + back * 0.3, 0.06],
      [0.33 + back * 0.3, 0.34],
      [0.37, 0],
      [0.3, -0.24],
      [0.02, -0.31],
      [-0.24, -0.25],
      [-0.32, 0.02],
      [-0.24, 0.4],
    ] as const
    return head.isBack ? shape(dome) + shape([...cloth.slice(0, 8), [0.2, 0.5], [-0.2, 0.5]]) : shape(cloth)
  }
  if (headwear === 'crown') {
    const points = [-0.36, -0.2, -0.04, 0.12, 0.28].flatMap(
      (x, index, all): Array<[number, number]> => [
        [x + back, -0.34],
        ...(index < all.length - 1 ? ([[x + 0.08 + back, -0.62]] as Array<[number, number]>) : []),
      ],
    )
    return path(
      polyline(
        [...points, [0.3 + back, -0.22], [-0.02 + back, -0.27], [-0.37 + back, -0.22]].map(([x = 0, y = 0]) =>
          head.at(x, y),
        ),
        true,
      ),
      { fill, width: head.line },
    )
  }
  if (headwear === 'veil') {
    const net = (from: number, to: number) =>
      curve(
        [
          [from, -0.5],
          [from - 0.1, 0.1],
          [from - 0.14, 0.9],
          [to, 0.9],
          [to, 0.1],
          [to, -0.42],
        ].map(([x = 0, y = 0]) => head.at(x, y)),
        true,
      )
    const band = shape(
      [
        [-0.36 + back, -0.34],
        [-0.2 + back, -0.55],
        [0.16 + back, -0.56],
        [0.33 + back * 0.5, -0.36],
        [0, -0.44],
      ],
      fill,
    )
    return (
      path(net(-0.36 + back, -0.28 + back) + (side ? '' : net(0.44, 0.34)), {
        fill,
        width: head.line * 0.7,
        opacity: 0.7,
      }) + band
    )
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
