import { curve, type Point, polyline } from '@/lib/penPath'
import { type Area, HALO, MARKER, type Mark, OUTLINE } from './marks'

interface Style {
  width: number
  /** Of the halo, at both sides together. */
  halo: number
  haloOpacity?: number
  opacity?: number
  dash?: readonly [number, number]
}

/** Red lines in a halo. */
export function line(d: string, { width, halo, haloOpacity = 0.8, opacity, dash }: Style): Mark[] {
  return [
    { kind: 'path', d, stroke: HALO, width: halo, opacity: haloOpacity },
    { kind: 'path', d, stroke: MARKER, width, opacity, dash },
  ]
}

/** A fat storyboard arrow from `from` to `to`; `taper` narrows its tail, which reads as depth. */
export function arrow(from: Point, to: Point, thickness: number, taper = 1): Mark[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const ux = (to.x - from.x) / length
  const uy = (to.y - from.y) / length
  const at = (along: number, across: number): Point => ({
    x: from.x + ux * along - uy * across,
    y: from.y + uy * along + ux * across,
  })
  const neck = Math.max(length * 0.35, length - thickness * 1.9)
  const half = thickness / 2
  const d = polyline(
    [
      at(0, -half * taper),
      at(neck, -half),
      at(neck, -thickness * 1.15),
      at(length, 0),
      at(neck, thickness * 1.15),
      at(neck, half),
      at(0, half * taper),
    ],
    true,
  )
  return [
    { kind: 'path', d, stroke: HALO, width: 6, opacity: 0.85 },
    { kind: 'path', d, fill: MARKER, stroke: OUTLINE, width: 1.8 },
  ]
}

/** An arrow along a curve. */
export function bentArrow(points: readonly Point[], thickness: number): Mark[] {
  const last = points[points.length - 1] ?? { x: 0, y: 0 }
  const before = points[points.length - 2] ?? last
  const length = Math.hypot(last.x - before.x, last.y - before.y) || 1
  const tip = {
    x: last.x + ((last.x - before.x) / length) * thickness * 1.9,
    y: last.y + ((last.y - before.y) / length) * thickness * 1.9,
  }
  const d = curve(points)
  return [
    { kind: 'path', d, stroke: HALO, width: thickness + 6, opacity: 0.85 },
    { kind: 'path', d, stroke: OUTLINE, width: thickness + 2.6 },
    { kind: 'path', d, stroke: MARKER, width: thickness },
    ...arrow(last, tip, thickness),
  ]
}

/** The frame that the camera begins or ends with, in the middle, as a share of the whole. */
export function innerFrame(
  area: Area,
  share: number,
  dash?: readonly [number, number],
): { marks: Mark[]; corners: Point[] } {
  const width = area.width * share
  const height = area.height * share
  const x = (area.width - width) / 2
  const y = (area.height - height) / 2
  const corners = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ]
  return { marks: line(polyline(corners, true), { width: 2.6, halo: 5, dash }), corners }
}

/** The move's name. */
export const word = (text: string, x: number, y: number): Mark => ({
  kind: 'text',
  x,
  y,
  size: 20,
  text,
  fill: MARKER,
  halo: HALO,
})
