import { curve, path } from '../ink'
import { INK, mix } from '../palette'
import type { HeadFrame } from './frame'

/** Stubble is a shadow on the skin whatever the hair is. */
function beardColour(head: HeadFrame): string {
  const { facialHair, hairColour, skin } = head.look
  return head.light.figure(facialHair === 'stubble' ? mix(skin, INK, 0.7) : hairColour)
}

/** Beard, moustache, goatee or stubble on a face turned from full to three-quarter; `axis` is its middle. */
export function drawBeard(head: HeadFrame, axis: number): string {
  const { facialHair, jaw } = head.look
  if (facialHair === 'none') return ''
  const fill = beardColour(head)
  const mouth = axis + 0.05 * head.yaw
  const y = 0.3 + head.nod
  const t = head.yaw
  let svg = ''
  if (facialHair === 'beard' || facialHair === 'stubble') {
    const points = [
      head.at(-0.335 + 0.05 * t, 0.02),
      head.at(-0.3 * jaw + 0.06 * t, 0.34),
      head.at(-0.1 + 0.16 * t, 0.54),
      head.at(0.12 + 0.15 * t, 0.53),
      head.at(0.29 * jaw + 0.03 * t, 0.33),
      head.at(0.33 - 0.05 * t, 0.04),
      head.at(0.24, 0.17),
      head.at(mouth + 0.1, y - 0.07),
      head.at(mouth, y - 0.075),
      head.at(mouth - 0.11, y - 0.07),
      head.at(-0.24 + 0.1 * t, 0.17),
    ]
    svg += path(curve(points, true), {
      fill,
      width: facialHair === 'beard' ? head.line * 0.7 : 0,
      opacity: facialHair === 'beard' ? 1 : 0.25,
    })
  }
  if (facialHair === 'moustache' || facialHair === 'goatee') {
    const points = [
      head.at(mouth - 0.14, y - 0.005),
      head.at(mouth - 0.06, y - 0.075),
      head.at(mouth, y - 0.06),
      head.at(mouth + 0.06, y - 0.075),
      head.at(mouth + 0.14, y - 0.005),
      head.at(mouth, y - 0.028),
    ]
    svg += path(curve(points, true), { fill, width: head.line * 0.5 })
  }
  if (facialHair === 'goatee') {
    const points = [
      head.at(mouth - 0.09, y + 0.07),
      head.at(mouth + 0.09, y + 0.07),
      head.at(mouth + 0.06, y + 0.24),
      head.at(mouth - 0.05, y + 0.24),
    ]
    svg += path(curve(points, true), { fill, width: head.line * 0.5 })
  }
  return svg
}

/** The same in profile. */
export function drawProfileBeard(head: HeadFrame): string {
  const { facialHair } = head.look
  if (facialHair === 'none') return ''
  const fill = beardColour(head)
  if (facialHair === 'beard' || facialHair === 'stubble') {
    const points = [
      [-0.04, 0.1],
      [0.1, 0.24],
      [0.3, 0.235],
      [0.37, 0.27],
      [0.27, 0.305],
      [0.37, 0.36],
      [0.38, 0.5],
      [0.24, 0.56],
      [0.02, 0.44],
      [-0.08, 0.26],
    ]
    return path(
      curve(
        points.map(([x = 0, y = 0]) => head.at(x, y)),
        true,
      ),
      {
        fill,
        width: facialHair === 'beard' ? head.line * 0.7 : 0,
        opacity: facialHair === 'beard' ? 1 : 0.25,
      },
    )
  }
  const lip = path(
    curve([head.at(0.22, 0.3), head.at(0.33, 0.22), head.at(0.39, 0.27), head.at(0.32, 0.275)], true),
    { fill, width: head.line * 0.5 },
  )
  if (facialHair === 'moustache') return lip
  return (
    lip +
    path(curve([head.at(0.29, 0.39), head.at(0.36, 0.4), head.at(0.37, 0.56), head.at(0.28, 0.53)], true), {
      fill,
      width: head.line * 0.5,
    })
  )
}
