import { lines, made, oval, type PropDesign, poly, soft, usual } from './design'

/** What is eaten, and who swims, flies and runs. */
export const LIVING_PROPS: readonly PropDesign[] = [
  {
    name: 'fish',
    base: 0.2,
    metres: 0.4,
    words: /\b(?:fish(?:es)?|cod|herrings?|salmon|trout|mackerel|eels?|catch of the day)\b/,
    draw: made(
      soft(
        usual('#9fb3ba'),
        [-0.48, 0],
        [-0.24, -0.16],
        [0.08, -0.15],
        [0.32, -0.02],
        [0.32, 0.04],
        [0.08, 0.15],
        [-0.24, 0.15],
      ),
      poly(usual('#8aa0a8'), [0.3, 0], [0.5, -0.18], [0.44, 0], [0.5, 0.18]),
      oval('#26221f', -0.34, -0.04, 0.025, 0.025),
      lines(
        0.7,
        [
          [-0.24, -0.13],
          [-0.2, 0],
          [-0.24, 0.12],
        ],
        [
          [-0.1, -0.05],
          [-0.04, 0],
        ],
        [
          [0.02, -0.05],
          [0.08, 0],
        ],
        [
          [-0.04, 0.05],
          [0.02, 0.09],
        ],
      ),
    ),
  },
  {
    name: 'bread',
    base: 0.2,
    metres: 0.34,
    words: /\b(?:bread|loaf|loaves|baguette|sandwich(?:es)?|cake|pies?|buns?|croissants?|toast|dough)\b/,
    draw: made(
      soft(
        usual('#c08d4f'),
        [-0.46, 0.14],
        [-0.46, -0.06],
        [-0.24, -0.2],
        [0.24, -0.2],
        [0.46, -0.06],
        [0.46, 0.14],
        [0, 0.18],
      ),
      lines(
        0.9,
        [
          [-0.22, -0.16],
          [-0.14, 0],
        ],
        [
          [0, -0.18],
          [0.06, 0],
        ],
        [
          [0.22, -0.16],
          [0.28, 0],
        ],
      ),
    ),
  },
  {
    name: 'apple',
    base: 0.36,
    metres: 0.12,
    words: /\b(?:apples?|peach(?:es)?|tomato(?:es)?|pears?|potato(?:es)?|onions?|fruit|eggs?)\b/,
    draw: made(
      soft(
        usual('#b8453a'),
        [0, -0.22],
        [0.24, -0.3],
        [0.38, -0.06],
        [0.26, 0.3],
        [0, 0.36],
        [-0.26, 0.3],
        [-0.38, -0.06],
        [-0.24, -0.3],
      ),
      lines(1.2, [
        [0, -0.22],
        [0.04, -0.42],
      ]),
      soft('#6f7f4f', [0.04, -0.36], [0.2, -0.48], [0.28, -0.4], [0.14, -0.32]),
    ),
  },
  {
    name: 'orange',
    base: 0.4,
    metres: 0.12,
    words: /\b(?:oranges?|tangerines?|mandarins?|grapefruits?|lemons?|limes)\b/,
    draw: made(
      oval(usual('#dd8a35'), 0, 0.02, 0.4, 0.38),
      soft('#6f7f4f', [0, -0.34], [0.14, -0.46], [0.26, -0.4], [0.12, -0.32]),
      lines(0.6, [
        [-0.05, -0.3],
        [0, -0.35],
        [0.06, -0.31],
      ]),
    ),
  },
  {
    name: 'plate',
    base: 0.14,
    metres: 0.3,
    words:
      /\b(?:(?<!brass |metal |number |name |licen[cs]e )plates?|bowls?|dish(?:es)?|soup|stew|porridge|noodles|spaghetti|rice|breakfast|dinner|meal|supper)\b/,
    draw: made(
      soft(usual('#e3ddcf'), [-0.5, -0.08], [-0.34, 0.14], [0.34, 0.14], [0.5, -0.08]),
      oval('#f4eedf', 0, -0.08, 0.5, 0.12),
      oval('#b98a4c', 0, -0.09, 0.36, 0.08),
      lines(
        0.5,
        [
          [-0.12, -0.2],
          [-0.16, -0.3],
          [-0.08, -0.38],
        ],
        [
          [0.1, -0.2],
          [0.06, -0.3],
          [0.14, -0.38],
        ],
      ),
    ),
  },
  {
    name: 'cat',
    base: 0.46,
    metres: 0.45,
    words: /\b(?:cats?|kittens?|fox(?:es)?|rats?|mouse|mice|rabbits?|squirrels?)\b/,
    draw: made(
      soft(
        usual('#6b645c'),
        [-0.08, 0.46],
        [-0.2, 0.2],
        [-0.1, -0.08],
        [0.1, -0.08],
        [0.24, 0.2],
        [0.26, 0.46],
      ),
      poly(
        usual('#6b645c'),
        [-0.2, -0.22],
        [-0.19, -0.44],
        [-0.06, -0.34],
        [0.06, -0.34],
        [0.19, -0.44],
        [0.2, -0.22],
      ),
      oval(usual('#6b645c'), 0, -0.18, 0.21, 0.18),
      oval('#e3d28a', -0.08, -0.2, 0.035, 0.03),
      oval('#e3d28a', 0.08, -0.2, 0.035, 0.03),
      lines(
        0.6,
        [
          [-0.05, -0.08],
          [-0.28, -0.12],
        ],
        [
          [0.05, -0.08],
          [0.28, -0.12],
        ],
        [
          [0, -0.12],
          [0, -0.08],
        ],
      ),
      lines(3, [
        [0.24, 0.4],
        [0.42, 0.3],
        [0.4, 0.06],
      ]),
    ),
  },
  {
    name: 'horse',
    base: 0.5,
    metres: 2,
    words: /\b(?:horses?|pony|ponies|mares?|stallion|donkeys?|mules?|cows?|deer|goats?)\b/,
    draw: made(
      ...[-0.22, -0.14, 0.2, 0.28].map((x) =>
        poly(usual('#7d5a3c'), [x - 0.03, 0.1], [x + 0.04, 0.1], [x + 0.025, 0.5], [x - 0.025, 0.5]),
      ),
      soft(
        usual('#7d5a3c'),
        [-0.3, -0.06],
        [-0.1, -0.12],
        [0.22, -0.12],
        [0.34, 0],
        [0.3, 0.18],
        [-0.2, 0.2],
        [-0.32, 0.1],
      ),
      soft(usual('#7d5a3c'), [-0.32, 0.06], [-0.4, -0.3], [-0.32, -0.4], [-0.2, -0.08]),
      soft(usual('#7d5a3c'), [-0.28, -0.42], [-0.36, -0.46], [-0.54, -0.24], [-0.5, -0.18], [-0.32, -0.26]),
      lines(
        3,
        [
          [0.32, -0.04],
          [0.42, 0.1],
          [0.4, 0.32],
        ],
        [
          [-0.3, -0.44],
          [-0.24, -0.3],
          [-0.2, -0.12],
        ],
      ),
      oval('#26221f', -0.38, -0.34, 0.014, 0.016),
    ),
  },
  {
    name: 'bird',
    base: 0.34,
    metres: 0.4,
    words:
      /\b(?:(?:sea)?gulls?|birds?|pigeons?|crows?|ravens?|parrots?|doves?|owls?|eagles?|ducks?|swans?)\b/,
    draw: made(
      soft(
        usual('#d8d4c8'),
        [-0.4, -0.12],
        [-0.3, -0.26],
        [-0.14, -0.22],
        [0.1, -0.1],
        [0.48, 0.08],
        [0.1, 0.16],
        [-0.16, 0.12],
      ),
      soft('#8b8a86', [-0.1, -0.1], [0.16, -0.06], [0.44, 0.1], [0.06, 0.06]),
      poly('#d8a03c', [-0.38, -0.2], [-0.52, -0.14], [-0.38, -0.12]),
      oval('#26221f', -0.3, -0.18, 0.02, 0.02),
      lines(
        1,
        [
          [-0.04, 0.14],
          [-0.05, 0.34],
        ],
        [
          [0.06, 0.15],
          [0.06, 0.34],
        ],
      ),
    ),
  },
  {
    name: 'rooster',
    base: 0.4,
    metres: 0.45,
    words: /\b(?:roosters?|cockerels?|hens?|chickens?|goose|geese)\b/,
    draw: made(
      soft(
        usual('#a8583a'),
        [-0.2, -0.2],
        [-0.1, 0.1],
        [0.1, 0.2],
        [0.34, 0],
        [0.46, -0.34],
        [0.24, -0.16],
        [0.04, -0.1],
        [-0.08, -0.34],
      ),
      soft('#c2412a', [-0.24, -0.34], [-0.2, -0.5], [-0.12, -0.42], [-0.06, -0.5], [-0.06, -0.34]),
      oval(usual('#a8583a'), -0.15, -0.28, 0.1, 0.1),
      poly('#d8b04e', [-0.24, -0.3], [-0.38, -0.24], [-0.24, -0.22]),
      oval('#1d1813', -0.17, -0.3, 0.018, 0.02),
      lines(
        1.2,
        [
          [0, 0.16],
          [0, 0.4],
        ],
        [
          [0.12, 0.16],
          [0.12, 0.4],
        ],
      ),
    ),
  },
]
