import type { PanelBrief } from '@/contracts'
import { curve, type Point, path, polyline } from './ink'
import { ACCENT, PAPER } from './palette'
import { createRng } from './rng'
import { label } from './text'

interface Area {
  width: number
  height: number
}

/** A fat storyboard arrow from `from` to `to`; `taper` narrows its tail, which reads as depth. */
function arrow(from: Point, to: Point, thickness: number, taper = 1): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const ux = (to.x - from.x) / length
  const uy = (to.y - from.y) / length
  const at = (along: number, across: number): Point => ({
    x: from.x + ux * along - uy * across,
    y: from.y + uy * along + ux * across,
  })
  const neck = Math.max(length * 0.35, length - thickness * 1.9)
  const half = thickness / 2
  const points = [
    at(0, -half * taper),
    at(neck, -half),
    at(neck, -thickness * 1.15),
    at(length, 0),
    at(neck, thickness * 1.15),
    at(neck, half),
    at(0, half * taper),
  ]
  return inked(polyline(points, true))
}

/** Red with a paper halo: readable on night skies and on white walls. */
const inked = (d: string) =>
  path(d, { stroke: PAPER, width: 6, opacity: 0.85 }) + path(d, { fill: ACCENT, width: 1.8 })

function bentArrow(points: readonly Point[], thickness: number): string {
  const last = points[points.length - 1] ?? { x: 0, y: 0 }
  const before = points[points.length - 2] ?? last
  const length = Math.hypot(last.x - before.x, last.y - before.y) || 1
  const tip = {
    x: last.x + ((last.x - before.x) / length) * thickness * 1.9,
    y: last.y + ((last.y - before.y) / length) * thickness * 1.9,
  }
  const line = curve(points)
  return (
    path(line, { stroke: PAPER, width: thickness + 6, opacity: 0.85 }) +
    path(line, { width: thickness + 2.6 }) +
    path(line, { stroke: ACCENT, width: thickness }) +
    arrow(last, tip, thickness, 1)
  )
}

function box(area: Area, share: number, dash?: string): { svg: string; corners: Point[] } {
  const w = area.width * share
  const h = area.height * share
  const x = (area.width - w) / 2
  const y = (area.height - h) / 2
  const corners = [
    { x, y },
    { x: x + w, y },
    { x: x + w, y: y + h },
    { x, y: y + h },
  ]
  const d = polyline(corners, true)
  const style = dash ? { dash } : {}
  return {
    svg:
      path(d, { stroke: PAPER, width: 5, opacity: 0.8 }) + path(d, { stroke: ACCENT, width: 2.6, ...style }),
    corners,
  }
}

const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
})

/** The camera's movement as storyboard artists mark it, over the frame. */
export function drawMovement(brief: PanelBrief, area: Area): string {
  const { width: w, height: h } = area
  const rng = createRng(`${brief.sceneNumber}|${brief.shotNumber}|${brief.variation}|movement`)
  const side = rng.chance(0.5) ? 1 : -1
  const thick = Math.max(11, h * 0.028)
  const outer = [
    { x: 0, y: 0 },
    { x: w, y: 0 },
    { x: w, y: h },
    { x: 0, y: h },
  ]
  switch (brief.movement) {
    case 'static':
      return ''
    case 'pan': {
      const y = h * 0.91
      return (
        arrow({ x: w / 2 - side * w * 0.26, y }, { x: w / 2 + side * w * 0.26, y }, thick, 0.4) +
        tag('PAN', w / 2, y - thick * 1.5)
      )
    }
    case 'tilt': {
      const x = w * 0.93
      const isUp = brief.angle === 'low' || (brief.angle !== 'high' && rng.chance(0.5))
      const from = { x, y: isUp ? h * 0.78 : h * 0.2 }
      return (
        arrow(from, { x, y: isUp ? h * 0.2 : h * 0.78 }, thick, 0.4) + tag('TILT', x - thick * 1.6, h * 0.88)
      )
    }
    case 'dolly-in':
    case 'dolly-out': {
      const isIn = brief.movement === 'dolly-in'
      const inner = box(area, 0.6)
      const arrows = inner.corners.map((corner, index) => {
        const edge = outer[index] ?? corner
        const far = between(edge, corner, 0.22)
        const near = between(edge, corner, 0.9)
        return isIn ? arrow(far, near, thick * 0.9, 1.7) : arrow(near, far, thick * 0.9, 0.4)
      })
      return inner.svg + arrows.join('') + tag(isIn ? 'DOLLY IN' : 'DOLLY OUT', w / 2, h * 0.8 - 8)
    }
    case 'track': {
      const y = h * 0.93
      const rails = [y + thick * 0.9, y + thick * 1.7]
        .map((at) =>
          polyline([
            { x: w * 0.14, y: at },
            { x: w * 0.86, y: at },
          ]),
        )
        .join('')
      let ties = ''
      for (let x = 0.16; x < 0.86; x += 0.035)
        ties += `M${(x * w).toFixed(0)} ${(y + thick * 0.7).toFixed(0)}v${(thick * 1.2).toFixed(0)}`
      return (
        path(rails + ties, { stroke: PAPER, width: 4, opacity: 0.8 }) +
        path(rails + ties, { stroke: ACCENT, width: 1.8 }) +
        arrow({ x: w / 2 - side * w * 0.3, y }, { x: w / 2 + side * w * 0.3, y }, thick, 1) +
        tag('TRACK', w / 2, y - thick * 1.5)
      )
    }
    case 'crane': {
      const points = [
        { x: w * 0.86, y: h * 0.86 },
        { x: w * 0.925, y: h * 0.66 },
        { x: w * 0.93, y: h * 0.42 },
        { x: w * 0.9, y: h * 0.24 },
      ]
      return bentArrow(points, thick) + tag('CRANE', w * 0.86, h * 0.95)
    }
    case 'handheld':
      return drawShake(area, rng.range(0, 6)) + tag('HANDHELD', w / 2, h * 0.95)
    case 'zoom': {
      const inner = box(area, 0.56, '14 9')
      const lines = inner.corners.map((corner, index) => polyline([outer[index] ?? corner, corner])).join('')
      const arrows = [
        arrow({ x: w * 0.06, y: h / 2 }, { x: w * 0.19, y: h / 2 }, thick, 1.3),
        arrow({ x: w * 0.94, y: h / 2 }, { x: w * 0.81, y: h / 2 }, thick, 1.3),
      ]
      return (
        path(lines, { stroke: PAPER, width: 4, opacity: 0.7 }) +
        path(lines, { stroke: ACCENT, width: 1.6, dash: '14 9' }) +
        inner.svg +
        arrows.join('') +
        tag('ZOOM', w / 2, h * 0.78 - 8)
      )
    }
    case 'orbit': {
      const points: Point[] = []
      for (let step = 0; step <= 8; step += 1) {
        const angle = Math.PI * (0.06 + 0.72 * (step / 8))
        points.push({
          x: w / 2 + side * Math.cos(angle) * w * 0.36,
          y: h * 0.74 + Math.sin(angle) * h * 0.15,
        })
      }
      return bentArrow(points, thick * 0.9) + tag('ORBIT', w / 2, h * 0.97)
    }
    case 'rack-focus': {
      const plane = (x: number, y: number, size: number) => {
        const c = size * 0.3
        const d = [
          [-1, -1],
          [1, -1],
          [1, 1],
          [-1, 1],
        ]
          .map(([sx = 1, sy = 1]) =>
            polyline([
              { x: x + sx * size, y: y + sy * (size - c) },
              { x: x + sx * size, y: y + sy * size },
              { x: x + sx * (size - c), y: y + sy * size },
            ]),
          )
          .join('')
        return path(d, { stroke: PAPER, width: 7, opacity: 0.8 }) + path(d, { stroke: ACCENT, width: 3 })
      }
      const near = { x: w * (side > 0 ? 0.3 : 0.7), y: h * 0.62 }
      const far = { x: w * (side > 0 ? 0.72 : 0.28), y: h * 0.34 }
      return (
        plane(near.x, near.y, h * 0.15) +
        plane(far.x, far.y, h * 0.09) +
        arrow(between(near, far, 0.4), between(near, far, 0.74), thick * 0.8, 1) +
        tag('A', near.x, near.y + h * 0.15 + 26) +
        tag('B', far.x, far.y + h * 0.09 + 26)
      )
    }
  }
}

/** Two frame outlines out of register, and jitter at the corners. */
function drawShake(area: Area, phase: number): string {
  const { width: w, height: h } = area
  const frame = (dx: number, dy: number, tilt: number) =>
    polyline(
      [
        { x: 22 + dx, y: 20 + dy + tilt },
        { x: w - 22 + dx, y: 20 + dy - tilt },
        { x: w - 22 + dx - tilt, y: h - 20 + dy },
        { x: 22 + dx + tilt, y: h - 20 + dy + tilt },
      ],
      true,
    )
  const zigzag = (x: number, y: number, flip: number) =>
    polyline(
      Array.from({ length: 6 }, (_, index) => ({
        x: x + flip * index * 9,
        y: y + (index % 2 ? 9 : -9) + Math.sin(index + phase) * 3,
      })),
    )
  const marks =
    zigzag(40, 46, 1) + zigzag(w - 40, 46, -1) + zigzag(40, h - 46, 1) + zigzag(w - 40, h - 46, -1)
  return (
    path(frame(-6, 4, 5), { stroke: ACCENT, width: 1.8, opacity: 0.8 }) +
    path(frame(7, -4, -6), { stroke: ACCENT, width: 1.8, opacity: 0.8 }) +
    path(marks, { stroke: PAPER, width: 7, opacity: 0.8 }) +
    path(marks, { stroke: ACCENT, width: 3.2 })
  )
}

function tag(text: string, x: number, y: number): string {
  const halo = label(x, y, text, { size: 20, anchor: 'middle', fill: PAPER }).replace(
    '<text',
    `<text stroke="${PAPER}" stroke-width="5"`,
  )
  return halo + label(x, y, text, { size: 20, anchor: 'middle', fill: ACCENT, weight: 'bold' })
}
