import { curve, path } from '../ink'
import { mix } from '../palette'
import type { BodyFrame } from './bodyFrame'
import { limb } from './limb'

/** Both legs with shoes: standing, striding, or folded over the edge of a seat. */
export function drawLegs(body: BodyFrame): string {
  const { look, light, line, scale } = body
  const isDress = look.garment === 'dress'
  const fill = light.figure(isDress ? look.skin : look.trousers)
  const dark = mix(fill, '#1f1916', 0.2)
  const g = look.girth * scale * (isDress ? 0.72 : 1)
  const close = 1 - 0.4 * Math.abs(body.facing)
  // From behind a step is not seen to the side: the heel that leaves the ground tells of it.
  const lift = body.pose.isBack ? 0.14 : 0.05
  const leg = (side: 1 | -1) => {
    const stride = body.pose.stride * side
    const lean = body.facing === 0 ? 0 : Math.sign(body.facing) * stride
    const x = side * 0.095 * close * look.girth
    const hip = body.at(x, 0.92)
    const knee = body.pose.isSitting ? body.seated(side, 'knee') : body.at(x * 1.05 + lean * 0.12, 0.5)
    const ankle = body.pose.isSitting
      ? body.seated(side, 'ankle')
      : body.at(x * 1.1 + lean * 0.26, 0.09 + (stride > 0 ? stride * lift : 0))
    const colour = side === -light.side ? dark : fill
    const toe = body.facing === 0 ? side * 0.3 : Math.sign(body.facing)
    return (
      shoe(body, ankle.x, ankle.y, toe) +
      limb([hip, knee, ankle], [0.088 * g, 0.066 * g, 0.05 * g], { fill: colour, width: line })
    )
  }
  return body.facing > 0 ? leg(1) + leg(-1) : leg(-1) + leg(1)
}

function shoe(body: BodyFrame, x: number, y: number, toe: number): string {
  const s = body.scale
  const points = [
    { x: x - 0.055 * s, y: y - 0.01 * s },
    { x: x - 0.06 * s + toe * 0.01 * s, y: y + 0.075 * s },
    { x: x + toe * 0.1 * s, y: y + 0.088 * s },
    { x: x + 0.055 * s + toe * 0.1 * s, y: y + 0.07 * s },
    { x: x + 0.05 * s, y: y - 0.01 * s },
  ]
  return path(curve(points, true), { fill: body.light.figure('#3a322c'), width: body.line * 0.9 })
}
