import type { Point3 } from '../camera'
import { curve, ellipse, type Point, path, polyline } from '../ink'
import type { SetPainter } from './painter'

interface Spot {
  x: number
  z: number
}

/** A tree: a round crown, a conifer, a palm or a bare one. From above only the crown is seen. */
export function tree(
  painter: SetPainter,
  { x, z }: Spot,
  height: number,
  kind: 'round' | 'fir' | 'palm' | 'bare' = 'round',
): void {
  const { light, rng, camera } = painter
  const green = light.wash(kind === 'fir' ? '#6f7f68' : '#8c9a72')
  if (camera.isOverhead) {
    painter.sprite({ x, y: 0.1, z }, (frame) =>
      path(blob(frame.at(0, 0), frame.scale * height * 0.2, frame.scale * height * 0.2, rng.range(0, 9)), {
        fill: green,
        stroke: light.ink,
        width: 1.4,
      }),
    )
    return
  }
  painter.sprite({ x, y: 0, z }, (frame) => {
    const ink = { stroke: light.ink, width: frame.line }
    const trunk = polyline(
      [
        frame.at(-height * 0.025, 0),
        frame.at(-height * 0.015, height * 0.6),
        frame.at(height * 0.015, height * 0.6),
        frame.at(height * 0.03, 0),
      ],
      true,
    )
    let svg = path(trunk, { fill: light.tone(0.5), ...ink })
    if (kind === 'fir') {
      const points: Point[] = []
      for (let level = 0; level <= 5; level += 1) {
        const y = height * (0.12 + level * 0.16)
        const reach = height * 0.2 * (1 - level / 6.4)
        points.push(frame.at(-reach, y), frame.at(-reach * 0.5, y + height * 0.06))
      }
      const mirrored = points.map((point) => ({ x: frame.at(0, 0).x * 2 - point.x, y: point.y })).reverse()
      return (
        svg + path(polyline([...points, frame.at(0, height), ...mirrored], true), { fill: green, ...ink })
      )
    }
    if (kind === 'palm') {
      for (let leaf = 0; leaf < 7; leaf += 1) {
        const angle = -1.9 + (leaf / 6) * 3.8
        svg += path(
          curve([
            frame.at(0, height * 0.6),
            frame.at(Math.sin(angle) * height * 0.2, height * (0.66 + 0.1 * Math.cos(angle))),
            frame.at(Math.sin(angle) * height * 0.36, height * (0.52 + 0.14 * Math.cos(angle))),
          ]),
          { stroke: green, width: frame.line * 5 },
        )
      }
      return svg
    }
    if (kind === 'bare') {
      let twigs = ''
      for (let twig = 0; twig < 9; twig += 1) {
        const from = height * rng.range(0.3, 0.58)
        const side = twig % 2 ? 1 : -1
        twigs += curve([
          frame.at(0, from),
          frame.at(side * height * 0.1, from + height * 0.12),
          frame.at(side * height * rng.range(0.14, 0.26), from + height * rng.range(0.2, 0.4)),
        ])
      }
      return svg + path(twigs, { ...ink, width: frame.line * 1.4 })
    }
    const centre = frame.at(0, height * 0.7)
    const radius = height * 0.3 * frame.scale
    const crown = blob(centre, radius, radius * 0.95, rng.range(0, 9))
    const shade = blob(
      { x: centre.x + light.side * radius * 0.3, y: centre.y + radius * 0.35 },
      radius * 0.6,
      radius * 0.5,
      rng.range(0, 9),
    )
    svg +=
      path(crown, { fill: green, ...ink }) + path(shade, { fill: light.tone(0.6), width: 0, opacity: 0.22 })
    return svg
  })
}

/** A wobbly round outline: leaves, bushes, smoke. */
export function blob(centre: Point, rx: number, ry: number, phase: number): string {
  const points: Point[] = []
  for (let index = 0; index < 14; index += 1) {
    const angle = (index / 14) * Math.PI * 2
    const swell = 1 + 0.1 * Math.sin(index * 2.4 + phase) + 0.05 * Math.sin(index * 5.1 + phase)
    points.push({ x: centre.x + Math.cos(angle) * rx * swell, y: centre.y + Math.sin(angle) * ry * swell })
  }
  return curve(points, true)
}

export function bush(painter: SetPainter, { x, z }: Spot, size: number): void {
  const { light, rng } = painter
  painter.sprite({ x, y: 0, z }, (frame) =>
    path(
      blob(frame.at(0, size * 0.4), size * frame.scale * 0.7, size * frame.scale * 0.45, rng.range(0, 9)),
      { fill: light.wash('#97a37f'), stroke: light.ink, width: frame.line },
    ),
  )
}

export function rock(painter: SetPainter, { x, z }: Spot, size: number): void {
  const { light, rng } = painter
  const lean = rng.range(-0.15, 0.15)
  painter.sprite({ x, y: 0, z }, (frame) => {
    const outline = [
      frame.at(-size * 0.6, 0),
      frame.at(-size * 0.5, size * 0.35),
      frame.at(-size * 0.15 + lean, size * 0.62),
      frame.at(size * 0.28 + lean, size * 0.55),
      frame.at(size * 0.6, size * 0.18),
      frame.at(size * 0.64, 0),
    ]
    const face = [
      frame.at(size * 0.05 + lean, size * 0.58),
      frame.at(size * 0.02, size * 0.2),
      frame.at(size * 0.2, 0),
      frame.at(size * 0.64, 0),
      frame.at(size * 0.6, size * 0.18),
      frame.at(size * 0.28 + lean, size * 0.55),
    ]
    return (
      path(polyline(outline, true), { fill: light.tone(0.24), stroke: light.ink, width: frame.line }) +
      path(polyline(face, true), { fill: light.tone(0.4), stroke: light.ink, width: frame.line * 0.6 })
    )
  })
}

/** A house front with rows of windows; some are lit at night. */
export function building(
  painter: SetPainter,
  spot: Spot,
  width: number,
  depth: number,
  height: number,
  tone: number,
): void {
  painter.box({ ...spot, width, depth, height, tone })
  painter.aside(() => paintWindows(painter, spot, width, depth, height))
}

function paintWindows(painter: SetPainter, spot: Spot, width: number, depth: number, height: number): void {
  const { light, rng, camera } = painter
  if (camera.isOverhead) return
  const eye = painter.eye()
  const columns = Math.max(2, Math.round(width / 1.9))
  const rows = Math.max(1, Math.floor((height - 1.4) / 2.6))
  const isSide = Math.abs(spot.x) > width / 2 + 0.5
  const sign = spot.x > eye.x ? -1 : 1
  const along = isSide ? depth : width
  const count = isSide ? Math.max(2, Math.round(depth / 1.9)) : columns
  const centre = camera.turn({ x: spot.x, y: 0, z: spot.z })
  const dark: string[] = []
  const lit: string[] = []
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < count; column += 1) {
      const u = -along / 2 + (along * (column + 0.5)) / count
      const y = 1.2 + row * 2.6
      const p = (du: number, dy: number): Point3 =>
        isSide
          ? { x: spot.x + (sign * width) / 2, y: y + dy, z: spot.z + u + du }
          : { x: spot.x + u + du, y: y + dy, z: spot.z - depth / 2 }
      const corners = [p(-0.42, 0), p(0.42, 0), p(0.42, 1.35), p(-0.42, 1.35)]
      const target = light.part !== 'day' && rng.chance(0.4) ? lit : dark
      if (corners.every((corner) => camera.projectSet(corner).depth > 0.8))
        target.push(painter.polygon(corners))
    }
  }
  const style = { stroke: light.ink, width: 0.8 }
  const svg =
    path(dark.join(''), { fill: light.tone(light.part === 'night' ? 0.75 : 0.42), ...style }) +
    path(lit.join(''), { fill: '#f0cf86', ...style })
  painter.overlay(centre.z - 0.02, svg)
}

export function lampPost(painter: SetPainter, { x, z }: Spot, height = 4): void {
  const { light } = painter
  painter.sprite({ x, y: 0, z }, (frame) => {
    const head = frame.at(0.35, height - 0.12)
    const glow =
      light.part === 'day'
        ? ''
        : path(ellipse(head.x, head.y, frame.scale * 1.1, frame.scale * 1.1), {
            fill: '#ffe3a3',
            width: 0,
            opacity: 0.2,
          }) +
          path(polyline([head, frame.at(1.6, 0), frame.at(-0.9, 0)], true), {
            fill: '#ffe3a3',
            width: 0,
            opacity: 0.1,
          })
    return (
      glow +
      path(
        curve([
          frame.at(0, 0),
          frame.at(0, height * 0.5),
          frame.at(0.02, height * 0.92),
          frame.at(0.35, height),
        ]),
        { stroke: light.ink, width: frame.line * 2 },
      ) +
      path(ellipse(head.x, head.y, frame.scale * 0.16, frame.scale * 0.09), {
        fill: light.part === 'day' ? light.tone(0.1) : '#fff0c4',
        stroke: light.ink,
        width: frame.line,
      })
    )
  })
}

/** A parked car, seen from its side. */
export function parkedCar(painter: SetPainter, { x, z }: Spot, tone = 0.35): void {
  const { light } = painter
  painter.sprite({ x, y: 0, z }, (frame) => {
    const at = frame.at
    const body = curve(
      [
        at(-2, 0.35),
        at(-1.98, 0.75),
        at(-1.25, 0.9),
        at(-0.8, 1.38),
        at(0.55, 1.42),
        at(1.15, 0.95),
        at(1.95, 0.8),
        at(2.05, 0.4),
        at(1.9, 0.3),
        at(-1.9, 0.28),
      ],
      true,
    )
    const glass =
      polyline([at(-1.05, 0.92), at(-0.68, 1.28), at(-0.1, 1.3), at(-0.1, 0.92)], true) +
      polyline([at(0, 0.92), at(0, 1.3), at(0.48, 1.3), at(0.92, 0.92)], true)
    const wheels = [-1.2, 1.25]
      .map((wx) => ellipse(at(wx, 0.3).x, at(wx, 0.3).y, frame.scale * 0.32, frame.scale * 0.32))
      .join('')
    const line = { stroke: light.ink, width: frame.line }
    return (
      path(body, { fill: light.tone(tone), ...line }) +
      path(glass, { fill: light.sky[1], ...line }) +
      path(wheels, { fill: light.tone(0.8), ...line })
    )
  })
}
