import { INK } from './palette'
import type { Rng } from './rng'

export interface Point {
  x: number
  y: number
}

export interface Stroke {
  /** `none` leaves the shape open. */
  fill?: string
  stroke?: string
  /** Line width in pixels; 0 draws no line. */
  width?: number
  opacity?: number
  dash?: string
}

/** Two decimals are invisible at 960 px and halve the markup. */
export const num = (value: number): string => String(Math.round(value * 10) / 10)

/** One `<path>`; lines have round ends, as a pen leaves them. */
export function path(d: string, style: Stroke = {}): string {
  const { fill = 'none', stroke = INK, width = 1.6, opacity = 1, dash } = style
  if (!d) return ''
  // Never `opacity`: that makes a layer, which is slow, and resvg 2.6 aborts the process on a layer off canvas.
  const share = Math.round(opacity * 100) / 100
  const faintFill = share < 1 && fill !== 'none' ? ` fill-opacity="${share}"` : ''
  const faintLine = share < 1 ? ` stroke-opacity="${share}"` : ''
  const line = width > 0 ? ` stroke="${stroke}" stroke-width="${num(width)}"${faintLine}` : ''
  return `<path d="${d}" fill="${fill}"${faintFill}${line}${dash ? ` stroke-dasharray="${dash}"` : ''}/>`
}

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

export function ellipse(cx: number, cy: number, rx: number, ry: number): string {
  return `M${num(cx - rx)} ${num(cy)}a${num(rx)} ${num(ry)} 0 1 0 ${num(rx * 2)} 0a${num(rx)} ${num(ry)} 0 1 0 ${num(-rx * 2)} 0Z`
}

/** A ruled line as a hand draws it: it bows a little and overshoots its ends. */
export function handLine(from: Point, to: Point, rng: Rng, overshoot = 3): string {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const length = Math.hypot(dx, dy)
  if (length < 0.5) return ''
  const over = Math.min(overshoot, length * 0.08) / length
  const bow = rng.range(-1, 1) * Math.min(2.2, length * 0.008)
  const start = { x: from.x - dx * over, y: from.y - dy * over }
  const end = { x: to.x + dx * over, y: to.y + dy * over }
  const middle = {
    x: (start.x + end.x) / 2 - (dy / length) * bow * 2,
    y: (start.y + end.y) / 2 + (dx / length) * bow * 2,
  }
  return `M${num(start.x)} ${num(start.y)}Q${num(middle.x)} ${num(middle.y)} ${num(end.x)} ${num(end.y)}`
}

/** Parallel pencil strokes across a rectangle, for shade. Returns path data. */
export function hatch(
  box: { x: number; y: number; width: number; height: number },
  gap: number,
  rng: Rng,
): string {
  let d = ''
  for (let offset = gap; offset < box.width + box.height; offset += gap) {
    const jitter = rng.range(-gap, gap) * 0.3
    const x1 = box.x + Math.min(box.width, offset + jitter)
    const y1 = box.y + Math.max(0, offset + jitter - box.width)
    const x2 = box.x + Math.max(0, offset + jitter - box.height)
    const y2 = box.y + Math.min(box.height, offset + jitter)
    d += `M${num(x1)} ${num(y1)}L${num(x2)} ${num(y2)}`
  }
  return d
}
