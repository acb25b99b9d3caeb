import type { CameraMove } from '@/contracts'
import { type Point, polyline } from '@/lib/penPath'
import { isUpwards, isZoomOut, sideways } from './direction'
import type { Area, Mark } from './marks'
import { shakeMarks } from './shakeMarks'
import { arrow, bentArrow, innerFrame, line, word } from './shapes'

const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
})

/**
 * A camera's movement as storyboard artists mark it, over the frame. None for a camera that stands still.
 *
 * @param area of the picture; lines have the same width in every area, so that a small one has bold arrows
 */
export function cameraMarks(move: CameraMove, area: Area): Mark[] {
  const { width: w, height: h } = area
  const thick = Math.max(11, h * 0.028)
  switch (move.movement) {
    case 'static':
      return []
    case 'pan': {
      const side = sideways(move)
      const y = h * 0.91
      return [
        ...arrow({ x: w / 2 - side * w * 0.26, y }, { x: w / 2 + side * w * 0.26, y }, thick, 0.4),
        word('PAN', w / 2, y - thick * 1.5),
      ]
    }
    case 'tilt': {
      const x = w * 0.93
      const isUp = isUpwards(move)
      const from = { x, y: isUp ? h * 0.78 : h * 0.2 }
      return [
        ...arrow(from, { x, y: isUp ? h * 0.2 : h * 0.78 }, thick, 0.4),
        word('TILT', x - thick * 1.6, h * 0.88),
      ]
    }
    case 'dolly-in':
    case 'dolly-out':
      return dolly(area, thick, move.movement === 'dolly-in')
    case 'track':
      return track(area, thick, sideways(move))
    case 'crane': {
      const rising = [
        { x: w * 0.86, y: h * 0.86 },
        { x: w * 0.925, y: h * 0.66 },
        { x: w * 0.93, y: h * 0.42 },
        { x: w * 0.9, y: h * 0.24 },
      ]
      const points = isUpwards(move) ? rising : rising.map(({ x, y }) => ({ x, y: h * 1.02 - y }))
      return [...bentArrow(points, thick), word('CRANE', w * 0.86, h * 0.96)]
    }
    case 'handheld':
      return [...shakeMarks(area), word('HANDHELD', w / 2, h * 0.95)]
    case 'zoom':
      return zoom(area, thick, isZoomOut(move))
    case 'orbit': {
      const side = sideways(move)
      const points = Array.from({ length: 9 }, (_, step) => {
        const angle = Math.PI * (0.06 + 0.72 * (step / 8))
        return { x: w / 2 - side * Math.cos(angle) * w * 0.36, y: h * 0.74 + Math.sin(angle) * h * 0.15 }
      })
      return [...bentArrow(points, thick * 0.9), word('ORBIT', w / 2, h * 0.97)]
    }
    case 'rack-focus':
      return rackFocus(area, thick)
  }
}

const cornersOf = ({ width, height }: Area): Point[] => [
  { x: 0, y: 0 },
  { x: width, y: 0 },
  { x: width, y: height },
  { x: 0, y: height },
]

function dolly(area: Area, thick: number, isIn: boolean): Mark[] {
  const inner = innerFrame(area, 0.6)
  const outer = cornersOf(area)
  const arrows = inner.corners.flatMap((corner, index) => {
    const edge = outer[index] ?? corner
    const far = between(edge, corner, 0.22)
    const near = between(edge, corner, 0.9)
    return isIn ? arrow(far, near, thick * 0.9, 1.7) : arrow(near, far, thick * 0.9, 0.4)
  })
  return [
    ...inner.marks,
    ...arrows,
    word(isIn ? 'DOLLY IN' : 'DOLLY OUT', area.width / 2, area.height * 0.8 - 8),
  ]
}

/** An arrow on rails. */
function track({ width: w, height: h }: Area, thick: number, side: 1 | -1): Mark[] {
  const y = h * 0.93
  const rails = [y + thick * 0.9, y + thick * 1.7].map((at) =>
    polyline([
      { x: w * 0.14, y: at },
      { x: w * 0.86, y: at },
    ]),
  )
  let ties = ''
  for (let x = 0.16; x < 0.86; x += 0.035)
    ties += polyline([
      { x: x * w, y: y + thick * 0.7 },
      { x: x * w, y: y + thick * 1.9 },
    ])
  return [
    ...line(rails.join('') + ties, { width: 1.8, halo: 4 }),
    ...arrow({ x: w / 2 - side * w * 0.3, y }, { x: w / 2 + side * w * 0.3, y }, thick),
    word('TRACK', w / 2, y - thick * 1.5),
  ]
}

/** The frame at the other end of the lens, in dashes: nothing moves but the view. */
function zoom(area: Area, thick: number, isOut: boolean): Mark[] {
  const { width: w, height: h } = area
  const dash = [14, 9] as const
  const inner = innerFrame(area, 0.56, dash)
  const outer = cornersOf(area)
  const lines = inner.corners.map((corner, index) => polyline([outer[index] ?? corner, corner])).join('')
  const arrows = [0.06, 0.94].flatMap((edge) => {
    const at = [
      { x: w * edge, y: h / 2 },
      { x: w * (edge < 0.5 ? 0.19 : 0.81), y: h / 2 },
    ] as const
    return isOut ? arrow(at[1], at[0], thick, 0.7) : arrow(at[0], at[1], thick, 1.3)
  })
  return [
    ...line(lines, { width: 1.6, halo: 4, haloOpacity: 0.7, dash }),
    ...inner.marks,
    ...arrows,
    word(isOut ? 'ZOOM OUT' : 'ZOOM', w / 2, h * 0.78 - 8),
  ]
}

/** From what is sharp first, near, to what is sharp then, far. */
function rackFocus({ width: w, height: h }: Area, thick: number): Mark[] {
  const plane = ({ x, y }: Point, size: number): Mark[] => {
    const reach = size * 0.7
    const d = [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ]
      .map(([sx = 1, sy = 1]) =>
        polyline([
          { x: x + sx * size, y: y + sy * reach },
          { x: x + sx * size, y: y + sy * size },
          { x: x + sx * reach, y: y + sy * size },
        ]),
      )
      .join('')
    return line(d, { width: 3, halo: 7 })
  }
  const near = { x: w * 0.3, y: h * 0.62 }
  const far = { x: w * 0.72, y: h * 0.34 }
  return [
    ...plane(near, h * 0.15),
    ...plane(far, h * 0.09),
    ...arrow(between(near, far, 0.4), between(near, far, 0.74), thick * 0.8),
    word('A', near.x, near.y + h * 0.15 + 26),
    word('B', far.x, far.y + h * 0.09 + 26),
  ]
}
