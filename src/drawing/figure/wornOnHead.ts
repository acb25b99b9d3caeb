import { curve, ellipse, path, polyline } from '../ink'
import { INK, mix } from '../palette'
import { type HeadFrame, isProfile } from './frame'

type Pairs = ReadonlyArray<readonly [number, number]>

/** Bandages, eyepatches, masks, headphones and scars, over hair and face. */
export function drawWornOnHead(head: HeadFrame): string {
  let svg = ''
  for (const { thing, colour } of head.look.worn) {
    const fill = head.light.figure(colour)
    if (thing === 'head bandage') svg += bandage(head, fill)
    else if (thing === 'headphones') svg += headphones(head, fill)
    else if (head.isBack) svg += thing === 'eyepatch' || thing === 'mask' ? strap(head, fill) : ''
    else if (thing === 'eyepatch') svg += eyepatch(head, fill)
    else if (thing === 'mask') svg += mask(head, fill)
    else if (thing === 'scar') svg += scar(head, fill)
  }
  return svg
}

const shape = (head: HeadFrame, points: Pairs, fill: string, isSoft = true) => {
  const placed = points.map(([x, y]) => head.at(x, y))
  return path(isSoft ? curve(placed, true) : polyline(placed, true), { fill, width: head.line * 0.9 })
}
/** The middle of the face, and the eye that is nearer to us. */
const axisOf = (head: HeadFrame) => (head.isBack ? 0 : 0.19 * head.yaw)
const eyeOf = (head: HeadFrame) => ({
  x: isProfile(head) ? 0.26 : axisOf(head) - 0.165 * (1 + 0.02 * head.yaw),
  y: -0.01 + head.nod * (isProfile(head) ? 0.5 : 1),
})

function bandage(head: HeadFrame, fill: string): string {
  const back = isProfile(head) ? -0.06 : -0.05 * (head.isBack ? 0 : head.yaw)
  const band = shape(
    head,
    [
      [-0.41 + back, -0.12],
      [-0.41 + back, -0.32],
      [0, -0.37],
      [0.39 + back * 0.4, -0.33],
      [0.39 + back * 0.4, -0.15],
      [0, -0.17],
    ],
    fill,
  )
  const folds = [-0.2, -0.27]
    .map((y) => curve([head.at(-0.4 + back, y + 0.03), head.at(0, y - 0.02), head.at(0.38 + back, y + 0.01)]))
    .join('')
  return band + path(folds, { width: head.line * 0.45, opacity: 0.7 })
}

function strap(head: HeadFrame, fill: string): string {
  return path(curve([head.at(-0.4, -0.1), head.at(0, -0.02), head.at(0.4, -0.1)]), {
    stroke: fill,
    width: Math.max(head.line, head.size * 0.03),
  })
}

function eyepatch(head: HeadFrame, fill: string): string {
  const { x, y } = eyeOf(head)
  const centre = head.at(x, y + 0.01)
  const cord =
    polyline([head.at(x - 0.08, y - 0.06), head.at(isProfile(head) ? -0.38 : -0.4, -0.2)]) +
    polyline([head.at(x + 0.07, y - 0.08), head.at(isProfile(head) ? 0.31 : 0.33, -0.27)])
  return (
    path(cord, { stroke: fill, width: Math.max(head.line, head.size * 0.022) }) +
    path(ellipse(centre.x, centre.y, head.size * 0.115, head.size * 0.105), { fill, width: head.line * 0.8 })
  )
}

function mask(head: HeadFrame, fill: string): string {
  const axis = isProfile(head) ? 0.24 : axisOf(head)
  const wide = isProfile(head) ? 0.14 : 0.26
  const y = head.nod
  return (
    path(polyline([head.at(axis - wide, 0.12 + y), head.at(isProfile(head) ? -0.05 : -0.36, 0.02)]), {
      width: head.line * 0.8,
    }) +
    shape(
      head,
      [
        [axis - wide, 0.1 + y],
        [axis, 0.05 + y],
        [axis + wide * 0.9, 0.1 + y],
        [axis + wide * 0.85, 0.36 + y],
        [axis, 0.5 + y * 0.6],
        [axis - wide * 0.9, 0.36 + y],
      ],
      fill,
    ) +
    path(
      [0.18, 0.27, 0.36]
        .map((v) =>
          curve([
            head.at(axis - wide * 0.8, v + y),
            head.at(axis, v + 0.03 + y),
            head.at(axis + wide * 0.75, v + y),
          ]),
        )
        .join(''),
      { width: head.line * 0.4, opacity: 0.6 },
    )
  )
}

function headphones(head: HeadFrame, fill: string): string {
  const w = isProfile(head) ? 0 : 0.42
  const arc = isProfile(head)
    ? curve([head.at(-0.06, 0), head.at(-0.08, -0.3), head.at(-0.02, -0.58)])
    : curve([head.at(-w, 0), head.at(-0.38, -0.4), head.at(0, -0.58), head.at(0.38, -0.4), head.at(w, 0)])
  const cups = (isProfile(head) ? [-0.06] : [-w, w])
    .map((x) => {
      const centre = head.at(x, 0.05)
      return ellipse(centre.x, centre.y, head.size * (isProfile(head) ? 0.12 : 0.07), head.size * 0.13)
    })
    .join('')
  return (
    path(arc, { stroke: mix(fill, INK, 0.3), width: Math.max(head.line * 1.6, head.size * 0.05) }) +
    path(cups, { fill, width: head.line })
  )
}

function scar(head: HeadFrame, fill: string): string {
  const { x, y } = eyeOf(head)
  return path(curve([head.at(x - 0.06, y + 0.1), head.at(x - 0.01, y + 0.19), head.at(x - 0.03, y + 0.29)]), {
    stroke: fill,
    width: Math.max(head.line, head.size * 0.022),
  })
}
