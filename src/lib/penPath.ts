/** Path data of SVG, for whatever is drawn with lines: pictures, marks over pictures, print. */

export interface Point {
  x: number
  y: number
}

/** More decimals are invisible at 960 px and double the markup. */
export const num = (value: number): string => String(Math.round(value * 10) / 10)

/** Straight-edged path through the points. */
export function polyline(points: readonly Point[], isClosed = false): string {
  if (points.length === 0) return ''
  const body = points.map((point) => `${num(point.x)} ${num(point.y)}`).join('L')
  return `M${body}${isClosed ? 'Z' : ''}`
}

/** Catmull–Rom curve through all the points: the smooth outline of bodies, hair and hills. */
export function curve(points: readonly Point[], isClosed = false): string {
  const count = points.length
  if (count < 3) return polyline(points, isClosed)
  const at = (index: number): Point => {
    const wrapped = isClosed ? (index + count) % count : Math.min(count - 1, Math.max(0, index))
    return points[wrapped] ?? { x: 0, y: 0 }
  }
  const start = at(0)
  let d = `M${num(start.x)} ${num(start.y)}`
  for (let index = 0; index < (isClosed ? count : count - 1); index += 1) {
    const before = at(index - 1)
    const from = at(index)
    const to = at(index + 1)
    const after = at(index + 2)
    d += `C${num(from.x + (to.x - before.x) / 6)} ${num(from.y + (to.y - before.y) / 6)} `
    d += `${num(to.x - (after.x - from.x) / 6)} ${num(to.y - (after.y - from.y) / 6)} ${num(to.x)} ${num(to.y)}`
  }
  return isClosed ? `${d}Z` : d
}
