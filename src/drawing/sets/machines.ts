import { curve, ellipse, path, polyline } from '../ink'
import type { SetDesign } from './design'
import { table } from './furniture'
import { drawSky, hills } from './landscape'
import type { SetPainter, SpriteFrame } from './painter'
import { addDoor, addPendant, addWindow, buildRoom } from './room'

/** A spoked wheel as tall as it says, facing us, with the rope that runs over it. */
function bullwheel(painter: SetPainter, x: number, z: number, radius: number): void {
  const { light } = painter
  painter.sprite({ x, y: 0, z }, (frame) => {
    const centre = frame.at(0, radius * 0.98)
    const squash = (frame.at(0, 0).y - frame.at(0, 1).y) / frame.scale
    const ring = (share: number) =>
      ellipse(centre.x, centre.y, radius * share * frame.scale, radius * share * frame.scale * squash)
    let spokes = ''
    for (let index = 0; index < 8; index += 1) {
      const angle = 0.2 + (index * Math.PI) / 4
      const point = (share: number, turn = 0) => ({
        x: centre.x + Math.cos(angle + turn) * radius * share * frame.scale,
        y: centre.y + Math.sin(angle + turn) * radius * share * frame.scale * squash,
      })
      spokes += polyline([point(0.16, 0.2), point(0.84, 0.035), point(0.84, -0.035), point(0.16, -0.2)], true)
    }
    const line = { stroke: light.ink, width: frame.line * 1.3 }
    const cable = polyline([
      { x: centre.x - 9 * frame.scale, y: centre.y - radius * 0.5 * frame.scale * squash },
      { x: centre.x, y: centre.y - radius * frame.scale * squash },
      { x: centre.x + 9 * frame.scale, y: centre.y - radius * 1.12 * frame.scale * squash },
    ])
    return (
      path(ring(1), { fill: light.tone(0.52), ...line }) +
      path(ring(0.93), { fill: light.tone(0.44), ...line }) +
      path(ring(0.84), { fill: light.tone(0.16), ...line }) +
      path(spokes, { fill: light.tone(0.42), ...line }) +
      path(ring(0.2), { fill: light.tone(0.6), ...line }) +
      path(ring(0.08), { fill: light.wash('#c9a95e'), ...line }) +
      path(cable, { stroke: light.ink, width: frame.line * 3.2 })
    )
  })
  for (const side of [-1, 1])
    painter.box({
      x: x + side * radius * 0.5,
      z: z + 0.2,
      width: 0.24,
      depth: 0.3,
      height: radius * 0.9,
      tone: 0.46,
    })
  painter.box({ x, z: z - 0.02, width: radius * 2.2, depth: 0.5, height: 0.16, tone: 0.5 })
}

/** Levers in a rack, one of them thrown. */
function levers(painter: SetPainter, x: number, z: number): void {
  painter.box({ x, z, width: 1, depth: 0.4, height: 0.3, tone: 0.5 })
  painter.sprite({ x, y: 0.3, z: z - 0.05 }, (frame) => {
    const stroke = { stroke: painter.light.ink, width: frame.line * 2.2 }
    return [-0.3, 0, 0.3]
      .map((at, index) => {
        const top = frame.at(at + (index === 1 ? 0.22 : -0.06), 0.85)
        return (
          path(polyline([frame.at(at, 0), top]), stroke) +
          path(ellipse(top.x, top.y, frame.scale * 0.06, frame.scale * 0.06), {
            fill: painter.light.wash('#a8483a'),
            stroke: painter.light.ink,
            width: frame.line,
          })
        )
      })
      .join('')
  })
}

function wallBell(painter: SetPainter, frame: SpriteFrame): string {
  const { light } = painter
  return (
    path(polyline([frame.at(-0.02, 0.55), frame.at(-0.02, 0.9), frame.at(0.8, 1.2)]), {
      stroke: light.ink,
      width: frame.line,
    }) +
    path(
      curve(
        [
          frame.at(-0.3, 0.02),
          frame.at(-0.2, 0.18),
          frame.at(-0.15, 0.45),
          frame.at(0, 0.55),
          frame.at(0.15, 0.45),
          frame.at(0.2, 0.18),
          frame.at(0.3, 0.02),
        ],
        true,
      ),
      { fill: light.wash('#c9a24e'), stroke: light.ink, width: frame.line },
    )
  )
}

/** A cabin of glass that hangs from a rope: sky all around, a pole to hold, benches at the sides. */
function buildCabin(painter: SetPainter): void {
  const { light } = painter
  const room = buildRoom(painter, {
    width: 3,
    depth: 3.4,
    height: 2.35,
    floor: 'boards',
    wallTone: 0.3,
    floorTone: 0.34,
  })
  for (const u of [-0.98, 0, 0.98]) addWindow(painter, room, 'back', u, 0.95, 0.9, 1.05)
  for (const wall of ['left', 'right'] as const)
    for (const u of [-1.9, -0.75, 0.4, 1.2]) addWindow(painter, room, wall, u, 0.95, 0.9, 1.05)
  // The far ridge, through the panes at the back.
  if (!painter.camera.isOverhead)
    for (const u of [-0.98, 0, 0.98]) {
      const [a, b, c, d] = room.onWall('back', u, 0.97, 0.86, 0.3)
      if (a && b && c && d)
        painter.decal([a, b, { ...c, y: c.y - 0.14 }, { ...d, y: d.y + (u === 0 ? 0.14 : -0.04) }], {
          fill: light.tone(0.34),
          width: 0.8,
        })
    }
  for (const side of [-1, 1]) {
    painter.box({ x: side * 1.3, z: 0.7, y: 0.4, width: 0.4, depth: 1.9, height: 0.07, tone: 0.46 })
    painter.box({ x: side * 1.42, z: 0.7, width: 0.1, depth: 1.8, height: 0.4, tone: 0.5 })
  }
  painter.box({ x: 0.62, z: 1.1, width: 0.05, depth: 0.05, height: 2.35, tone: 0.62 })
  painter.decal(room.onWall('back', 0, 2.12, 2.9, 0.05), { fill: light.tone(0.6), width: 0.8 })
  // Straps to hold on to.
  for (const x of [-0.7, -0.1, 1.1])
    painter.sprite({ x, y: 1.78, z: 1.45 }, (frame) => {
      const hole = frame.at(0, 0.06)
      return (
        path(polyline([frame.at(0, 0.52), frame.at(0, 0.14)]), {
          stroke: light.ink,
          width: frame.line * 1.6,
        }) +
        path(ellipse(hole.x, hole.y, frame.scale * 0.08, frame.scale * 0.09), {
          stroke: light.ink,
          width: frame.line * 1.6,
        })
      )
    })
}

/** Where machines are kept, what hangs from ropes, and what was dug. */
export const MACHINE_SETS: readonly SetDesign[] = [
  {
    name: 'cable car',
    isInterior: true,
    widest: 'FS',
    words: /cable ?-?car|gondola|ropeway|funicular|ski ?-?lift|chair ?lift/,
    build: buildCabin,
  },
  {
    name: 'machine house',
    isInterior: true,
    words:
      /machine|engine|winch|boiler|turbine|generator|power ?house|power station|pump|workshop|smithy|forge|foundry|plant room/,
    build(painter) {
      const room = buildRoom(painter, {
        width: 7.4,
        depth: 6.4,
        height: 3.6,
        floor: 'boards',
        wallTone: 0.2,
        floorTone: 0.3,
      })
      // Courses of stone.
      for (let v = 0.4; v < 3.6; v += 0.45)
        painter.decal(room.onWall('back', 0, v, 7.4, 0.22), { fill: 'none', width: 0.5, opacity: 0.25 })
      addWindow(painter, room, 'back', -2.5, 1, 1.1, 1.3)
      bullwheel(painter, 1, 2.3, 1.3)
      levers(painter, -1.15, 1.9)
      painter.sprite({ x: -1.05, y: 1.75, z: 3 }, (frame) => wallBell(painter, frame))
      painter.decal(room.onWall('left', 0.6, 1.1, 1.5, 0.9), { fill: painter.light.tone(0.44) })
      for (const u of [0.15, 0.6, 1.05])
        painter.decal(room.onWall('left', u, 1.4, 0.3, 0.34), { fill: painter.light.tone(0.02) })
      painter.box({ x: -2.9, z: 1.9, width: 0.8, depth: 0.7, height: 0.9, tone: 0.42 })
      table(painter, { x: 3, z: 0.7 }, 1, 0.7, 0.85, 0.36)
      painter.box({ x: 3, z: 0.8, y: 0.85, width: 0.4, depth: 0.3, height: 0.2, tone: 0.55 })
      addDoor(painter, room, 'right', 0.9, 0.4)
      addPendant(painter, -0.6, 1.3, 3.6, 1.1)
    },
  },
  {
    name: 'station hall',
    isInterior: true,
    words: /station|terminal|waiting room|ticket (?:hall|office)|booking hall/,
    build(painter) {
      const room = buildRoom(painter, { width: 8.4, depth: 8, height: 4.6, floor: 'tiles', wallTone: 0.12 })
      for (const u of [-2.6, 0, 2.6]) addWindow(painter, room, 'back', u, 1.5, 1.5, 2.2)
      painter.decal(room.onWall('right', 0.4, 1, 2.2, 1.1), { fill: painter.light.tone(0.5) })
      painter.box({ x: 3.5, z: 0.4, width: 0.5, depth: 2.6, height: 1.05, tone: 0.36 })
      for (const x of [-2.2, 0.3]) {
        painter.box({ x, z: 2.4, y: 0.4, width: 1.8, depth: 0.5, height: 0.07, tone: 0.4 })
        painter.box({ x, z: 2.65, y: 0.47, width: 1.8, depth: 0.07, height: 0.5, tone: 0.42 })
        painter.box({ x, z: 2.4, width: 1.5, depth: 0.3, height: 0.4, tone: 0.52 })
      }
      painter.sprite({ x: 0, y: 3.95, z: 3.9 }, (frame) => {
        const centre = frame.at(0, 0)
        const r = frame.scale * 0.34
        return (
          path(ellipse(centre.x, centre.y, r, r), {
            fill: painter.light.tone(0.02),
            stroke: painter.light.ink,
            width: frame.line * 2,
          }) +
          path(polyline([frame.at(0, 0.26), centre, frame.at(0.16, -0.06)]), {
            stroke: painter.light.ink,
            width: frame.line * 1.4,
          })
        )
      })
      addDoor(painter, room, 'left', 0.6, 0.4)
    },
  },
  {
    name: 'cave',
    isInterior: true,
    words: /\bcaves?\b|cavern|grotto|mine\b|mineshaft|catacomb|crypt|dungeon|tunnel/,
    build(painter) {
      const { camera, light } = painter
      const { width: w, height: h } = camera
      painter.behind(`<rect width="${w}" height="${h}" fill="${light.tone(0.62)}"/>`)
      painter.plane(
        [
          { x: -9, y: 0, z: -12 },
          { x: 9, y: 0, z: -12 },
          { x: 5, y: 0, z: 12 },
          { x: -5, y: 0, z: 12 },
        ],
        { fill: light.tone(0.4), width: 0.8 },
      )
      painter.aside(() => {
        const { rng } = painter
        const rocks = (side: -1 | 1, reach: number, tone: number) => {
          const x = (share: number) => (side < 0 ? share * w : w - share * w)
          const points = [{ x: x(-0.05), y: -20 }]
          for (let step = 0; step <= 6; step += 1)
            points.push({ x: x(reach * rng.range(0.6, 1.1)), y: (step / 6) * h * 1.04 })
          points.push({ x: x(-0.05), y: h * 1.05 })
          painter.behind(
            path(polyline(points, true), { fill: light.tone(tone), stroke: light.ink, width: 2 }),
          )
        }
        rocks(-1, 0.34, 0.5)
        rocks(1, 0.3, 0.46)
        rocks(-1, 0.16, 0.36)
        rocks(1, 0.14, 0.34)
        let teeth = ''
        for (let index = 0; index < 11; index += 1) {
          const at = (index / 10) * w
          teeth += `L${at.toFixed(0)} ${(h * rng.range(0.03, 0.09)).toFixed(0)}L${(at + w * 0.05).toFixed(0)} ${(h * rng.range(0.1, 0.26)).toFixed(0)}`
        }
        painter.behind(
          path(`M-20 -20${teeth}L${w + 20} -20Z`, { fill: light.tone(0.4), stroke: light.ink, width: 2 }),
        )
      })
      for (const [x, z, s] of [
        [-2.4, 2.4, 0.9],
        [2.6, 3.2, 1.2],
        [1.7, 1.8, 0.5],
      ] as const)
        painter.box({ x, z, width: s, depth: s, height: s * 0.6, tone: 0.44 })
    },
  },
  {
    name: 'cableway',
    isInterior: false,
    words: /cable ?-?car|gondola|ropeway|ski ?-?lift|chair ?lift/,
    build(painter) {
      const { camera, light } = painter
      drawSky(painter)
      hills(painter, 0.3, 0.14)
      hills(painter, 0.16, 0.26)
      hills(painter, 0.06, 0.38)
      if (camera.isOverhead) return
      const { width: w, height: h } = camera
      painter.behind(
        path(
          polyline([
            { x: -10, y: h * 0.36 },
            { x: w + 10, y: h * 0.06 },
          ]),
          { stroke: light.ink, width: 3 },
        ),
      )
    },
  },
]
