import { curve, ellipse, path } from '../ink'
import { INK } from '../palette'
import { main, type Pairs, type PropDesign, round, shape, stroke, tone } from './design'

/** What people carry, read, hide and point at each other. */
export const CARRIED_PROPS: readonly PropDesign[] = [
  {
    name: 'phone',
    metres: 0.15,
    base: 0.48,
    words: /\b(?:(?:smart ?|cell ?|mobile ?|tele)?phones?|text message|receiver)\b/,
    draw: (f) =>
      shape(
        f,
        [
          [-0.24, -0.48],
          [0.24, -0.48],
          [0.24, 0.48],
          [-0.24, 0.48],
        ],
        main(f, '#34343a'),
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
    metres: 0.24,
    base: 0.34,
    words: /\b(guns?|pistols?|revolvers?|weapons?)\b/,
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
    metres: 0.26,
    base: 0.47,
    words:
      /\b(letters?|envelopes?|notes?|papers?|documents?|contracts?|telegrams?|will|tickets?|passports?|receipts?|invitations?|cards?|scrolls?|certificates?)\b/,
    draw: (f) =>
      shape(
        f,
        [
          [-0.36, -0.44],
          [0.3, -0.48],
          [0.38, 0.42],
          [-0.3, 0.48],
        ],
        main(f, '#f3ecd9'),
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
    metres: 0.3,
    base: 0.31,
    words:
      /\b(books?|diar(?:y|ies)|journals?|notebooks?|bibles?|logbook|log ?book|scripts?|albums?|ledger|manuscript|novel)\b/,
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
        main(f, '#f1e8d2'),
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
    name: 'key',
    metres: 0.12,
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
        main(f, '#a98a4b'),
      ),
  },
  {
    name: 'knife',
    metres: 0.3,
    base: 0.09,
    words: /\b(knife|knives|blades?|daggers?|scalpel|swords?|machete)\b/,
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
        main(f, '#5b4434'),
      ) +
      stroke(f, [
        [
          [-0.38, -0.03],
          [0.12, -0.03],
        ],
      ]),
  },
  {
    name: 'bag',
    metres: 0.5,
    base: 0.34,
    words:
      /\b(bags?|suitcases?|briefcases?|case|trunk|handbags?|purses?|backpacks?|rucksacks?|satchels?|sacks?|duffel|luggage)\b/,
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
        main(f, '#86623f'),
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
    metres: 0.1,
    base: 0.38,
    words: /\b(rings?|necklaces?|lockets?|jewels?|bracelets?|earrings?|diamonds?|pearls)\b/,
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
]
