import type { Point3 } from '../camera'
import type { SetDesign } from './design'
import { drawGround, drawSky, hills } from './landscape'
import { building, bush, lampPost, parkedCar, tree } from './outdoors'
import type { SetPainter } from './painter'

const p = (x: number, z: number, y = 0.01): Point3 => ({ x, y, z })

/** A carriageway along z with its kerbs and centre line. */
export function roadway(painter: SetPainter, width: number, from = -14, to = 120): void {
  const { light } = painter
  painter.plane([p(-width / 2, from), p(width / 2, from), p(width / 2, to), p(-width / 2, to)], {
    fill: light.tone(0.3),
    width: 1,
  })
  for (let z = from; z < 50; z += 4)
    painter.plane([p(-0.07, z), p(0.07, z), p(0.07, z + 2), p(-0.07, z + 2)], {
      fill: light.tone(0.04),
      width: 0,
    })
}

/** Flat towers on the horizon. */
function skyline(painter: SetPainter, tone: number): void {
  const { rng } = painter
  for (let x = -60; x <= 60; x += 9)
    painter.box({
      x: x + rng.range(-2, 2),
      z: 70,
      width: rng.range(6, 9),
      depth: 4,
      height: rng.range(8, 30),
      tone: tone + rng.range(-0.05, 0.05),
    })
}

/** Streets and what stands in towns. */
export const CITY_SETS: readonly SetDesign[] = [
  {
    name: 'roof',
    isInterior: false,
    words: /roof|balcony|terrace|penthouse/,
    build(painter) {
      const { light, rng } = painter
      drawSky(painter)
      skyline(painter, 0.22)
      if (painter.camera.isOverhead) drawGround(painter, { tone: 0.2 })
      painter.plane([p(-9, -12), p(9, -12), p(9, 4), p(-9, 4)], { fill: light.tone(0.2) })
      painter.lines(
        [-6, -3, 0, 3, 6].map((x) => [p(x, -8), p(x, 4)] as const),
        { opacity: 0.25 },
      )
      painter.box({ x: 0, z: 4, width: 18, depth: 0.3, height: 0.7, tone: 0.24 })
      painter.box({ x: -4.2, z: 2.2, width: 2.4, depth: 1.8, height: 2.3, tone: 0.32 })
      painter.box({ x: 3.6, z: 2.4, width: 1.2, depth: 1, height: 0.9, tone: 0.4 })
      painter.box({ x: rng.range(1.4, 2), z: 3, width: 0.4, depth: 0.4, height: 1.5, tone: 0.46 })
    },
  },
  {
    name: 'station',
    isInterior: false,
    words: /station|platform|railway|tracks|rail ?road|airport|runway/,
    build(painter) {
      const { light } = painter
      drawSky(painter)
      hills(painter, 0.06, 0.2)
      drawGround(painter, { tone: 0.22 })
      painter.plane([p(-5, -14), p(1.6, -14), p(1.6, 60), p(-5, 60)], { fill: light.tone(0.12) })
      for (const x of [2.4, 3.5, 5, 6.1])
        painter.plane([p(x, -14), p(x + 0.08, -14), p(x + 0.08, 70), p(x, 70)], {
          fill: light.tone(0.7),
          width: 0.6,
        })
      for (let z = -4; z < 40; z += 1.3)
        painter.lines(
          [
            [p(2.1, z), p(3.8, z)],
            [p(4.7, z), p(6.4, z)],
          ],
          { opacity: 0.6, width: 1.4 },
        )
      for (const z of [1.5, 6, 11, 17])
        painter.box({ x: -3.2, z, width: 0.2, depth: 0.2, height: 3.2, tone: 0.5 })
      painter.box({ x: -3.4, z: 9, y: 3.2, width: 3.2, depth: 19, height: 0.2, tone: 0.36 })
      painter.box({ x: -3.9, z: 3.4, width: 0.5, depth: 1.6, height: 0.45, tone: 0.4 })
      lampPost(painter, { x: 0.9, z: 8 }, 3.6)
    },
  },
  {
    name: 'park',
    isInterior: false,
    words: /park\b|garden|courtyard|yard|patio|pool\b|cemetery|graveyard|playground|campus|square|plaza|lawn/,
    build(painter) {
      const { light, rng } = painter
      drawSky(painter)
      hills(painter, 0.05, 0.2)
      drawGround(painter, { tone: 0.1, colour: '#b9c09a', strokes: 44 })
      painter.plane([p(-0.9, -12), p(1.1, -12), p(2.6, 12), p(4.4, 30), p(3.8, 30), p(1.4, 12)], {
        fill: light.tone(0.06),
        width: 0.9,
      })
      for (const [x, z, h] of [
        [-4, 5, 5],
        [4.6, 4, 5.5],
        [-7, 11, 7],
        [8, 12, 6.5],
        [-2.2, 16, 6],
        [-12, 18, 8],
        [13, 20, 8],
      ] as const)
        tree(painter, { x: x + rng.range(-0.4, 0.4), z }, h)
      painter.box({ x: -2, z: 2.6, y: 0.36, width: 1.5, depth: 0.42, height: 0.06, tone: 0.42 })
      painter.box({ x: -2, z: 2.85, y: 0.5, width: 1.5, depth: 0.06, height: 0.4, tone: 0.42 })
      for (const x of [-2.6, -1.4])
        painter.box({ x, z: 2.6, width: 0.08, depth: 0.4, height: 0.36, tone: 0.6 })
      for (const x of [3, 3.9, -5.2]) bush(painter, { x, z: 6 }, 0.9)
      lampPost(painter, { x: 2.9, z: 5.4 }, 3.4)
    },
  },
  {
    name: 'lighthouse',
    isInterior: false,
    words: /lighthouse/,
    build(painter) {
      const { light } = painter
      drawSky(painter)
      drawGround(painter, { tone: 0.2, colour: '#a7b3b3', strokes: 60 })
      painter.plane([p(-30, -14), p(30, -14), p(16, 9), p(5, 13), p(-4, 10), p(-22, 12)], {
        fill: light.wash('#b5b092'),
      })
      for (let level = 0; level < 6; level += 1)
        painter.box({
          x: 3.4,
          z: 8.5,
          y: level * 1.7,
          width: 2.5 - level * 0.16,
          depth: 2.5 - level * 0.16,
          height: 1.7,
          ...(level % 2 ? { colour: '#b5574a' } : { tone: 0.04 }),
        })
      painter.box({ x: 3.4, z: 8.5, y: 10.2, width: 2.3, depth: 2.3, height: 0.15, tone: 0.6 })
      painter.box({
        x: 3.4,
        z: 8.49,
        y: 10.35,
        width: 1.2,
        depth: 1.2,
        height: 1.3,
        colour: light.part === 'day' ? '#dfe6e2' : '#ffe9ad',
      })
      painter.box({ x: 3.4, z: 8.48, y: 11.65, width: 1.5, depth: 1.5, height: 0.4, tone: 0.55 })
      painter.box({ x: -1.4, z: 8, width: 3, depth: 2.4, height: 2.2, tone: 0.06 })
      painter.box({ x: -1.4, z: 8, y: 2.2, width: 3.2, depth: 2.6, height: 0.5, colour: '#8a6a58' })
    },
  },
  {
    name: 'house front',
    isInterior: false,
    words:
      /house|home|cottage|village|hamlet|shack|\bhut\b|lodge|bungalow|chalet|cabin|villa|mansion|church|school|hospital|driveway|porch|farm ?house|motel/,
    build(painter) {
      const { light, rng } = painter
      drawSky(painter)
      hills(painter, 0.06, 0.18)
      drawGround(painter, { tone: 0.1, colour: '#b8bf9c', strokes: 40 })
      painter.plane([p(-0.7, -12), p(0.9, -12), p(0.5, 5.2), p(-0.5, 5.2)], {
        fill: light.tone(0.08),
        width: 0.9,
      })
      building(painter, { x: 0, z: 7.5 }, 7.5, 4.6, 3.9, rng.range(0.04, 0.16))
      painter.box({ x: 0, z: 7.5, y: 3.9, width: 8.1, depth: 5.2, height: 0.35, tone: 0.5 })
      painter.box({ x: 0, z: 7.5, y: 4.25, width: 6.4, depth: 3.4, height: 0.6, tone: 0.46 })
      painter.box({ x: 0, z: 5.15, width: 1.1, depth: 0.08, height: 2.15, tone: 0.5 })
      painter.box({ x: 0, z: 4.9, width: 1.8, depth: 0.5, height: 0.18, tone: 0.26 })
      tree(painter, { x: -6.2, z: 6 }, 6.5)
      tree(painter, { x: 6.6, z: 9 }, 7.5)
      for (const x of [-2.8, -2, 2.2, 3]) bush(painter, { x, z: 4.8 }, 0.7)
      for (let x = -8; x <= 8; x += 0.8)
        if (Math.abs(x) > 1.2) painter.box({ x, z: 2.9, width: 0.07, depth: 0.05, height: 0.8, tone: 0.06 })
    },
  },
  {
    name: 'street',
    isInterior: false,
    words:
      /street|city|alley|avenue|boulevard|town|downtown|sidewalk|pavement|corner|parking|car park|bar\b|shop|caf[eé]|restaurant|hotel|office|building|apartment|police|crossing/,
    build(painter) {
      const { light, rng } = painter
      drawSky(painter)
      skyline(painter, 0.14)
      drawGround(painter, { tone: 0.14, strokes: 8 })
      roadway(painter, 6)
      for (const side of [-1, 1]) {
        painter.plane([p(side * 3, -14), p(side * 5.2, -14), p(side * 5.2, 60), p(side * 3, 60)], {
          fill: light.tone(0.1),
          width: 1,
        })
        let z = 2
        while (z < 46) {
          const depth = rng.range(5, 9)
          building(
            painter,
            { x: side * 8.4, z: z + depth / 2 },
            6,
            depth,
            rng.range(6, 15),
            rng.range(0.08, 0.32),
          )
          z += depth
        }
        for (const at of [3, 11, 20]) lampPost(painter, { x: side * 3.5, z: at + (side > 0 ? 2 : 0) }, 4.4)
      }
      parkedCar(painter, { x: -2.1, z: 12 }, 0.4)
      parkedCar(painter, { x: 2.6, z: 18 }, 0.28)
    },
  },
]
