import { num, type Point } from '@/lib/penPath'
import { INK } from './palette'
import type { Rng } from './rng'

export { curve, num, type Point, polyline } from '@/lib/penPath'

export interface Stroke {
  /** `none` leaves the shape open. */
  fill?: string
  stroke?: string
  /** Line width in pixels; 0 draws no line. */
  width?: number
  opacity?: number
  dash?: string
}

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
