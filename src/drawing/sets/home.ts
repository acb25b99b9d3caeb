import type { SetDesign } from './design'
import { bed, chair, counter, floorLamp, plant, shelves, sofa, table } from './furniture'
import { addDoor, addPendant, addPicture, addWindow, buildRoom } from './room'

/** Where people live. */
export const HOME_SETS: readonly SetDesign[] = [
  {
    name: 'kitchen',
    isInterior: true,
    words: /kitchen|galley|pantry|scullery/,
    build(painter) {
      const room = buildRoom(painter, { width: 5.6, depth: 5.2, height: 2.7, floor: 'tiles', wallTone: 0.05 })
      addWindow(painter, room, 'back', -0.7, 1.15, 1.5, 1.05)
      addDoor(painter, room, 'right', 0.6)
      for (const u of [-2.25, 0.75, 1.5, 2.25])
        painter.decal(room.onWall('back', u, 1.55, 0.7, 0.75), { fill: painter.light.tone(0.22) })
      counter(painter, { x: -0.6, z: 2.25 }, 1.6)
      counter(painter, { x: -2.1, z: 2.25 }, 1.3)
      painter.box({ x: 0.85, z: 2.22, width: 0.72, depth: 0.62, height: 0.92, tone: 0.42 })
      painter.box({ x: 0.7, z: 2.2, y: 0.92, width: 0.26, depth: 0.26, height: 0.22, tone: 0.55 })
      painter.box({ x: 2.05, z: 2.2, width: 0.78, depth: 0.7, height: 1.85, tone: 0.1 })
      painter.box({ x: -2.35, z: 2.2, y: 0.92, width: 0.3, depth: 0.24, height: 0.28, tone: 0.5 })
      addPicture(painter, room, 'left', 0.4, 1.3, 0.6, 0.8, 0.2)
      table(painter, { x: -1.75, z: 0.2 }, 1.1, 0.9)
      chair(painter, { x: -1.75, z: 0.95 })
      addPendant(painter, -1.75, 0.2, 2.7, 0.75)
    },
  },
  {
    name: 'bedroom',
    isInterior: true,
    words: /bed ?room|motel|hotel room|dormitory|nursery|bunk/,
    build(painter) {
      const room = buildRoom(painter, {
        width: 5.4,
        depth: 5.4,
        height: 2.7,
        floor: 'boards',
        wallTone: 0.08,
        wallColour: painter.rng.pick(['#d9d0c4', '#c9cfc8', '#d6cdd0']),
      })
      addWindow(painter, room, 'back', 1.55, 0.95, 1.2, 1.35)
      for (const u of [0.8, 2.3])
        painter.decal(room.onWall('back', u, 0.5, 0.3, 2), { fill: painter.light.tone(0.3) })
      bed(painter, { x: -0.9, z: 1.5 })
      painter.box({ x: 0.3, z: 2.35, width: 0.45, depth: 0.4, height: 0.5, tone: 0.36 })
      floorLamp(painter, { x: 0.3, z: 2.4 }, 0.95)
      addPicture(painter, room, 'back', -0.9, 1.45, 1, 0.65)
      painter.box({ x: -2.3, z: 0.4, width: 0.6, depth: 1.1, height: 2, tone: 0.32 })
      addDoor(painter, room, 'right', 0.2)
    },
  },
  {
    name: 'bathroom',
    isInterior: true,
    words: /bath ?room|toilet|restroom|shower|washroom/,
    build(painter) {
      const room = buildRoom(painter, { width: 3.8, depth: 4.2, height: 2.6, floor: 'tiles', wallTone: 0.04 })
      for (const v of [0.3, 0.6, 0.9, 1.2])
        painter.decal(room.onWall('back', 0, v, 3.8, 0.3), { fill: 'none', width: 0.6, opacity: 0.35 })
      painter.decal(room.onWall('back', 0.3, 1.15, 0.8, 0.95), { fill: painter.light.sky[1] })
      painter.box({ x: 0.3, z: 1.85, y: 0.7, width: 0.7, depth: 0.42, height: 0.18, tone: 0.02 })
      painter.box({ x: 0.3, z: 1.95, width: 0.16, depth: 0.2, height: 0.7, tone: 0.08 })
      painter.box({ x: -1.3, z: 1.2, width: 0.8, depth: 1.7, height: 0.58, tone: 0.04 })
      painter.box({ x: 1.4, z: 1.6, width: 0.4, depth: 0.6, height: 0.42, tone: 0.05 })
      addDoor(painter, room, 'right', -0.4)
    },
  },
  {
    name: 'living room',
    isInterior: true,
    words:
      /living|lounge|sitting room|parlou?r|apartment|flat\b|house|home|cottage|cabin|farmhouse|den\b|family room|mansion|villa/,
    build(painter) {
      const { rng } = painter
      const room = buildRoom(painter, { width: 6.8, depth: 6, height: 2.8, floor: 'boards', wallTone: 0.08 })
      addWindow(painter, room, 'back', -1.7, 0.85, 1.6, 1.45)
      addPicture(painter, room, 'back', 0.6, 1.5, 1.1, 0.7, rng.range(0.2, 0.4))
      sofa(painter, { x: 0.6, z: 2.2 }, 2.1, 0.3)
      table(painter, { x: 0.6, z: 1.25 }, 1.1, 0.5, 0.4)
      shelves(painter, { x: 2.6, z: 2.75 }, 1.2, 2.1, 'books')
      floorLamp(painter, { x: -0.75, z: 2.4 })
      plant(painter, { x: -2.8, z: 2.3 })
      addDoor(painter, room, 'left', 0.1)
      addPicture(painter, room, 'right', 0.2, 1.4, 0.7, 0.9)
    },
  },
  {
    name: 'dining room',
    isInterior: true,
    words: /dining/,
    build(painter) {
      const room = buildRoom(painter, { width: 6, depth: 5.6, height: 2.8, floor: 'boards', wallTone: 0.12 })
      addWindow(painter, room, 'back', -1.5, 0.9, 1.1, 1.5)
      addWindow(painter, room, 'back', 1.5, 0.9, 1.1, 1.5)
      addPicture(painter, room, 'back', 0, 1.35, 0.9, 1.1)
      table(painter, { x: 0, z: 1.5 }, 2.6, 0.95)
      for (const x of [-0.9, 0, 0.9]) chair(painter, { x, z: 2.2 })
      addPendant(painter, 0, 1.5, 2.8, 0.9)
      addDoor(painter, room, 'right', 0.4)
    },
  },
  {
    name: 'stairs and halls of a house',
    isInterior: true,
    words: /stair|landing|attic|loft|basement|cellar/,
    build(painter) {
      const room = buildRoom(painter, { width: 5, depth: 6, height: 3.2, floor: 'boards', wallTone: 0.2 })
      for (let step = 0; step < 9; step += 1)
        painter.box({
          x: 1.6,
          z: 0.6 + step * 0.28,
          width: 1.1,
          depth: 0.28,
          height: 0.19 * (step + 1),
          tone: 0.28,
        })
      addWindow(painter, room, 'back', -1.2, 1.6, 0.7, 0.6)
      painter.box({ x: -1.9, z: 2.3, width: 0.8, depth: 0.7, height: 0.6, tone: 0.34 })
      painter.box({ x: -1.85, z: 2.3, y: 0.6, width: 0.55, depth: 0.5, height: 0.4, tone: 0.26 })
      addPendant(painter, 0, 1, 3.2, 0.8)
    },
  },
]
