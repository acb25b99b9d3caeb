import { curve, path, polyline } from '../ink'
import { roadway } from './city'
import type { SetDesign } from './design'
import { drawGround, drawSky, hills } from './landscape'
import { bush, rock, tree } from './outdoors'
import type { SetPainter } from './painter'

/** Water from the horizon down to a shore `metres` in front of us. */
function water(painter: SetPainter, shore: number): void {
  painter.aside(() => paintWater(painter, shore))
}

function paintWater(painter: SetPainter, shore: number): void {
  const { camera, light, rng } = painter
  const far = 220
  painter.plane(
    [
      { x: -far, y: 0, z: shore },
      { x: far, y: 0, z: shore },
      { x: far, y: 0, z: far },
      { x: -far, y: 0, z: far },
    ],
    { fill: light.wash('#a3b5b8'), width: 1 },
  )
  const top = camera.isOverhead ? 0 : camera.horizon
  const edge = Math.min(camera.height, camera.projectSet({ x: 0, y: 0, z: shore }).y)
  let d = ''
  for (let index = 0; index < 34; index += 1) {
    const share = rng.next() ** 1.5
    const y = top + (edge - top) * (0.04 + 0.94 * share)
    const x = rng.range(0, camera.width)
    const w = 10 + share * 46
    d += `M${x.toFixed(0)} ${y.toFixed(0)}q${(w * 0.25).toFixed(0)} ${(-2 - share * 4).toFixed(0)} ${(w * 0.5).toFixed(0)} 0q${(w * 0.25).toFixed(0)} ${(2 + share * 3).toFixed(0)} ${(w * 0.5).toFixed(0)} 0`
  }
  painter.behind(path(d, { stroke: light.ink, width: 1, opacity: 0.5 }))
}

function sailingBoat(painter: SetPainter, x: number, z: number, size: number): void {
  const { light } = painter
  painter.sprite({ x, y: 0, z }, (frame) => {
    const at = (px: number, py: number) => frame.at(px * size, py * size)
    const line = { stroke: light.ink, width: frame.line }
    return (
      path(
        curve([at(-1.2, 0.4), at(-0.9, -0.05), at(0.8, -0.05), at(1.3, 0.45)]) +
          polyline([at(1.3, 0.45), at(-1.2, 0.4)]).replace('M', 'L'),
        { fill: light.tone(0.45), ...line },
      ) +
      path(
        polyline([at(0, 0.4), at(0, 3), at(1.1, 0.6)], true) +
          polyline([at(-0.1, 0.5), at(-0.1, 2.6), at(-0.8, 0.6)], true),
        { fill: light.tone(0.03), ...line },
      )
    )
  })
}

/** Land, water and weather. */
export const NATURE_SETS: readonly SetDesign[] = [
  {
    name: 'harbour',
    isInterior: false,
    words: /harbou?r|dock|pier|jetty|quay|marina|port\b|wharf/,
    build(painter) {
      drawSky(painter)
      hills(painter, 0.07, 0.2)
      drawGround(painter, { tone: 0.2, strokes: 4 })
      water(painter, 2.6)
      painter.plane(
        [
          { x: -30, y: 0, z: -14 },
          { x: 30, y: 0, z: -14 },
          { x: 30, y: 0, z: 2.6 },
          { x: -30, y: 0, z: 2.6 },
        ],
        { fill: painter.light.tone(0.2) },
      )
      for (let z = -3; z < 2.6; z += 0.6)
        painter.lines(
          [
            [
              { x: -14, y: 0.01, z },
              { x: 14, y: 0.01, z },
            ],
          ],
          { opacity: 0.3 },
        )
      for (const x of [-4.4, -2.2, 2.2, 4.4])
        painter.box({ x, z: 2.4, width: 0.26, depth: 0.26, height: 0.8, tone: 0.5 })
      sailingBoat(painter, -4, 7, 1.3)
      sailingBoat(painter, 3.6, 11, 1.5)
      sailingBoat(painter, 11, 22, 1.6)
      painter.box({ x: 3.4, z: 0.9, width: 0.8, depth: 0.7, height: 0.6, tone: 0.36 })
    },
  },
  {
    name: 'at sea',
    isInterior: false,
    words: /deck|boat|ship|at sea|open sea|raft|yacht|vessel/,
    build(painter) {
      drawSky(painter)
      drawGround(painter, { tone: 0.2, strokes: 4 })
      water(painter, -20)
      const rail = 3.2
      painter.plane(
        [
          { x: -3.4, y: 0, z: -14 },
          { x: 3.4, y: 0, z: -14 },
          { x: 2.6, y: 0, z: rail },
          { x: 0, y: 0, z: rail + 3 },
          { x: -2.6, y: 0, z: rail },
        ],
        { fill: painter.light.tone(0.14) },
      )
      for (let x = -3; x <= 3; x += 0.5)
        painter.lines(
          [
            [
              { x, y: 0.01, z: -8 },
              { x: x * 0.8, y: 0.01, z: rail },
            ],
          ],
          { opacity: 0.3 },
        )
      for (let x = -2.8; x <= 2.81; x += 0.7)
        painter.box({ x, z: rail, width: 0.05, depth: 0.05, height: 0.95, tone: 0.5 })
      painter.box({ x: 0, z: rail, y: 0.95, width: 5.8, depth: 0.08, height: 0.07, tone: 0.4 })
      painter.box({ x: 1.4, z: 2.2, width: 0.16, depth: 0.16, height: 6.5, tone: 0.5 })
    },
  },
  {
    name: 'beach',
    isInterior: false,
    words: /beach|shore|coast|sea\b|ocean|bay\b|lake|river|island|cliff|pond|swamp/,
    build(painter) {
      drawSky(painter)
      if (painter.rng.chance(0.6)) hills(painter, 0.08, 0.2)
      drawGround(painter, { tone: 0.08, colour: '#e0d3ae', strokes: 40 })
      water(painter, 5)
      painter.lines(
        [
          [
            { x: -30, y: 0.01, z: 4.3 },
            { x: 30, y: 0.01, z: 4.9 },
          ],
          [
            { x: -30, y: 0.01, z: 3.9 },
            { x: 30, y: 0.01, z: 4.2 },
          ],
        ],
        { opacity: 0.5, width: 1.4 },
      )
      for (const [x, z, s] of [
        [-3.4, 3, 0.9],
        [-4.4, 3.6, 1.5],
        [4.6, 4, 1.1],
        [7, 6, 2],
      ] as const)
        rock(painter, { x, z }, s)
      sailingBoat(painter, 9, 40, 2)
    },
  },
  {
    name: 'forest',
    isInterior: false,
    words: /forest|\bwoods?\b|woodland|jungle|grove|trees|trail/,
    build(painter) {
      const { rng } = painter
      drawSky(painter)
      hills(painter, 0.16, 0.26)
      drawGround(painter, { tone: 0.2, colour: '#a9ac88', strokes: 60 })
      const kind = rng.pick(['fir', 'round', 'fir'] as const)
      for (let index = 0; index < 22; index += 1) {
        const side = index % 2 ? 1 : -1
        const z = 1.5 + index * 0.95
        tree(
          painter,
          { x: side * rng.range(1.7, 3.2 + z * 0.55), z },
          rng.range(6, 10),
          rng.chance(0.14) ? 'bare' : kind,
        )
      }
      for (const x of [-2.6, 2.4, 4]) bush(painter, { x, z: rng.range(1.4, 3) }, rng.range(0.5, 0.9))
    },
  },
  {
    name: 'mountain',
    isInterior: false,
    words: /mountain|peak|summit|ridge|glacier|canyon|valley|snow|alp|arctic|cave|quarry|hill/,
    build(painter) {
      drawSky(painter)
      hills(painter, 0.16, 0.14, 0.34)
      hills(painter, 0.1, 0.24, 0.14)
      drawGround(painter, { tone: 0.12, strokes: 44 })
      for (const [x, z, s] of [
        [-3, 2.6, 1.2],
        [3.4, 4, 1.8],
        [-6, 8, 3],
        [7, 10, 3.4],
        [1.6, 6, 0.8],
      ] as const)
        rock(painter, { x, z }, s)
      for (const [x, z] of [
        [-5, 12],
        [5.4, 14],
        [-9, 18],
      ] as const)
        tree(painter, { x, z }, 4.5, 'fir')
    },
  },
  {
    name: 'desert',
    isInterior: false,
    words: /desert|dune|sand|wasteland|mars|moon|planet|savann/,
    build(painter) {
      drawSky(painter)
      hills(painter, 0.1, 0.18)
      hills(painter, 0.05, 0.1)
      drawGround(painter, { tone: 0.06, colour: '#e2cf9f', strokes: 50 })
      for (const [x, z, s] of [
        [-4, 5, 0.7],
        [5, 8, 1.3],
        [-8, 14, 2],
      ] as const)
        rock(painter, { x, z }, s)
    },
  },
  {
    name: 'road',
    isInterior: false,
    words: /road|highway|motorway|freeway|car\b|truck|van\b|bus\b|roadside|intersection/,
    build(painter) {
      drawSky(painter)
      hills(painter, 0.12, 0.16)
      hills(painter, 0.05, 0.22)
      drawGround(painter, { tone: 0.1, colour: '#c3c39d', strokes: 50 })
      roadway(painter, 6.4)
      for (let z = 4; z < 44; z += 8) {
        painter.box({ x: 5, z, width: 0.16, depth: 0.16, height: 6, tone: 0.5 })
        painter.box({ x: 5, z, y: 5.3, width: 1.5, depth: 0.1, height: 0.12, tone: 0.5 })
        painter.box({ x: -4.2, z: z - 1, width: 0.1, depth: 0.1, height: 0.8, tone: 0.05 })
      }
      tree(painter, { x: -8, z: 14 }, 6)
      bush(painter, { x: -5.4, z: 5 }, 0.8)
    },
  },
  {
    name: 'field',
    isInterior: false,
    words: /field|farm|meadow|pasture|prairie|orchard|vineyard|countryside|barn|ranch|battle/,
    build(painter) {
      const { light } = painter
      drawSky(painter)
      hills(painter, 0.08, 0.18)
      drawGround(painter, { tone: 0.08, colour: '#c9c497', strokes: 30 })
      const rows = Array.from(
        { length: 15 },
        (_, index) =>
          [
            { x: (index - 7) * 1.6, y: 0.01, z: -6 },
            { x: (index - 7) * 2.2, y: 0.01, z: 60 },
          ] as const,
      )
      painter.lines(rows, { opacity: 0.35, width: 1 })
      painter.box({ x: -7, z: 20, width: 6, depth: 5, height: 4, colour: '#9c5a4a' })
      painter.box({ x: -7, z: 20, y: 4, width: 6.6, depth: 5.6, height: 1.1, tone: 0.5 })
      for (let x = -12; x <= 12; x += 1.6)
        painter.box({ x, z: 6.5, width: 0.12, depth: 0.12, height: 1.1, tone: 0.4 })
      for (const y of [0.45, 0.9])
        painter.box({
          x: 0,
          z: 6.5,
          y,
          width: 25,
          depth: 0.05,
          height: 0.08,
          colour: light.isInterior ? '#888888' : '#8a7c66',
        })
      tree(painter, { x: 6.6, z: 16 }, 7)
      tree(painter, { x: 10, z: 24 }, 8)
    },
  },
]
