import { path, polyline } from '../ink'
import type { SetDesign } from './design'
import { bed, chair, plant, shelves, table } from './furniture'
import type { SetPainter } from './painter'
import { addDoor, addPendant, addPicture, addWindow, buildRoom, type Room } from './room'

/** Rows of ceiling lights that carry the perspective of long rooms. */
export function ceilingLights(
  painter: SetPainter,
  height: number,
  rows: readonly number[],
  from: number,
  to: number,
): void {
  if (painter.eye().y > height || painter.camera.isOverhead) return
  for (const x of rows) {
    for (let z = from; z < to; z += 1.8)
      painter.plane(
        [
          { x: x - 0.15, y: height - 0.01, z },
          { x: x + 0.15, y: height - 0.01, z },
          { x: x + 0.15, y: height - 0.01, z: z + 1.1 },
          { x: x - 0.15, y: height - 0.01, z: z + 1.1 },
        ],
        { fill: '#fdf9ea', width: 0.8 },
      )
  }
}

function desk(painter: SetPainter, x: number, z: number): void {
  table(painter, { x, z }, 1.4, 0.7)
  painter.box({ x: x + 0.1, z: z + 0.12, y: 0.82, width: 0.55, depth: 0.05, height: 0.34, tone: 0.6 })
  painter.box({ x: x + 0.1, z: z + 0.12, y: 0.74, width: 0.12, depth: 0.1, height: 0.08, tone: 0.5 })
  painter.box({ x: x - 0.45, z: z - 0.05, y: 0.74, width: 0.24, depth: 0.3, height: 0.06, tone: 0.02 })
}

function blinds(painter: SetPainter, room: Room, u: number, width: number): void {
  for (let v = 1.0; v < 2.2; v += 0.14)
    painter.decal(room.onWall('back', u, v, width, 0.05), { fill: painter.light.tone(0.06), width: 0.4 })
}

/** Where people work, learn, wait and heal. */
export const WORK_SETS: readonly SetDesign[] = [
  {
    name: 'hospital',
    isInterior: true,
    words: /hospital|ward|clinic|surgery|operating|infirmary|medical|sick ?bay|morgue/,
    build(painter) {
      const room = buildRoom(painter, { width: 6, depth: 5.6, height: 2.8, floor: 'tiles', wallTone: 0.03 })
      painter.decal(room.onWall('back', 0, 0.9, 6, 0.14), { fill: painter.light.wash('#8fb0a8'), width: 0.6 })
      addWindow(painter, room, 'back', -1.9, 1.1, 1.3, 1.2)
      bed(painter, { x: 0.7, z: 1.5 }, 1)
      painter.sprite(
        { x: -0.25, y: 0, z: 2.2 },
        (frame) =>
          path(
            polyline([frame.at(0, 0), frame.at(0, 1.95)]) +
              polyline([frame.at(-0.18, 1.9), frame.at(0.18, 1.9)]),
            { stroke: painter.light.ink, width: frame.line },
          ) +
          path(
            polyline(
              [frame.at(0.1, 1.88), frame.at(0.26, 1.88), frame.at(0.24, 1.55), frame.at(0.12, 1.55)],
              true,
            ),
            { fill: painter.light.tone(0.04), stroke: painter.light.ink, width: frame.line },
          ),
      )
      painter.box({ x: 1.75, z: 2.2, width: 0.5, depth: 0.45, height: 0.95, tone: 0.12 })
      painter.box({ x: 1.75, z: 2.2, y: 1.05, width: 0.5, depth: 0.2, height: 0.36, tone: 0.6 })
      painter.decal(room.onWall('back', 2.55, 0.4, 0.7, 2), { fill: painter.light.wash('#bfd0c8') })
      addDoor(painter, room, 'left', 0.4, 0.12)
    },
  },
  {
    name: 'office',
    isInterior: true,
    words: /office|study|police|precinct|newsroom|studio|agency|headquarters|bureau|library|archive/,
    build(painter) {
      const room = buildRoom(painter, { width: 6.6, depth: 6, height: 2.8, floor: 'plain', wallTone: 0.07 })
      addWindow(painter, room, 'back', -1.2, 0.95, 2.2, 1.3)
      blinds(painter, room, -1.2, 2.2)
      shelves(painter, { x: 1.7, z: 2.75 }, 1.6, 2, 'books')
      desk(painter, -1.1, 1.8)
      chair(painter, { x: -1.1, z: 2.45 })
      painter.box({ x: 2.85, z: 1.6, width: 0.5, depth: 0.6, height: 1.3, tone: 0.32 })
      plant(painter, { x: -2.9, z: 2.4 }, 1.2)
      addDoor(painter, room, 'left', 0.2)
      addPicture(painter, room, 'right', 0.2, 1.3, 1.2, 0.9, 0.12)
    },
  },
  {
    name: 'interrogation room',
    isInterior: true,
    words: /interrogat|interview room|cell\b|prison|jail|holding/,
    build(painter) {
      const room = buildRoom(painter, {
        width: 4.6,
        depth: 4.6,
        height: 2.8,
        floor: 'plain',
        wallTone: 0.28,
        floorTone: 0.34,
      })
      painter.decal(room.onWall('back', -0.5, 1.1, 1.9, 0.95), { fill: painter.light.tone(0.62) })
      addDoor(painter, room, 'right', 0.4, 0.4)
      table(painter, { x: 0, z: 1.2 }, 1.5, 0.8, 0.74, 0.4)
      chair(painter, { x: 0, z: 1.85 })
      for (let v = 0.4; v < 2.8; v += 0.4)
        painter.decal(room.onWall('left', 0, v, 4.6, 0.2), { fill: 'none', width: 0.5, opacity: 0.3 })
      addPendant(painter, 0, 1.2, 2.8, 0.9)
    },
  },
  {
    name: 'classroom',
    isInterior: true,
    words: /class ?room|school|lecture|university|academy|auditorium/,
    build(painter) {
      const room = buildRoom(painter, { width: 8, depth: 7, height: 3, floor: 'boards', wallTone: 0.07 })
      painter.decal(room.onWall('back', 0, 0.95, 4, 1.3), { fill: painter.light.wash('#4c6156') })
      painter.decal(room.onWall('back', -0.8, 1.7, 1.1, 0.02), {
        fill: 'none',
        stroke: '#f2efe2',
        width: 1.6,
      })
      painter.decal(room.onWall('back', 0.5, 1.45, 1.5, 0.02), {
        fill: 'none',
        stroke: '#f2efe2',
        width: 1.6,
      })
      for (const u of [-1.5, 0.4, 2.3]) addWindow(painter, room, 'left', u, 1, 1.4, 1.5)
      for (const x of [-2.6, -1.4, 1.4, 2.6]) {
        for (const z of [0.6, 2]) {
          table(painter, { x, z }, 0.9, 0.5, 0.7)
          chair(painter, { x, z: z - 0.5 }, 'near')
        }
      }
      ceilingLights(painter, 3, [-1.6, 1.6], -2, 3)
    },
  },
  {
    name: 'corridor',
    isInterior: true,
    words: /corridor|hallway|hall\b|passage|tunnel|lobby|foyer|elevator|lift\b|subway|metro|airport/,
    build(painter) {
      const room = buildRoom(painter, { width: 3.2, depth: 16, height: 2.7, floor: 'tiles', wallTone: 0.1 })
      for (const u of [-2, 1.5, 5]) addDoor(painter, room, 'left', u, 0.24)
      for (const u of [-5, -1.5, 2]) addDoor(painter, room, 'right', u, 0.24)
      addDoor(painter, room, 'back', 0, 0.34)
      ceilingLights(painter, 2.7, [0], -4, 7.5)
    },
  },
  {
    name: 'control room',
    isInterior: true,
    words:
      /control|bridge|cockpit|spaceship|spacecraft|starship|space station|\bship'?s? bridge|command|lab\b|laboratory|server|bunker|reactor|submarine|airlock|capsule/,
    build(painter) {
      const { light } = painter
      const room = buildRoom(painter, {
        width: 6.4,
        depth: 6,
        height: 2.9,
        floor: 'grid',
        wallTone: 0.3,
        floorTone: 0.32,
      })
      const glass = room.onWall('back', 0, 1.15, 4.2, 1.2)
      painter.decal(glass, { fill: '#18202f' })
      let stars = ''
      for (let index = 0; index < 40; index += 1) {
        const u = painter.rng.range(-2, 2)
        const point = painter.camera.projectSet({ x: u, y: painter.rng.range(1.2, 2.3), z: 2.98 })
        if (point.depth > 0.5) stars += `M${Math.round(point.x)} ${Math.round(point.y)}h.1`
      }
      painter.behind(path(stars, { stroke: '#e9edf2', width: 2 }))
      for (const u of [-1.4, 0, 1.4])
        painter.decal(room.onWall('back', u, 1.15, 0.07, 1.2), { fill: light.tone(0.45) })
      for (const wall of ['left', 'right'] as const) {
        for (const u of [-1, 0.3, 1.6]) {
          painter.decal(room.onWall(wall, u, 1.2, 1, 0.62), { fill: '#9fc0c4' })
          painter.decal(room.onWall(wall, u, 1.4, 0.7, 0.02), { fill: 'none', stroke: '#40666c', width: 1.4 })
        }
        painter.decal(room.onWall(wall, 0.3, 0.6, 4, 0.35), { fill: light.tone(0.5) })
      }
      for (const x of [-1.9, 0, 1.9]) {
        painter.box({ x, z: 2.35, width: 1.5, depth: 0.6, height: 0.85, tone: 0.4 })
        painter.box({ x, z: 2.5, y: 0.85, width: 0.9, depth: 0.1, height: 0.32, colour: '#7fa3a8' })
      }
      chair(painter, { x: -1.2, z: 1.6 }, 'near', 0.5)
      ceilingLights(painter, 2.9, [-1.4, 1.4], -2, 2.6)
    },
  },
]
