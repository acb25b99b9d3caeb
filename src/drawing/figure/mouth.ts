import { curve, path } from '../ink'
import { mix } from '../palette'
import type { HeadFrame } from './frame'

/** A mouth around `x` (head units): open and dark while speaking, closed in the mood while listening. */
export function drawMouth(head: HeadFrame, x: number): string {
  const y = 0.3 + head.nod * 0.9
  const isSide = head.yaw > 0.75
  const half = isSide ? 0.055 : 0.115 * (1 - 0.25 * head.yaw)
  const width = Math.max(0.7, head.line * 0.7)
  if (head.isSpeaking) {
    const gape = head.expression === 'angry' || head.expression === 'surprised' ? 0.085 : 0.058
    const points = [
      head.at(x - half * 0.85, y - 0.012),
      head.at(x, y - 0.034),
      head.at(x + half * 0.85, y - 0.012),
      head.at(x + half * 0.45, y + gape),
      head.at(x - half * 0.45, y + gape),
    ]
    let svg = path(curve(points, true), { fill: '#4a1d18', width })
    if (head.size > 46) {
      const teeth = [
        head.at(x - half * 0.6, y - 0.014),
        head.at(x, y - 0.026),
        head.at(x + half * 0.6, y - 0.014),
        head.at(x + half * 0.5, y + 0.008),
        head.at(x - half * 0.5, y + 0.008),
      ]
      svg += path(curve(teeth, true), { fill: '#f8f2e6', width: 0 })
      const tongue = [
        head.at(x - half * 0.3, y + gape * 0.8),
        head.at(x, y + gape * 0.5),
        head.at(x + half * 0.3, y + gape * 0.8),
      ]
      svg += path(curve(tongue, true), { fill: '#a2493f', width: 0 })
    }
    return svg
  }
  const bend = { neutral: 0.004, smile: 0.034, angry: -0.024, worried: -0.02, surprised: 0 }[head.expression]
  const line = curve([head.at(x - half, y - bend), head.at(x, y + bend * 0.6), head.at(x + half, y - bend)])
  let svg = ''
  if (head.size > 46 && !isSide) {
    const lips = [
      head.at(x - half, y - bend),
      head.at(x - half * 0.3, y - 0.026),
      head.at(x, y - 0.018),
      head.at(x + half * 0.3, y - 0.026),
      head.at(x + half, y - bend),
      head.at(x, y + 0.045),
    ]
    const colour = head.light.figure(mix(head.look.skin, '#8a2f2a', head.look.isFeminine ? 0.5 : 0.24))
    svg += path(curve(lips, true), { fill: colour, width: 0 })
    svg += path(
      curve([head.at(x - half * 0.4, y + 0.066), head.at(x, y + 0.074), head.at(x + half * 0.4, y + 0.066)]),
      { width: width * 0.5, opacity: 0.6 },
    )
  }
  return svg + path(line, { width })
}
