import { curve, path } from '../ink'
import { main, type Pairs, type PropDesign, round, shape, stroke, tone } from './design'

/** What is worn, rung, turned and pulled. */
export const WORN_PROPS: readonly PropDesign[] = [
  {
    name: 'bell',
    metres: 0.3,
    base: 0.4,
    words: /\bbells?\b/,
    draw: (f) =>
      round(f, 0, 0.3, 0.07, 0.09, tone(f, '#5a4a38')) +
      shape(
        f,
        [
          [-0.4, 0.3],
          [-0.28, 0.12],
          [-0.22, -0.2],
          [0, -0.36],
          [0.22, -0.2],
          [0.28, 0.12],
          [0.4, 0.3],
        ],
        main(f, '#c9a24e'),
        true,
      ) +
      stroke(f, [
        [
          [-0.3, 0.18],
          [0.3, 0.18],
        ],
        [
          [-0.23, -0.1],
          [0.23, -0.1],
        ],
      ]) +
      path(curve([f.at(-0.08, -0.34), f.at(-0.08, -0.5), f.at(0.08, -0.5), f.at(0.08, -0.34)]), {
        width: f.line * 2.4,
      }),
  },
  {
    name: 'hat',
    metres: 0.32,
    base: 0.24,
    words: /\b(hats?|fedora|bowler|caps?|helmets?|beanie)\b/,
    draw: (f) =>
      shape(
        f,
        [
          [-0.5, 0.14],
          [-0.2, 0.06],
          [0.2, 0.06],
          [0.5, 0.14],
          [0.2, 0.24],
          [-0.2, 0.24],
        ],
        tone(f, '#57534d'),
        true,
      ) +
      shape(
        f,
        [
          [-0.27, 0.12],
          [-0.26, -0.16],
          [-0.12, -0.28],
          [0, -0.22],
          [0.12, -0.28],
          [0.26, -0.16],
          [0.27, 0.12],
        ],
        main(f, '#6a655d'),
      ) +
      shape(
        f,
        [
          [-0.27, 0.12],
          [-0.27, 0],
          [0.27, 0],
          [0.27, 0.12],
        ],
        tone(f, '#38342f'),
      ),
  },
  {
    name: 'shoe',
    metres: 0.3,
    base: 0.2,
    words: /\b(shoes?|boots?|slippers?|sandals?|laces|shoelaces?|skates?)\b/,
    draw: (f) =>
      [-0.1, 0.06]
        .map((shift) =>
          shape(
            f,
            [
              [-0.36 + shift, 0.16 - shift],
              [-0.38 + shift, -0.16 - shift],
              [-0.16 + shift, -0.16 - shift],
              [-0.04 + shift, -0.04 - shift],
              [0.3 + shift, 0.02 - shift],
              [0.42 + shift, 0.16 - shift],
            ],
            main(f, '#6a4a35'),
          ),
        )
        .reverse()
        .join('') +
      stroke(f, [
        [
          [-0.2, -0.02],
          [-0.06, -0.08],
        ],
        [
          [-0.14, 0.04],
          [0, -0.02],
        ],
      ]),
  },
  {
    name: 'crank',
    metres: 1,
    base: 0.44,
    words: /\b(cranks?|levers?|handbrake|brake|winch)\b/,
    draw: (f) =>
      shape(
        f,
        [
          [-0.4, 0.44],
          [-0.24, 0.02],
          [0.06, 0.02],
          [0.22, 0.44],
        ],
        tone(f, '#6b6a66'),
      ) +
      round(f, -0.09, 0.02, 0.2, 0.2, tone(f, '#8a6a4c')) +
      shape(
        f,
        [
          [-0.14, 0.07],
          [-0.04, -0.04],
          [0.34, -0.36],
          [0.4, -0.28],
        ],
        tone(f, '#8d5d43'),
      ) +
      shape(
        f,
        [
          [0.32, -0.5],
          [0.42, -0.5],
          [0.42, -0.22],
          [0.32, -0.22],
        ],
        tone(f, '#a98a5b'),
      ) +
      round(f, -0.09, 0.02, 0.06, 0.06, tone(f, '#3c3a38')),
  },
  {
    name: 'cable',
    metres: 1,
    words: /\b(cables?(?! ?-?cars?)|wires?|cords?|chains?)\b/,
    draw: (f) =>
      path(curve([f.at(-0.9, 0.24), f.at(-0.3, 0.08), f.at(0.3, -0.1), f.at(0.9, -0.32)]), {
        stroke: tone(f, '#4a4a4c'),
        width: f.size * 0.13,
      }) +
      stroke(
        f,
        Array.from({ length: 15 }, (_, index): Pairs => {
          const x = -0.84 + index * 0.12
          const y = 0.22 - (x + 0.84) * 0.31
          return [
            [x - 0.03, y + 0.055],
            [x + 0.05, y - 0.07],
          ]
        }),
        1.2,
      ),
  },
  {
    name: 'seal',
    metres: 0.1,
    base: 0.36,
    words: /\b(seals?|coins?|medals?|tokens?|medallion)\b/,
    draw: (f) =>
      path(
        curve([
          f.at(-0.06, -0.16),
          f.at(-0.3, -0.42),
          f.at(0.02, -0.56),
          f.at(0.26, -0.4),
          f.at(0.06, -0.16),
        ]),
        {
          width: f.line * 1.6,
        },
      ) +
      round(f, 0, 0.08, 0.28, 0.28, tone(f, '#8d9093')) +
      round(f, 0, 0.08, 0.21, 0.21, tone(f, '#a5a8aa')) +
      stroke(f, [
        [
          [-0.1, 0.02],
          [0.1, 0.02],
        ],
        [
          [-0.12, 0.1],
          [0.12, 0.1],
        ],
        [
          [-0.07, 0.18],
          [0.07, 0.18],
        ],
      ]),
  },
  {
    name: 'basket',
    metres: 0.42,
    base: 0.4,
    words: /\bbaskets?\b/,
    draw: (f) =>
      path(curve([f.at(-0.36, -0.06), f.at(-0.24, -0.4), f.at(0.24, -0.4), f.at(0.36, -0.06)]), {
        width: f.line * 2.4,
      }) +
      shape(
        f,
        [
          [-0.44, -0.06],
          [0.44, -0.06],
          [0.34, 0.4],
          [-0.34, 0.4],
        ],
        main(f, '#b08a55'),
      ) +
      stroke(
        f,
        [0.04, 0.15, 0.26].map(
          (y): Pairs => [
            [-0.42 + y * 0.2, y],
            [0.42 - y * 0.2, y],
          ],
        ),
      ) +
      stroke(
        f,
        [-0.26, -0.09, 0.09, 0.26].map(
          (x): Pairs => [
            [x * 1.15, -0.06],
            [x, 0.4],
          ],
        ),
      ),
  },
]
