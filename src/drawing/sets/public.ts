import { ellipse, path, polyline } from '../ink'
import type { SetDesign } from './design'
import { chair, counter, shelves, table } from './furniture'
import type { SetPainter } from './painter'
import { addDoor, addPendant, addPicture, addWindow, buildRoom } from './room'
import { ceilingLights } from './work'

function stool(painter: SetPainter, x: number, z: number): void {
  painter.box({ x, z, width: 0.06, depth: 0.06, height: 0.7, tone: 0.55 })
  painter.box({ x, z, y: 0.7, width: 0.34, depth: 0.34, height: 0.07, tone: 0.42 })
}

function archWindow(painter: SetPainter, x: number, z: number, colour: string): void {
  painter.sprite({ x, y: 1.6, z }, (frame) => {
    const foot = frame.at(-0.4, 0)
    const top = frame.at(-0.4, 1.6)
    const right = frame.at(0.4, 1.6)
    const end = frame.at(0.4, 0)
    const tip = frame.at(0, 2.35)
    const d = `M${foot.x.toFixed(1)} ${foot.y.toFixed(1)}L${top.x.toFixed(1)} ${top.y.toFixed(1)}Q${top.x.toFixed(1)} ${tip.y.toFixed(1)} ${tip.x.toFixed(1)} ${tip.y.toFixed(1)}Q${right.x.toFixed(1)} ${tip.y.toFixed(1)} ${right.x.toFixed(1)} ${right.y.toFixed(1)}L${end.x.toFixed(1)} ${end.y.toFixed(1)}Z`
    return (
      path(d, { fill: painter.light.wash(colour), stroke: painter.light.ink, width: frame.line }) +
      path(
        polyline([frame.at(0, 0), frame.at(0, 2.3)]) +
          polyline([frame.at(-0.4, 0.8), frame.at(0.4, 0.8)]) +
          polyline([frame.at(-0.4, 1.6), frame.at(0.4, 1.6)]),
        { stroke: painter.light.ink, width: frame.line * 0.7 },
      )
    )
  })
}

/** Where people meet, buy, pray and store. */
export const PUBLIC_SETS: readonly SetDesign[] = [
  {
    name: 'bar',
    isInterior: true,
    words: /\bbar\b|pub\b|tavern|saloon|night ?club|club\b|inn\b/,
    build(painter) {
      const room = buildRoom(painter, {
        width: 7,
        depth: 6,
        height: 2.9,
        floor: 'boards',
        wallTone: 0.3,
        floorTone: 0.3,
      })
      shelves(painter, { x: -0.6, z: 2.8 }, 3.2, 2.2, 'bottles')
      painter.box({ x: -0.6, z: 1.9, width: 4, depth: 0.55, height: 1.05, tone: 0.45 })
      painter.box({ x: -0.6, z: 1.86, y: 1.05, width: 4.1, depth: 0.7, height: 0.06, tone: 0.6 })
      for (const x of [-2.1, -1.1, 0.9]) stool(painter, x, 1.25)
      for (const x of [-1.8, -0.6, 0.6]) addPendant(painter, x, 1.9, 2.9, 0.9)
      table(painter, { x: 2.4, z: 1.3 }, 0.8, 0.8)
      addPicture(painter, room, 'right', 0.4, 1.4, 1, 0.6)
      addDoor(painter, room, 'left', 0, 0.5)
    },
  },
  {
    name: 'restaurant',
    isInterior: true,
    words: /restaurant|diner|caf[eé]|coffee|canteen|bistro|mess hall|cafeteria|tea ?room/,
    build(painter) {
      const room = buildRoom(painter, { width: 7.4, depth: 6.4, height: 3, floor: 'tiles', wallTone: 0.1 })
      addWindow(painter, room, 'back', -1.7, 0.8, 2.4, 1.6)
      addPicture(painter, room, 'back', 1.9, 1.3, 1.4, 0.9, 0.55)
      for (const [x, z] of [
        [-2.2, 1.9],
        [0.2, 2.1],
        [2.5, 1.4],
      ] as const) {
        table(painter, { x, z }, 0.9, 0.8)
        chair(painter, { x: x - 0.65, z }, 'left')
        chair(painter, { x: x + 0.65, z }, 'right')
        addPendant(painter, x, z, 3, 0.9)
      }
      addDoor(painter, room, 'right', 0.9)
      counter(painter, { x: 2.3, z: 2.8 }, 1.6, 0.5, 1.05, 0.35)
    },
  },
  {
    name: 'shop',
    isInterior: true,
    words: /shop|store\b|pharmacy|bakery|supermarket|garage|workshop|bank\b|post office/,
    build(painter) {
      const room = buildRoom(painter, { width: 7, depth: 6.4, height: 3, floor: 'tiles', wallTone: 0.08 })
      shelves(painter, { x: -2, z: 2.9 }, 2.2, 2, 'boxes')
      shelves(painter, { x: 0.7, z: 2.9 }, 2.2, 2, 'bottles')
      counter(painter, { x: 2.3, z: 1.6 }, 1.6, 0.6, 1, 0.3)
      painter.box({ x: 2.4, z: 1.6, y: 1, width: 0.4, depth: 0.35, height: 0.26, tone: 0.5 })
      addWindow(painter, room, 'left', 0.4, 0.7, 2.6, 1.7)
      addDoor(painter, room, 'right', -0.4)
      ceilingLights(painter, 3, [-1.5, 1.5], -2, 2.8)
    },
  },
  {
    name: 'church',
    isInterior: true,
    words: /church|chapel|cathedral|temple|nave|abbey|monastery|synagogue|mosque|court ?room/,
    build(painter) {
      const room = buildRoom(painter, { width: 8, depth: 15, height: 7, floor: 'tiles', wallTone: 0.16 })
      painter.decal(room.onWall('back', 0, 0.1, 3, 0.4), { fill: painter.light.tone(0.3) })
      for (const x of [-2.2, 0, 2.2]) archWindow(painter, x, 7.3, x === 0 ? '#b9c6c9' : '#c5bfae')
      for (const side of [-1, 1]) {
        for (let z = -1; z < 6; z += 2.6)
          painter.box({ x: side * 3.3, z, width: 0.45, depth: 0.45, height: 6, tone: 0.14 })
        for (let z = 0.8; z < 5.6; z += 1.1) {
          painter.box({ x: side * 1.9, z, width: 1.8, depth: 0.35, height: 0.45, tone: 0.4 })
          painter.box({ x: side * 1.9, z: z + 0.2, width: 1.8, depth: 0.06, height: 0.9, tone: 0.42 })
        }
      }
      painter.box({ x: 0, z: 6.4, width: 1.8, depth: 0.7, height: 1, tone: 0.08 })
      painter.sprite({ x: 0, y: 1, z: 6.4 }, (frame) =>
        path(
          polyline([frame.at(0, 0), frame.at(0, 0.9)]) +
            polyline([frame.at(-0.25, 0.62), frame.at(0.25, 0.62)]),
          { stroke: painter.light.ink, width: frame.line * 2.4 },
        ),
      )
    },
  },
  {
    name: 'warehouse',
    isInterior: true,
    words:
      /warehouse|factory|hangar|barn\b|stable|shed\b|depot|mill\b|hall of|arena|gym|boat ?house|cave|mine\b/,
    build(painter) {
      const room = buildRoom(painter, {
        width: 11,
        depth: 13,
        height: 5.4,
        floor: 'grid',
        wallTone: 0.22,
        floorTone: 0.26,
      })
      for (const u of [-3.6, -1.2, 1.2, 3.6]) addWindow(painter, room, 'back', u, 3.3, 1.5, 1)
      painter.decal(room.onWall('back', 0, 0, 2.8, 2.9), { fill: painter.light.tone(0.42) })
      for (const [x, z, s] of [
        [-3.6, 3, 1.2],
        [-3.4, 1.4, 1],
        [3.7, 2.4, 1.3],
        [3.2, 4.6, 1.6],
        [-2.4, 4.6, 1.1],
      ] as const) {
        painter.box({ x, z, width: s, depth: s, height: s, tone: 0.34 })
        if (s > 1.1)
          painter.box({ x: x + 0.1, z, y: s, width: s * 0.7, depth: s * 0.7, height: s * 0.6, tone: 0.28 })
      }
      for (const side of [-1, 1])
        for (const z of [0, 3, 6])
          painter.box({ x: side * 5, z, width: 0.3, depth: 0.3, height: 5.4, tone: 0.36 })
      ceilingLights(painter, 5.4, [-2.4, 2.4], -2, 6)
    },
  },
  {
    name: 'lighthouse',
    isInterior: true,
    words: /lighthouse|lamp room|lantern|light ?room|tower/,
    build(painter) {
      const { light } = painter
      const room = buildRoom(painter, { width: 4.6, depth: 4.6, height: 3, floor: 'boards', wallTone: 0.12 })
      for (const u of [-1.5, 0, 1.5]) addWindow(painter, room, 'back', u, 0.7, 1.35, 2)
      for (const wall of ['left', 'right'] as const)
        for (const u of [-0.6, 0.9]) addWindow(painter, room, wall, u, 0.7, 1.35, 2)
      painter.box({ x: 0.9, z: 1.3, width: 0.9, depth: 0.9, height: 0.75, tone: 0.4 })
      painter.sprite({ x: 0.9, y: 0.75, z: 1.3 }, (frame) => {
        const centre = frame.at(0, 0.62)
        const rays =
          light.part === 'day'
            ? ''
            : path(ellipse(centre.x, centre.y, frame.scale * 1.3, frame.scale * 1.1), {
                fill: '#ffe7ab',
                width: 0,
                opacity: 0.3,
              })
        const lens = polyline(
          [
            frame.at(-0.26, 0),
            frame.at(-0.4, 0.35),
            frame.at(-0.4, 0.9),
            frame.at(-0.24, 1.25),
            frame.at(0.24, 1.25),
            frame.at(0.4, 0.9),
            frame.at(0.4, 0.35),
            frame.at(0.26, 0),
          ],
          true,
        )
        const rings = [0.2, 0.4, 0.85, 1.05]
          .map((y) => polyline([frame.at(-0.36, y), frame.at(0.36, y)]))
          .join('')
        return (
          rays +
          path(lens, {
            fill: light.part === 'day' ? '#dfe6e2' : '#fff0c4',
            stroke: light.ink,
            width: frame.line * 1.2,
          }) +
          path(rings, { stroke: light.ink, width: frame.line * 0.6 }) +
          path(ellipse(centre.x, centre.y, frame.scale * 0.15, frame.scale * 0.2), {
            fill: '#fff8e0',
            stroke: light.ink,
            width: frame.line,
          })
        )
      })
      painter.box({ x: -1.7, z: 1.5, width: 0.6, depth: 0.5, height: 0.8, tone: 0.36 })
    },
  },
]
