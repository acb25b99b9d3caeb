import { curve, path } from '../ink'
import { glow, main, type Pairs, type PropDesign, round, shape, stroke, tone } from './design'

/** What stands in rooms, and who lies in front of the fire. */
export const HOUSEHOLD_PROPS: readonly PropDesign[] = [
  {
    name: 'lamp',
    metres: 0.34,
    base: 0.34,
    words: /\b(lamps?|lanterns?|light bulb|bulb)\b/,
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
        main(f, '#5a5148'),
      ) +
      shape(
        f,
        [
          [-0.24, 0.2],
          [0.24, 0.2],
          [0.26, 0.34],
          [-0.26, 0.34],
        ],
        main(f, '#5a5148'),
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
    metres: 0.28,
    base: 0.31,
    words: /\b(kettles?|teapots?|pots?|saucepans?|pans?|cauldron|coffee ?pot)\b/,
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
        main(f, '#8f9496'),
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
    metres: 0.14,
    base: 0.34,
    words: /\b(cups?|mugs?|tea|coffee|drinks?|teacups?|cocoa)\b/,
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
        main(f, '#d9d0bd'),
      ) +
      round(f, -0.02, -0.28, 0.26, 0.06, tone(f, '#6b4a33')) +
      path(
        curve([f.at(-0.08, -0.38), f.at(-0.12, -0.46), f.at(-0.05, -0.52), f.at(-0.08, -0.6)]) +
          curve([f.at(0.08, -0.38), f.at(0.04, -0.46), f.at(0.11, -0.52), f.at(0.08, -0.6)]),
        { width: f.line * 0.6, opacity: 0.6 },
      ),
  },
  {
    name: 'radio',
    metres: 0.4,
    base: 0.3,
    words:
      /\b(radios?|intercom|walkie-?talkies?|transmitter|speaker|tape recorder|recorders?|gramophone|record player)\b/,
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
        main(f, '#8a6f56'),
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
    metres: 0.3,
    base: 0.44,
    words: /\b(clocks?|(?:wrist|pocket ?)?watch(?:es)?|timer|stopwatch|hourglass)\b/,
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
]
