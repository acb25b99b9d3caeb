import { curve, ellipse, type Point, path, polyline } from '../ink'
import { INK, mix } from '../palette'
import type { BodyFrame } from './bodyFrame'
import type { WornThing } from './lookTypes'

/** Aprons, scarves, badges, straps: what lies over the clothes and under the arms. */
export function drawWornOnBody(body: BodyFrame): string {
  return body.look.worn.map(({ thing, colour }) => draw(body, thing, body.light.figure(colour))).join('')
}

function draw(body: BodyFrame, thing: WornThing, fill: string): string {
  const { line, pose } = body
  // Turned to the side the front of a body slides towards where it faces.
  const f = pose.isBack ? 0 : body.facing * 0.1
  const at = (x: number, y: number) => body.at(x + f * Math.min(1, (1.5 - y) * 6), y)
  const shape = (points: Point[], colour = fill) =>
    path(curve(points, true), { fill: colour, width: line * 0.9 })
  switch (thing) {
    case 'scarf':
      return (
        (pose.isBack
          ? ''
          : shape([
              at(0.01, 1.44),
              at(0.1, 1.42),
              at(0.11, 1.2),
              at(0.1, 1.06),
              at(0.03, 1.06),
              at(0.02, 1.24),
            ])) +
        shape([at(-0.11, 1.45), at(-0.1, 1.52), at(0, 1.5), at(0.1, 1.52), at(0.11, 1.45), at(0, 1.39)])
      )
    case 'apron':
      return pose.isBack
        ? path(polyline([at(-0.08, 1.47), at(0, 1.06), at(0.08, 1.47)]), { stroke: fill, width: line * 3 })
        : path(polyline([at(-0.08, 1.47), at(-0.1, 1.32)]) + polyline([at(0.08, 1.47), at(0.1, 1.32)]), {
            stroke: fill,
            width: line * 2.6,
          }) +
            path(
              polyline(
                [
                  at(-0.11, 1.33),
                  at(0.11, 1.33),
                  at(0.13, 1.08),
                  at(0.18, 0.98),
                  at(0.19, 0.62),
                  at(-0.19, 0.62),
                  at(-0.18, 0.98),
                  at(-0.13, 1.08),
                ],
                true,
              ),
              { fill, width: line * 0.9 },
            ) +
            path(polyline([at(-0.18, 1.06), at(0.18, 1.06)]), { width: line * 0.8 })
    case 'badge': {
      if (pose.isBack) return ''
      const centre = at(0.1, 1.29)
      const r = body.scale * 0.032
      const star = Array.from({ length: 10 }, (_, index) => {
        const angle = (index * Math.PI) / 5 - Math.PI / 2
        const reach = index % 2 ? r * 0.5 : r
        return { x: centre.x + Math.cos(angle) * reach, y: centre.y + Math.sin(angle) * reach }
      })
      return path(polyline(star, true), { fill, width: line * 0.7 })
    }
    case 'backpack':
      return pose.isBack
        ? shape([at(-0.17, 1.4), at(0, 1.44), at(0.17, 1.4), at(0.19, 1.0), at(0, 0.96), at(-0.19, 1.0)])
        : [-1, 1]
            .map((side) =>
              path(polyline([at(side * 0.12, 1.43), at(side * 0.14, 1.26), at(side * 0.17, 1.14)]), {
                stroke: fill,
                width: Math.max(line * 2, body.scale * 0.03),
              }),
            )
            .join('')
    case 'sash':
      return path(polyline([at(-0.14, 1.43), at(0.17, 1.02)]), {
        stroke: fill,
        width: Math.max(line * 2, body.scale * 0.05),
      })
    case 'necklace':
      return pose.isBack
        ? ''
        : path(curve([at(-0.075, 1.45), at(-0.05, 1.36), at(0, 1.33), at(0.05, 1.36), at(0.075, 1.45)]), {
            stroke: fill,
            width: Math.max(1, body.scale * 0.014),
            dash: `0.1 ${Math.max(1.6, body.scale * 0.02).toFixed(1)}`,
          }) + dot(at(0, 1.325), body.scale * 0.014, fill, line)
    default:
      return ''
  }
}

const dot = (centre: Point, r: number, fill: string, line: number) =>
  path(ellipse(centre.x, centre.y, r, r), { fill, width: line * 0.6 })

/** The cloth that carries a forearm, from the elbow to the hand, and its loop round the neck. */
export function drawSling(body: BodyFrame, elbow: Point, hand: Point): string {
  const worn = body.look.worn.find(({ thing }) => thing === 'sling')
  if (!worn) return ''
  const fill = body.light.figure(worn.colour)
  const s = body.scale
  const out = elbow.x > hand.x ? 1 : -1
  const cloth = [
    { x: hand.x, y: hand.y - s * 0.055 },
    { x: elbow.x - out * s * 0.02, y: elbow.y - s * 0.1 },
    { x: elbow.x + out * s * 0.055, y: elbow.y - s * 0.02 },
    { x: elbow.x + out * s * 0.03, y: elbow.y + s * 0.07 },
    { x: (elbow.x + hand.x) / 2, y: (elbow.y + hand.y) / 2 + s * 0.1 },
    { x: hand.x, y: hand.y + s * 0.055 },
  ]
  const ties =
    polyline([body.at(out * 0.07, 1.47), { x: hand.x + out * s * 0.02, y: hand.y - s * 0.04 }]) +
    polyline([body.at(-out * 0.07, 1.47), { x: hand.x, y: hand.y - s * 0.04 }])
  return (
    path(ties, { width: Math.max(body.line * 2.4, s * 0.032) }) +
    path(ties, { stroke: fill, width: Math.max(body.line * 1.4, s * 0.022) }) +
    path(curve(cloth, true), { fill, width: body.line }) +
    path(curve([cloth[1] as Point, cloth[4] as Point]), {
      stroke: mix(fill, INK, 0.5),
      width: body.line * 0.5,
    })
  )
}
