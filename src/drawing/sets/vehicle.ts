import { path, polyline } from '../ink'
import type { SetDesign } from './design'
import { chair } from './furniture'
import type { SetPainter } from './painter'
import { addWindow, buildRoom } from './room'
import { ceilingLights } from './work'

/** The view out of a moving car: sky, a far line of hills, and the pillars of its body. */
function buildCar(painter: SetPainter): void {
  const { camera, light, rng } = painter
  const { width: w, height: h } = camera
  if (camera.isOverhead) {
    painter.behind(`<rect width="${w}" height="${h}" fill="${light.tone(0.3)}"/>`)
    painter.box({ x: 0, z: 0.1, width: 1.9, depth: 1.2, height: 0.3, tone: 0.45 })
    return
  }
  // Cars are drawn around the actor and not in metres: the shell frames the face at every size.
  const body = light.tone(0.55)
  painter.behind(`<rect width="${w}" height="${h}" fill="${body}"/>`)
  const top = h * 0.09
  const sill = h * 0.6
  const pane = (points: Array<[number, number]>) => {
    const d = polyline(
      points.map(([x, y]) => ({ x: x * w, y })),
      true,
    )
    painter.behind(path(d, { fill: light.sky[0], stroke: light.ink, width: 3 }))
  }
  pane([
    [0.02, sill],
    [0.1, top],
    [0.46, top],
    [0.46, sill],
  ])
  pane([
    [0.53, sill],
    [0.53, top],
    [0.88, top],
    [0.98, sill],
  ])
  let streaks = ''
  for (let index = 0; index < 16; index += 1) {
    const y = top + (sill - top) * rng.range(0.2, 0.96)
    const x = w * (index % 2 ? rng.range(0.1, 0.36) : rng.range(0.56, 0.82))
    streaks += `M${x.toFixed(0)} ${y.toFixed(0)}h${(w * rng.range(0.03, 0.09)).toFixed(0)}`
  }
  painter.behind(path(streaks, { stroke: light.ink, width: 1, opacity: 0.4 }))
  const seat = (x: number) =>
    path(
      `M${(x - 0.13) * w} ${h}V${h * 0.5}q0 ${-h * 0.14} ${w * 0.06} ${-h * 0.15}v${-h * 0.09}q0 ${-h * 0.06} ${w * 0.04} ${-h * 0.06}h${w * 0.06}q${w * 0.04} 0 ${w * 0.04} ${h * 0.06}v${h * 0.09}q${w * 0.06} ${h * 0.01} ${w * 0.06} ${h * 0.15}V${h}Z`,
      { fill: light.tone(0.7), stroke: light.ink, width: 2.4 },
    )
  painter.behind(seat(0.28) + seat(0.72))
}

/** Inside things that move. */
export const VEHICLE_SETS: readonly SetDesign[] = [
  // The wheelhouse of a ferry is no saloon with rows of seats.
  {
    name: 'ship cabin',
    isInterior: true,
    words: /\b(ship|boat|yacht|vessel|trawler|hold|helm)\b|wheel ?house|pilot ?house/,
    build(painter) {
      const room = buildRoom(painter, {
        width: 4.4,
        depth: 4.8,
        height: 2.3,
        floor: 'boards',
        wallTone: 0.28,
        floorTone: 0.3,
      })
      for (const u of [-1.3, 0, 1.3]) addWindow(painter, room, 'back', u, 1.1, 1, 0.7)
      painter.box({ x: 0, z: 2, width: 2.6, depth: 0.5, height: 0.95, tone: 0.42 })
      painter.sprite({ x: 0.3, y: 0.7, z: 1.6 }, (frame) => {
        let spokes = ''
        for (let index = 0; index < 8; index += 1) {
          const angle = (index * Math.PI) / 4
          spokes += polyline([
            frame.at(0, 0.35),
            frame.at(Math.cos(angle) * 0.46, 0.35 + Math.sin(angle) * 0.46),
          ])
        }
        const ring = Array.from({ length: 20 }, (_, index) =>
          frame.at(Math.cos((index * Math.PI) / 10) * 0.34, 0.35 + Math.sin((index * Math.PI) / 10) * 0.34),
        )
        return path(spokes + polyline(ring, true), { stroke: painter.light.ink, width: frame.line * 2 })
      })
      chair(painter, { x: -1.3, z: 1.2 }, 'left')
    },
  },
  {
    name: 'train',
    isInterior: true,
    words: /train|carriage|compartment|tram\b|bus\b|coach|plane\b|aircraft|cabin of|ferry/,
    build(painter) {
      const room = buildRoom(painter, {
        width: 3,
        depth: 12,
        height: 2.4,
        floor: 'plain',
        wallTone: 0.16,
        floorTone: 0.3,
      })
      for (const u of [-4, -2, 0, 2, 4]) {
        addWindow(painter, room, 'left', u, 0.95, 1.3, 0.85)
        addWindow(painter, room, 'right', u, 0.95, 1.3, 0.85)
      }
      for (const z of [0.8, 2.2, 3.6]) {
        for (const x of [-1, 1]) {
          painter.box({ x, z, y: 0.15, width: 0.85, depth: 0.5, height: 0.3, tone: 0.4 })
          painter.box({ x, z: z + 0.28, y: 0.15, width: 0.85, depth: 0.12, height: 1, tone: 0.46 })
        }
      }
      ceilingLights(painter, 2.4, [0], -3, 5.5)
    },
  },
  {
    name: 'car',
    isInterior: true,
    widest: 'MS',
    words: /\b(car|taxi|cab|van|truck|lorry|limousine|vehicle|jeep|ambulance|sedan|suv)\b/,
    build: (painter) => painter.aside(() => buildCar(painter)),
  },
]
