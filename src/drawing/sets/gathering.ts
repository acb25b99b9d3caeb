import { curve, ellipse, path, polyline } from '../ink'
import type { SetDesign } from './design'
import { plant } from './furniture'
import { drawGround, drawSky, hills } from './landscape'
import { building, bush, lampPost, tree } from './outdoors'
import type { SetPainter } from './painter'
import { addDoor, addPendant, addPicture, buildRoom } from './room'

/** A market stall: a table with crates of goods under a striped awning. */
function stall(painter: SetPainter, x: number, z: number, colour: string): void {
  const { light } = painter
  painter.box({ x, z, width: 2, depth: 0.8, height: 0.8, tone: 0.3 })
  for (const dx of [-0.6, 0, 0.6])
    painter.box({ x: x + dx, z: z - 0.1, y: 0.8, width: 0.52, depth: 0.5, height: 0.16, colour: '#a98a5b' })
  for (const dx of [-1, 1])
    painter.box({ x: x + dx, z: z - 0.3, width: 0.06, depth: 0.06, height: 2.1, tone: 0.5 })
  painter.sprite(
    { x, y: 0, z: z - 0.45 },
    (frame) => {
      const goods = [-0.78, -0.62, -0.46, -0.16, 0, 0.16, 0.44, 0.6, 0.76]
        .map((dx, index) =>
          ellipse(
            frame.at(dx, 1.02).x,
            frame.at(dx, 1.02 + (index % 2) * 0.04).y,
            frame.scale * 0.09,
            frame.scale * 0.055,
          ),
        )
        .join('')
      const top = [frame.at(-1.05, 2.35), frame.at(1.05, 2.35), frame.at(1.25, 1.95), frame.at(-1.25, 1.95)]
      const stripes = [-0.8, -0.3, 0.2, 0.7]
        .map((dx) =>
          polyline(
            [
              frame.at(dx * 1.05, 2.35),
              frame.at(dx * 1.05 + 0.26, 2.35),
              frame.at(dx * 1.25 + 0.3, 1.95),
              frame.at(dx * 1.25, 1.95),
            ],
            true,
          ),
        )
        .join('')
      const hem = curve(
        Array.from({ length: 11 }, (_, index) => frame.at(-1.25 + index * 0.25, index % 2 ? 1.86 : 1.95)),
      )
      const line = { stroke: light.ink, width: frame.line }
      return (
        path(goods, { fill: light.wash('#9fb3ba'), ...line }) +
        path(polyline(top, true), { fill: light.tone(0.04), ...line }) +
        path(stripes, { fill: light.wash(colour), width: 0 }) +
        path(polyline(top, true) + hem, { fill: 'none', ...line })
      )
    },
    -0.05,
  )
}

function stalls(painter: SetPainter): void {
  const colours = ['#b0584a', '#5b7f8c', '#8c9a72', '#c79a4b'] as const
  let index = 0
  for (const z of [2.6, 6.2, 9.8])
    for (const x of [-3.4, 3.2]) {
      stall(painter, x + painter.rng.range(-0.2, 0.2), z, colours[index % colours.length] ?? colours[0])
      index += 1
    }
  for (const [x, z] of [
    [-1.9, 1.9],
    [1.8, 4.4],
  ] as const)
    painter.box({ x, z, width: 0.55, depth: 0.45, height: 0.34, colour: '#a98a5b' })
}

function curtain(painter: SetPainter, x: number, z: number, width: number, height: number): void {
  const { light } = painter
  painter.sprite({ x, y: 0, z }, (frame) => {
    const folds = Array.from({ length: 5 }, (_, index) => -width / 2 + ((index + 1) * width) / 6)
    const cloth = polyline(
      [
        frame.at(-width / 2, 0),
        frame.at(-width / 2, height),
        frame.at(width / 2, height),
        frame.at(width / 2, 0),
      ],
      true,
    )
    return (
      path(cloth, { fill: light.wash('#8f3b3f'), stroke: light.ink, width: frame.line }) +
      path(
        folds
          .map((dx) => curve([frame.at(dx, 0), frame.at(dx + 0.06, height / 2), frame.at(dx, height)]))
          .join(''),
        {
          stroke: light.ink,
          width: frame.line * 0.8,
          opacity: 0.6,
        },
      )
    )
  })
}

/** Where people gather: to trade, to watch, to feast, to camp, to cross. */
export const GATHERING_SETS: readonly SetDesign[] = [
  {
    name: 'market',
    isInterior: false,
    words: /market|bazaar|souk|fair ?ground|\bfair\b|carnival|\bstalls?\b/,
    build(painter) {
      drawSky(painter)
      drawGround(painter, { tone: 0.14, strokes: 30 })
      for (const [x, h] of [
        [-9, 6],
        [-3, 7],
        [3.4, 5.6],
        [9.4, 6.6],
      ] as const)
        building(painter, { x, z: 17 }, 5.6, 4, h, painter.rng.range(0.08, 0.2))
      stalls(painter)
      lampPost(painter, { x: 0.4, z: 11 }, 3.6)
    },
  },
  {
    name: 'market hall',
    isInterior: true,
    words: /market|bazaar|\bstalls?\b|auction/,
    build(painter) {
      const room = buildRoom(painter, { width: 10, depth: 13, height: 5, floor: 'tiles', wallTone: 0.14 })
      for (const u of [-3, 0, 3])
        painter.decal(room.onWall('back', u, 2.6, 2, 1.5), { fill: painter.light.sky[1] })
      stalls(painter)
      for (const x of [-2, 2]) addPendant(painter, x, 3, 5, 1.8)
    },
  },
  {
    name: 'stage',
    isInterior: true,
    words: /theat(?:re|er)|\bstage\b|backstage|auditorium|cinema|concert|opera|circus|cabaret/,
    build(painter) {
      const { light } = painter
      const room = buildRoom(painter, {
        width: 10,
        depth: 8,
        height: 5,
        floor: 'boards',
        wallTone: 0.42,
        floorTone: 0.26,
      })
      painter.decal(room.onWall('back', 0, 0, 6, 4.6), { fill: light.tone(0.56) })
      curtain(painter, -3.3, 2.4, 1.8, 4.8)
      curtain(painter, 3.3, 2.4, 1.8, 4.8)
      painter.box({ x: 0, z: 3.4, y: 4.1, width: 8.6, depth: 0.2, height: 0.9, colour: '#8f3b3f' })
      painter.sprite({ x: 0, y: 0, z: 3 }, (frame) =>
        path(polyline([frame.at(-0.3, 4.6), frame.at(0.3, 4.6), frame.at(1.5, 0), frame.at(-1.5, 0)], true), {
          fill: '#ffe7ab',
          width: 0,
          opacity: 0.16,
        }),
      )
    },
  },
  {
    name: 'hall',
    isInterior: true,
    words:
      /ball ?room|banquet|palace|castle|throne|museum|gallery|great hall|town hall|reception|wedding|parliament|villa|mansion|dance hall/,
    build(painter) {
      const { light } = painter
      const room = buildRoom(painter, { width: 10, depth: 11, height: 5.4, floor: 'tiles', wallTone: 0.1 })
      for (const u of [-3, 0, 3]) {
        painter.decal(room.onWall('back', u, 1, 1.5, 3.1), { fill: light.sky[0] })
        addPicture(painter, room, 'left', u, 1.7, 1.2, 1.4)
        addPicture(painter, room, 'right', u, 1.7, 1.2, 1.4)
      }
      for (const side of [-1, 1])
        for (const z of [0.6, 3.4])
          painter.box({ x: side * 4, z, width: 0.5, depth: 0.5, height: 5.4, tone: 0.06 })
      painter.sprite({ x: 0.4, y: 3.5, z: 2.6 }, (frame) => {
        const arms = [-0.7, -0.35, 0, 0.35, 0.7]
        return (
          path(
            polyline([frame.at(0, 1.9), frame.at(0, 0.3)]) +
              arms.map((x) => curve([frame.at(0, 0.3), frame.at(x * 0.6, 0), frame.at(x, 0.25)])).join(''),
            { stroke: light.ink, width: frame.line * 1.6 },
          ) +
          path(
            arms
              .map((x) =>
                ellipse(frame.at(x, 0.36).x, frame.at(x, 0.36).y, frame.scale * 0.07, frame.scale * 0.11),
              )
              .join(''),
            {
              fill: '#ffefc2',
              stroke: light.ink,
              width: frame.line,
            },
          )
        )
      })
      addDoor(painter, room, 'right', -1.6)
    },
  },
  {
    name: 'greenhouse',
    isInterior: true,
    words: /green ?house|conservatory|orangery|winter garden|glass ?house|florist|nursery garden/,
    build(painter) {
      const { light } = painter
      const room = buildRoom(painter, {
        width: 6,
        depth: 8,
        height: 3.4,
        floor: 'tiles',
        wallColour: light.sky[1],
      })
      for (const u of [-2.4, -1.6, -0.8, 0, 0.8, 1.6, 2.4])
        for (const wall of ['back', 'left', 'right'] as const)
          painter.decal(room.onWall(wall, u, 0.5, 0.74, 2.8), { fill: light.sky[0], width: 1.2 })
      for (const x of [-2.2, 2.2])
        painter.box({ x, z: 1.6, width: 1, depth: 4, height: 0.75, colour: '#93765a' })
      for (const [x, z, h] of [
        [-2.3, 0.6, 2],
        [-2, 1.8, 1.7],
        [-2.3, 3, 2.1],
        [2.2, 0.9, 1.8],
        [2, 2.4, 2.2],
        [0.4, 3.4, 1.8],
        [-0.8, 3.5, 1.5],
      ] as const)
        plant(painter, { x, z }, h)
    },
  },
  {
    name: 'bridge',
    isInterior: false,
    words: /bridge|viaduct|embankment|canal/,
    build(painter) {
      const { light } = painter
      drawSky(painter)
      hills(painter, 0.08, 0.2)
      drawGround(painter, { tone: 0.2, colour: '#a3b5b8', strokes: 60 })
      painter.plane(
        [
          { x: -2.6, y: 0, z: -14 },
          { x: 2.6, y: 0, z: -14 },
          { x: 2.6, y: 0, z: 60 },
          { x: -2.6, y: 0, z: 60 },
        ],
        { fill: light.tone(0.14) },
      )
      for (const side of [-1, 1]) {
        for (let z = -2; z < 34; z += 1.6)
          painter.box({ x: side * 2.5, z, width: 0.09, depth: 0.09, height: 1.05, tone: 0.5 })
        painter.box({ x: side * 2.5, z: 16, y: 1, width: 0.12, depth: 36, height: 0.1, tone: 0.42 })
        painter.box({ x: side * 2.5, z: 16, y: 0.5, width: 0.06, depth: 36, height: 0.06, tone: 0.42 })
      }
      for (const z of [7, 19]) lampPost(painter, { x: 2.2, z }, 3.8)
    },
  },
  {
    name: 'camp',
    isInterior: false,
    words: /\bcamp(?:site|ing|ground|fire)?\b|\btents?\b|encampment|caravan|bivouac/,
    build(painter) {
      const { light } = painter
      drawSky(painter)
      hills(painter, 0.12, 0.22)
      drawGround(painter, { tone: 0.16, colour: '#b3b38c', strokes: 50 })
      for (const [x, z, h] of [
        [-6, 9, 7],
        [-3.4, 13, 8],
        [6.4, 10, 7.5],
        [3, 15, 8],
      ] as const)
        tree(painter, { x, z }, h, 'fir')
      for (const [x, z, s, colour] of [
        [-2.8, 4, 1, '#c79a4b'],
        [3, 5.2, 1.15, '#8a9a78'],
      ] as const)
        painter.sprite({ x, y: 0, z }, (frame) => {
          const at = (dx: number, dy: number) => frame.at(dx * s, dy * s)
          const line = { stroke: light.ink, width: frame.line }
          return (
            path(polyline([at(-1.5, 0), at(0, 1.9), at(1.5, 0)], true), {
              fill: light.wash(colour),
              ...line,
            }) +
            path(polyline([at(-0.45, 0), at(0, 1.5), at(0.45, 0)], true), {
              fill: light.tone(0.6),
              ...line,
            }) +
            path(
              polyline([at(0, 1.9), at(0, 2.1)]) +
                polyline([at(-1.5, 0), at(-1.9, -0.1)]) +
                polyline([at(1.5, 0), at(1.9, -0.1)]),
              line,
            )
          )
        })
      for (const x of [-4.4, 1.4]) bush(painter, { x, z: 3.6 }, 0.7)
    },
  },
]
