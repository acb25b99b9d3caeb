import { curve, ellipse, type Point, path, polyline } from './ink'
import type { Light } from './light'
import { INK } from './palette'

/** A prop's own coordinates: unit is its larger side, origin its middle, y down. */
export interface PropFrame {
  size: number
  line: number
  light: Light
  at(x: number, y: number): Point
}

interface PropDesign {
  name: string
  /** How far its underside is below its middle, where it stands on something. @default 0.4 */
  base?: number
  words: RegExp
  draw(frame: PropFrame): string
}

type Pairs = ReadonlyArray<readonly [number, number]>
const shape = (frame: PropFrame, points: Pairs, fill: string, isSoft = false, width = 1) => {
  const placed = points.map(([x, y]) => frame.at(x, y))
  return path(isSoft ? curve(placed, true) : polyline(placed, true), { fill, width: frame.line * width })
}
const round = (frame: PropFrame, x: number, y: number, rx: number, ry: number, fill: string, width = 1) => {
  const centre = frame.at(x, y)
  return path(ellipse(centre.x, centre.y, rx * frame.size, ry * frame.size), {
    fill,
    width: frame.line * width,
  })
}
const glow = (frame: PropFrame) =>
  [0.62, 0.44]
    .map((reach) =>
      path(ellipse(frame.at(0, 0).x, frame.at(0, 0).y, reach * frame.size, reach * frame.size), {
        fill: '#ffdf9a',
        width: 0,
        opacity: 0.3,
      }),
    )
    .join('')
const stroke = (frame: PropFrame, lines: Pairs[], width = 0.6) =>
  path(lines.map((points) => polyline(points.map(([x, y]) => frame.at(x, y)))).join(''), {
    width: frame.line * width,
  })
const tone = (frame: PropFrame, colour: string) => frame.light.figure(colour)

/** What can be drawn large as an insert, or small in a hand. Order matters: the first word found wins. */
const PROPS: readonly PropDesign[] = [
  {
    name: 'phone',
    base: 0.48,
    words: /\b(?:smart ?|cell ?|mobile ?)?phone\b|\btext message\b/,
    draw: (f) =>
      shape(
        f,
        [
          [-0.24, -0.48],
          [0.24, -0.48],
          [0.24, 0.48],
          [-0.24, 0.48],
        ],
        tone(f, '#34343a'),
      ) +
      shape(
        f,
        [
          [-0.2, -0.41],
          [0.2, -0.41],
          [0.2, 0.39],
          [-0.2, 0.39],
        ],
        tone(f, '#cfe0e4'),
        false,
        0.6,
      ) +
      stroke(f, [
        [
          [-0.14, -0.28],
          [0.1, -0.28],
        ],
        [
          [-0.14, -0.18],
          [0.14, -0.18],
        ],
        [
          [-0.14, -0.08],
          [0.02, -0.08],
        ],
      ]) +
      round(f, 0, 0.435, 0.03, 0.03, tone(f, '#9a9a9a'), 0.4),
  },
  {
    name: 'gun',
    base: 0.34,
    words: /\b(gun|pistol|revolver|rifle|weapon)\b/,
    draw: (f) =>
      shape(
        f,
        [
          [-0.48, -0.2],
          [0.4, -0.2],
          [0.46, -0.14],
          [0.42, -0.02],
          [0.36, 0.34],
          [0.14, 0.34],
          [0.16, 0.02],
          [0.02, 0.02],
          [-0.04, -0.04],
          [-0.48, -0.04],
        ],
        tone(f, '#4b4e52'),
      ) +
      path(curve([f.at(0.14, 0.04), f.at(0.04, 0.14), f.at(-0.06, 0.08), f.at(-0.05, -0.02)]), {
        width: f.line,
      }) +
      stroke(f, [
        [
          [-0.46, -0.13],
          [0.4, -0.13],
        ],
        [
          [0.2, 0.1],
          [0.34, 0.12],
        ],
        [
          [0.19, 0.18],
          [0.33, 0.2],
        ],
      ]),
  },
  {
    name: 'letter',
    base: 0.47,
    words: /\b(letters?|envelope|note|papers?|documents?|contract|telegram|photo(?:graph)?|map|will|file)\b/,
    draw: (f) =>
      shape(
        f,
        [
          [-0.36, -0.44],
          [0.3, -0.48],
          [0.38, 0.42],
          [-0.3, 0.48],
        ],
        tone(f, '#f3ecd9'),
      ) +
      stroke(
        f,
        [-0.3, -0.2, -0.1, 0, 0.1, 0.2].map(
          (y, index) =>
            [
              [-0.26 + y * 0.07, y],
              [index === 5 ? 0.05 : 0.26 + y * 0.07, y - 0.03],
            ] as Pairs,
        ),
      ) +
      path(curve([f.at(0.02, 0.34), f.at(0.08, 0.28), f.at(0.12, 0.36), f.at(0.2, 0.3), f.at(0.27, 0.32)]), {
        width: f.line * 0.7,
      }),
  },
  {
    name: 'book',
    base: 0.31,
    words: /\b(books?|diary|journal|notebook|bible|logbook|log ?book|script)\b/,
    draw: (f) =>
      shape(
        f,
        [
          [-0.48, -0.26],
          [-0.1, -0.32],
          [0, -0.26],
          [0.1, -0.32],
          [0.48, -0.26],
          [0.48, 0.3],
          [0.1, 0.26],
          [0, 0.32],
          [-0.1, 0.26],
          [-0.48, 0.3],
        ],
        tone(f, '#f1e8d2'),
      ) +
      stroke(f, [
        [
          [0, -0.26],
          [0, 0.32],
        ],
        ...[-0.14, -0.04, 0.06, 0.16].flatMap((y): Pairs[] => [
          [
            [-0.4, y],
            [-0.08, y - 0.03],
          ],
          [
            [0.08, y - 0.03],
            [0.4, y],
          ],
        ]),
      ]),
  },
  {
    name: 'lamp',
    base: 0.34,
    words: /\b(lamp|lantern|candle|torch|flashlight|light bulb)\b/,
    draw: (f) =>
      glow(f) +
      shape(
        f,
        [
          [-0.14, -0.26],
          [0.14, -0.26],
          [0.2, 0.2],
          [-0.2, 0.2],
        ],
        '#fff3cf',
      ) +
      shape(
        f,
        [
          [-0.2, -0.26],
          [0.2, -0.26],
          [0.1, -0.4],
          [-0.1, -0.4],
        ],
        tone(f, '#5a5148'),
      ) +
      shape(
        f,
        [
          [-0.24, 0.2],
          [0.24, 0.2],
          [0.26, 0.34],
          [-0.26, 0.34],
        ],
        tone(f, '#5a5148'),
      ) +
      shape(
        f,
        [
          [0, -0.12],
          [0.06, 0.04],
          [0, 0.12],
          [-0.06, 0.04],
        ],
        '#f2a444',
        true,
        0.7,
      ) +
      path(curve([f.at(-0.1, -0.4), f.at(-0.12, -0.54), f.at(0.12, -0.54), f.at(0.1, -0.4)]), {
        width: f.line,
      }),
  },
  {
    name: 'kettle',
    base: 0.31,
    words: /\b(kettle|teapot|pot|saucepan|pan)\b/,
    draw: (f) =>
      shape(
        f,
        [
          [-0.3, 0.3],
          [-0.36, 0.05],
          [-0.2, -0.2],
          [0.2, -0.2],
          [0.36, 0.05],
          [0.3, 0.3],
        ],
        tone(f, '#8f9496'),
        true,
      ) +
      shape(
        f,
        [
          [0.3, 0.1],
          [0.42, -0.04],
          [0.5, -0.18],
          [0.42, -0.18],
          [0.28, -0.04],
        ],
        tone(f, '#7d8284'),
      ) +
      path(curve([f.at(-0.22, -0.2), f.at(-0.2, -0.44), f.at(0.2, -0.44), f.at(0.22, -0.2)]), {
        width: f.line * 2.4,
      }) +
      round(f, 0, -0.22, 0.05, 0.04, tone(f, '#4a4038')),
  },
  {
    name: 'cup',
    base: 0.34,
    words: /\b(cup|mug|tea|coffee|glass|whisk(?:e)?y|beer|wine|drink|bottle)\b/,
    draw: (f) =>
      path(curve([f.at(0.2, -0.14), f.at(0.4, -0.14), f.at(0.38, 0.14), f.at(0.18, 0.18)]), {
        width: f.line * 2,
      }) +
      shape(
        f,
        [
          [-0.28, -0.28],
          [0.24, -0.28],
          [0.19, 0.34],
          [-0.22, 0.34],
        ],
        tone(f, '#d9d0bd'),
      ) +
      round(f, -0.02, -0.28, 0.26, 0.06, tone(f, '#6b4a33')) +
      path(
        curve([f.at(-0.08, -0.38), f.at(-0.12, -0.46), f.at(-0.05, -0.52), f.at(-0.08, -0.6)]) +
          curve([f.at(0.08, -0.38), f.at(0.04, -0.46), f.at(0.11, -0.52), f.at(0.08, -0.6)]),
        { width: f.line * 0.6, opacity: 0.6 },
      ),
  },
  {
    name: 'key',
    base: 0.18,
    words: /\bkeys?\b/,
    draw: (f) =>
      path(ellipse(f.at(-0.28, 0).x, f.at(-0.28, 0).y, f.size * 0.18, f.size * 0.18), {
        width: f.line * 3.4,
        stroke: INK,
      }) +
      shape(
        f,
        [
          [-0.1, -0.05],
          [0.46, -0.05],
          [0.46, 0.18],
          [0.36, 0.18],
          [0.36, 0.06],
          [0.28, 0.06],
          [0.28, 0.16],
          [0.2, 0.16],
          [0.2, 0.05],
          [-0.1, 0.05],
        ],
        tone(f, '#a98a4b'),
      ),
  },
  {
    name: 'knife',
    base: 0.09,
    words: /\b(knife|knives|blade|dagger|scalpel|sword)\b/,
    draw: (f) =>
      shape(
        f,
        [
          [-0.5, 0.02],
          [-0.36, -0.1],
          [0.14, -0.1],
          [0.14, 0.06],
        ],
        tone(f, '#cfd4d4'),
      ) +
      shape(
        f,
        [
          [0.14, -0.12],
          [0.2, -0.12],
          [0.5, -0.08],
          [0.5, 0.06],
          [0.2, 0.07],
          [0.14, 0.08],
        ],
        tone(f, '#5b4434'),
      ) +
      stroke(f, [
        [
          [-0.38, -0.03],
          [0.12, -0.03],
        ],
      ]),
  },
  {
    name: 'radio',
    base: 0.3,
    words:
      /\b(radio|walkie|transmitter|speaker|tape recorder|recorder|television|tv|monitor|screen|computer|laptop)\b/,
    draw: (f) =>
      stroke(
        f,
        [
          [
            [0.3, -0.28],
            [0.46, -0.6],
          ],
        ],
        1,
      ) +
      shape(
        f,
        [
          [-0.48, -0.28],
          [0.48, -0.28],
          [0.48, 0.3],
          [-0.48, 0.3],
        ],
        tone(f, '#8a6f56'),
      ) +
      round(f, -0.2, 0.02, 0.2, 0.2, tone(f, '#5a4a3c')) +
      stroke(
        f,
        [-0.12, -0.04, 0.04, 0.12].map(
          (y) =>
            [
              [-0.36, y],
              [-0.04, y],
            ] as Pairs,
        ),
      ) +
      shape(
        f,
        [
          [0.08, -0.2],
          [0.4, -0.2],
          [0.4, -0.04],
          [0.08, -0.04],
        ],
        tone(f, '#efe2b8'),
      ) +
      stroke(
        f,
        [
          [
            [0.2, -0.2],
            [0.2, -0.04],
          ],
        ],
        1,
      ) +
      round(f, 0.16, 0.14, 0.06, 0.06, tone(f, '#d9cfbb')) +
      round(f, 0.34, 0.14, 0.06, 0.06, tone(f, '#d9cfbb')),
  },
  {
    name: 'clock',
    base: 0.44,
    words: /\b(clock|watch|timer)\b/,
    draw: (f) =>
      round(f, 0, 0, 0.44, 0.44, tone(f, '#6e5a48')) +
      round(f, 0, 0, 0.36, 0.36, tone(f, '#f4eedd')) +
      stroke(
        f,
        [
          [
            [0, 0],
            [0, -0.26],
          ],
          [
            [0, 0],
            [0.18, 0.08],
          ],
        ],
        1.4,
      ) +
      stroke(
        f,
        [
          [
            [0, -0.34],
            [0, -0.28],
          ],
          [
            [0, 0.34],
            [0, 0.28],
          ],
          [
            [-0.34, 0],
            [-0.28, 0],
          ],
          [
            [0.34, 0],
            [0.28, 0],
          ],
        ],
        1,
      ),
  },
  {
    name: 'bag',
    base: 0.34,
    words: /\b(bag|suitcase|briefcase|case|box|parcel|package|chest|trunk|backpack)\b/,
    draw: (f) =>
      path(curve([f.at(-0.14, -0.22), f.at(-0.12, -0.38), f.at(0.12, -0.38), f.at(0.14, -0.22)]), {
        width: f.line * 2.2,
      }) +
      shape(
        f,
        [
          [-0.46, -0.22],
          [0.46, -0.22],
          [0.46, 0.34],
          [-0.46, 0.34],
        ],
        tone(f, '#86623f'),
      ) +
      stroke(
        f,
        [
          [
            [-0.46, -0.06],
            [0.46, -0.06],
          ],
        ],
        1,
      ) +
      shape(
        f,
        [
          [-0.06, -0.1],
          [0.06, -0.1],
          [0.06, 0.02],
          [-0.06, 0.02],
        ],
        tone(f, '#d8b95e'),
      ),
  },
  {
    name: 'ring',
    base: 0.38,
    words: /\b(ring|necklace|locket|medal|coin|jewel)\b/,
    draw: (f) =>
      path(ellipse(f.at(0, 0.1).x, f.at(0, 0.1).y, f.size * 0.28, f.size * 0.28), {
        stroke: INK,
        width: f.line * 5,
      }) +
      path(ellipse(f.at(0, 0.1).x, f.at(0, 0.1).y, f.size * 0.28, f.size * 0.28), {
        stroke: tone(f, '#d8b95e'),
        width: f.line * 3.4,
      }) +
      shape(
        f,
        [
          [-0.12, -0.3],
          [0.12, -0.3],
          [0.16, -0.24],
          [0, -0.1],
          [-0.16, -0.24],
        ],
        '#e3eef0',
      ),
  },
  {
    name: 'door handle',
    words: /\b(door|doorknob|handle|lock)\b/,
    draw: (f) =>
      shape(
        f,
        [
          [-0.5, -0.6],
          [0.5, -0.6],
          [0.5, 0.6],
          [-0.5, 0.6],
        ],
        tone(f, '#8b6b50'),
      ) +
      stroke(
        f,
        [
          [
            [-0.36, -0.5],
            [-0.36, -0.06],
          ],
          [
            [-0.36, -0.06],
            [0.1, -0.06],
          ],
          [
            [0.1, -0.06],
            [0.1, -0.5],
          ],
        ],
        0.8,
      ) +
      shape(
        f,
        [
          [0.22, -0.2],
          [0.4, -0.2],
          [0.4, 0.26],
          [0.22, 0.26],
        ],
        tone(f, '#c9a95e'),
      ) +
      round(f, 0.31, -0.04, 0.08, 0.08, tone(f, '#e0c684')) +
      round(f, 0.31, 0.16, 0.025, 0.035, INK, 0),
  },
  {
    name: 'dog',
    base: 0.44,
    words: /\b(dog|puppy|hound)\b/,
    draw: (f) =>
      shape(
        f,
        [
          [-0.3, 0.44],
          [-0.3, 0.05],
          [-0.16, -0.08],
          [0.2, -0.05],
          [0.3, 0.1],
          [0.32, 0.44],
          [0.22, 0.44],
          [0.18, 0.2],
          [-0.14, 0.22],
          [-0.18, 0.44],
        ],
        tone(f, '#9a7650'),
      ) +
      shape(
        f,
        [
          [-0.44, -0.14],
          [-0.3, -0.34],
          [-0.12, -0.34],
          [-0.06, -0.1],
          [-0.2, 0.04],
          [-0.46, -0.02],
        ],
        tone(f, '#9a7650'),
        true,
      ) +
      shape(
        f,
        [
          [-0.16, -0.34],
          [-0.04, -0.24],
          [-0.04, -0.04],
          [-0.12, -0.12],
        ],
        tone(f, '#6b4e33'),
        true,
      ) +
      round(f, -0.46, -0.1, 0.035, 0.03, INK, 0) +
      round(f, -0.28, -0.2, 0.02, 0.024, INK, 0) +
      path(curve([f.at(0.28, 0.08), f.at(0.44, -0.08), f.at(0.44, -0.26)]), { width: f.line * 3 }),
  },
]

/** The first drawable prop a text names, or null. */
export function findProp(text: string): string | null {
  const words = text.slice(0, 3000).toLowerCase()
  let first: { name: string; index: number } | null = null
  for (const prop of PROPS) {
    const index = words.search(prop.words)
    if (index >= 0 && (!first || index < first.index)) first = { name: prop.name, index }
  }
  return first?.name ?? null
}

/** How far below its middle a prop touches the ground, as a share of its size. */
export const propBase = (name: string): number => PROPS.find((prop) => prop.name === name)?.base ?? 0.4

/** Draws a prop around `centre`; `size` is its larger side in pixels, `angle` in radians. */
export function drawProp(name: string, centre: Point, size: number, angle: number, light: Light): string {
  const design = PROPS.find((prop) => prop.name === name)
  if (!design) return ''
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  return design.draw({
    size,
    line: Math.min(4, Math.max(0.8, 0.7 + size * 0.009)),
    light,
    at: (x, y) => ({ x: centre.x + (x * cos - y * sin) * size, y: centre.y + (x * sin + y * cos) * size }),
  })
}
