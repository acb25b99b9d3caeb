import type { SetDesign } from './design'
import { drawGround, drawSky, hills } from './landscape'
import { bush, tree } from './outdoors'
import { addDoor, addPendant, addPicture, addWindow, buildRoom } from './room'

/** A seeded room: where nothing in the heading says what kind of place it is. */
export const GENERIC_INTERIOR: SetDesign = {
  name: 'room',
  isInterior: true,
  words: /$^/,
  build(painter) {
    const { rng } = painter
    const room = buildRoom(painter, {
      width: rng.range(5.5, 8),
      depth: rng.range(5, 7),
      height: 2.9,
      floor: rng.pick(['boards', 'tiles', 'plain'] as const),
      wallTone: rng.range(0.04, 0.14),
    })
    addWindow(painter, room, 'back', rng.range(-1.8, -0.8), 0.95, 1.3, 1.3)
    addDoor(painter, room, 'back', rng.range(1.0, 2.0))
    addPicture(painter, room, 'left', rng.range(-0.5, 1), 1.3, 0.9, 0.7)
    addPicture(painter, room, 'right', rng.range(-1, 0.5), 1.3, 0.7, 0.9)
    painter.box({ x: rng.range(-2.2, -1.5), z: 2, width: 1.3, depth: 0.5, height: 0.8, tone: 0.3 })
    painter.box({ x: 2.2, z: 1, width: 0.6, depth: 0.6, height: 0.5, tone: 0.35 })
    addPendant(painter, 0, 1.2, 2.9, 0.8)
  },
}

export const GENERIC_EXTERIOR: SetDesign = {
  name: 'landscape',
  isInterior: false,
  words: /$^/,
  build(painter) {
    drawSky(painter)
    hills(painter, 0.1, 0.14)
    hills(painter, 0.05, 0.22)
    drawGround(painter, { tone: 0.12, colour: '#c2c2a4', strokes: 44 })
    // Enough to stand in: a place of which nothing is known is still no desert.
    const { rng } = painter
    for (let index = 0; index < 7; index += 1) {
      const side = index % 2 ? 1 : -1
      const z = 6 + index * 2.6
      tree(painter, { x: side * rng.range(2.6, 4 + z * 0.5), z }, rng.range(4, 6.5))
    }
    for (const x of [-3.6, 2.8, 4.6]) bush(painter, { x, z: rng.range(3, 5) }, rng.range(0.5, 0.9))
    for (let x = -14; x <= 14; x += 1.4)
      painter.box({ x, z: 9, width: 0.09, depth: 0.06, height: 0.9, tone: 0.4 })
    painter.box({ x: 0, z: 9, y: 0.62, width: 28, depth: 0.05, height: 0.08, tone: 0.4 })
  },
}
