import { curve, path } from '../ink'
import { INK } from '../palette'
import { main, type PropDesign, round, shape, stroke, tone } from './design'

/** What belongs to a place, and who guards it. */
export const SCENERY_PROPS: readonly PropDesign[] = [
  {
    name: 'door handle',
    metres: 1,
    // A key to a door, and a box with a lock, are no doors.
    words:
      /(?<!\bkeys? (?:to|for|of) (?:(?:the|his|her|their|a|an|its) )?(?:[a-z]+ ){0,2})\b(doors?(?! keys?)|doorknob|handle|locks?(?! ?box)|padlock|gate(?! keys?)|hatch)\b/,
    draw: (f) =>
      shape(
        f,
        [
          [-0.5, -0.6],
          [0.5, -0.6],
          [0.5, 0.6],
          [-0.5, 0.6],
        ],
        main(f, '#8b6b50'),
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
    metres: 0.75,
    base: 0.44,
    words: /\b(dogs?|pupp(?:y|ies)|hounds?|wolf|wolves|terrier)\b/,
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
        main(f, '#9a7650'),
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
        main(f, '#9a7650'),
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
