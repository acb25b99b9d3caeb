import { glow, lines, made, oval, type PropDesign, poly, rod, soft, usual } from './design'

/** What goes from hand to hand: shown, given, opened, poured from. */
export const HANDHELD_PROPS: readonly PropDesign[] = [
  {
    name: 'map',
    base: 0.34,
    metres: 0.42,
    words: /\b(?:maps?|charts?|blueprints?|plans)\b/,
    draw: made(
      poly(
        usual('#efe4c6'),
        [-0.5, -0.3],
        [-0.17, -0.36],
        [0.17, -0.3],
        [0.5, -0.36],
        [0.5, 0.3],
        [0.17, 0.36],
        [-0.17, 0.3],
        [-0.5, 0.36],
      ),
      soft('#b9c9c2', [-0.46, -0.2], [-0.3, -0.28], [-0.2, -0.1], [-0.34, 0.1], [-0.44, 0.06]),
      lines(
        0.5,
        [
          [-0.17, -0.36],
          [-0.17, 0.3],
        ],
        [
          [0.17, -0.3],
          [0.17, 0.36],
        ],
      ),
      lines(
        0.6,
        [
          [-0.1, 0.2],
          [0, 0.05],
          [0.12, 0.08],
          [0.26, -0.12],
          [0.4, -0.2],
        ],
        [
          [0.33, 0.1],
          [0.33, 0.26],
        ],
        [
          [0.25, 0.18],
          [0.41, 0.18],
        ],
      ),
      oval('#b03a2e', 0.4, -0.2, 0.025, 0.025),
    ),
  },
  {
    name: 'newspaper',
    base: 0.34,
    metres: 0.42,
    words: /\b(?:newspapers?|magazines?|gazette|the paper|flyers?|posters?)\b/,
    draw: made(
      poly(usual('#e9e4d6'), [-0.5, -0.32], [0, -0.36], [0.5, -0.32], [0.5, 0.32], [0, 0.36], [-0.5, 0.32]),
      lines(
        1.6,
        [
          [-0.43, -0.23],
          [-0.06, -0.25],
        ],
        [
          [0.06, -0.25],
          [0.43, -0.23],
        ],
      ),
      lines(
        0.5,
        [
          [0, -0.36],
          [0, 0.36],
        ],
        ...[-0.12, -0.04, 0.04, 0.12, 0.2].map(
          (y) =>
            [
              [-0.43, y],
              [-0.25, y],
            ] as [number, number][],
        ),
        ...[-0.12, -0.04, 0.04, 0.12, 0.2].map(
          (y) =>
            [
              [0.08, y],
              [0.43, y],
            ] as [number, number][],
        ),
      ),
      poly('#b7b2a6', [-0.22, -0.14], [-0.06, -0.15], [-0.06, 0.08], [-0.22, 0.08]),
    ),
  },
  {
    name: 'photograph',
    base: 0.38,
    metres: 0.17,
    words:
      /\b(?:photo(?:graph)?s?|polaroids?|snapshots?|postcards?|pictures? of|portraits?|paintings?|drawings? of)\b/,
    draw: made(
      poly('#f4eedf', [-0.4, -0.36], [0.4, -0.38], [0.42, 0.38], [-0.38, 0.4]),
      poly(usual('#a9b6b8'), [-0.32, -0.28], [0.33, -0.3], [0.34, 0.22], [-0.31, 0.24]),
      soft('#6d655a', [-0.2, 0.23], [-0.15, 0.06], [0, 0.02], [0.15, 0.06], [0.2, 0.22]),
      oval('#d6a578', 0, -0.08, 0.09, 0.11),
    ),
  },
  {
    name: 'badge',
    base: 0.42,
    metres: 0.15,
    words:
      /\b(?:badges?|warrant card|id|identity card|keycard|key card|credentials|licen[cs]e|permits?|credit card|business card)\b/,
    draw: made(
      poly('#57483a', [-0.36, -0.44], [0.36, -0.44], [0.36, 0.44], [-0.36, 0.44]),
      poly(
        usual('#cda349'),
        [0, -0.34],
        [0.26, -0.22],
        [0.24, 0.08],
        [0, 0.34],
        [-0.24, 0.08],
        [-0.26, -0.22],
      ),
      oval('#e8d9a4', 0, -0.04, 0.12, 0.12),
      lines(
        0.7,
        [
          [-0.06, -0.04],
          [0.06, -0.04],
        ],
        [
          [0, -0.1],
          [0, 0.03],
        ],
      ),
    ),
  },
  {
    name: 'umbrella',
    base: 0.5,
    metres: 0.95,
    words: /\b(?:umbrellas?|parasols?)\b/,
    draw: made(
      rod('#57483a', 0.03, [0, -0.1], [0, 0.36], [0.02, 0.46], [0.1, 0.46], [0.11, 0.38]),
      soft(
        usual('#3f6075'),
        [-0.56, 0.04],
        [-0.46, -0.26],
        [-0.2, -0.44],
        [0, -0.48],
        [0.2, -0.44],
        [0.46, -0.26],
        [0.56, 0.04],
        [0.38, -0.03],
        [0.19, 0.04],
        [0, -0.03],
        [-0.19, 0.04],
        [-0.38, -0.03],
      ),
      lines(
        0.6,
        [
          [0, -0.48],
          [0, -0.03],
        ],
        [
          [-0.02, -0.47],
          [-0.3, -0.2],
          [-0.19, 0.04],
        ],
        [
          [0.02, -0.47],
          [0.3, -0.2],
          [0.19, 0.04],
        ],
      ),
    ),
  },
  {
    name: 'closed umbrella',
    base: 0.5,
    metres: 0.85,
    words: /\b(?:closed|folded|furled) umbrella\b/,
    draw: made(
      rod('#57483a', 0.03, [0, 0.2], [0, 0.42], [0.06, 0.5], [0.12, 0.44]),
      soft(usual('#3f6075'), [0, -0.5], [0.06, -0.3], [0.07, 0.2], [0, 0.26], [-0.07, 0.2], [-0.06, -0.3]),
      lines(
        0.6,
        [
          [0, -0.48],
          [0.02, 0.22],
        ],
        [
          [-0.05, 0.02],
          [0.05, -0.02],
        ],
      ),
    ),
  },
  {
    name: 'bottle',
    base: 0.48,
    metres: 0.3,
    words:
      /\b(?:bottles?|flasks?|thermos|jars?|vials?|champagne|whisk(?:e)?y|wine|rum|gin|vodka|beers?|ale|milk|lemonade)\b/,
    draw: made(
      soft(
        usual('#55784e'),
        [-0.15, 0.48],
        [-0.16, -0.06],
        [-0.06, -0.2],
        [-0.055, -0.46],
        [0.055, -0.46],
        [0.06, -0.2],
        [0.16, -0.06],
        [0.15, 0.48],
      ),
      poly('#efe6cf', [-0.155, 0.06], [0.155, 0.06], [0.155, 0.3], [-0.155, 0.3]),
      lines(
        0.6,
        [
          [-0.1, 0.14],
          [0.1, 0.14],
        ],
        [
          [-0.08, 0.21],
          [0.06, 0.21],
        ],
      ),
      poly('#6e2b33', [-0.06, -0.5], [0.06, -0.5], [0.06, -0.42], [-0.06, -0.42]),
    ),
  },
  {
    name: 'glass',
    base: 0.46,
    metres: 0.18,
    words:
      /\b(?:(?:an?|his|her|their|another|empty|full|wine|beer|water|champagne) (?:\w+ )?glass(?:es)?(?! (?:door|wall|window|pane|case|eye))|glass(?:es)? of|goblets?|chalice|tumbler|tankard|pint)\b/,
    draw: made(
      oval('#d9dedd', 0, 0.44, 0.2, 0.05),
      rod('#d9dedd', 0.05, [0, 0.42], [0, 0.08]),
      soft('#e6ebea', [-0.22, -0.46], [0.22, -0.46], [0.24, -0.1], [0, 0.12], [-0.24, -0.1]),
      soft(usual('#8a3340'), [-0.22, -0.24], [0.22, -0.24], [0.21, -0.08], [0, 0.09], [-0.21, -0.08]),
    ),
  },
  {
    name: 'flashlight',
    base: 0.12,
    metres: 0.26,
    words: /\b(?:flashlights?|torch(?:es|light)?)\b/,
    draw: made(
      (f) =>
        [0.5, 0.34]
          .map((w) =>
            poly(
              '#ffe9ad',
              [-0.46, 0],
              [-1.5, -w],
              [-1.5, w],
            )(f).replace(/stroke="[^"]*" stroke-width="[^"]*"/, 'fill-opacity="0.3"'),
          )
          .join(''),
      poly(usual('#45444a'), [-0.2, -0.09], [0.5, -0.08], [0.5, 0.08], [-0.2, 0.09]),
      poly('#6b6a66', [-0.48, -0.17], [-0.2, -0.1], [-0.2, 0.1], [-0.48, 0.17]),
      poly('#fff3cf', [-0.5, -0.17], [-0.45, -0.17], [-0.45, 0.17], [-0.5, 0.17]),
    ),
  },
  {
    name: 'candle',
    base: 0.46,
    metres: 0.26,
    words: /\b(?:candles?|candlesticks?|match(?:es)?|lighters?|taper)\b/,
    draw: made(
      (f) => glow(f),
      poly(usual('#efe6cf'), [-0.1, -0.2], [0.1, -0.2], [0.1, 0.28], [-0.1, 0.28]),
      soft('#f2a444', [0, -0.52], [0.07, -0.34], [0, -0.24], [-0.07, -0.34]),
      lines(
        0.8,
        [
          [0, -0.26],
          [0, -0.2],
        ],
        [
          [-0.06, -0.2],
          [-0.07, -0.06],
        ],
      ),
      poly('#c0994a', [-0.2, 0.28], [0.2, 0.28], [0.32, 0.46], [-0.32, 0.46]),
    ),
  },
  {
    name: 'compass',
    base: 0.4,
    metres: 0.16,
    words: /\b(?:compass(?:es)?|barometer|gauges?|dials?|stethoscope)\b/,
    draw: made(
      oval(usual('#c0994a'), 0, 0, 0.42, 0.42),
      oval('#f4eedd', 0, 0, 0.34, 0.34),
      poly('#b03a2e', [-0.05, 0.02], [0.18, -0.24], [0.05, 0.04]),
      poly('#45444a', [-0.05, 0.02], [-0.18, 0.24], [0.05, 0.04]),
      lines(
        1,
        [
          [0, -0.32],
          [0, -0.26],
        ],
        [
          [0, 0.32],
          [0, 0.26],
        ],
        [
          [-0.32, 0],
          [-0.26, 0],
        ],
        [
          [0.32, 0],
          [0.26, 0],
        ],
      ),
      poly(usual('#c0994a'), [-0.06, -0.42], [0.06, -0.42], [0.05, -0.5], [-0.05, -0.5]),
    ),
  },
  {
    name: 'camera',
    base: 0.3,
    metres: 0.2,
    words: /\b(?:cameras?|camcorders?|microphones?)\b/,
    draw: made(
      poly(
        usual('#45444a'),
        [-0.48, -0.22],
        [-0.16, -0.22],
        [-0.1, -0.32],
        [0.14, -0.32],
        [0.2, -0.22],
        [0.48, -0.22],
        [0.48, 0.3],
        [-0.48, 0.3],
      ),
      oval('#6b6a66', 0.02, 0.04, 0.24, 0.24),
      oval('#26221f', 0.02, 0.04, 0.16, 0.16),
      oval('#9fb3ba', -0.03, -0.02, 0.05, 0.05),
      poly('#d8cdb4', [0.3, -0.17], [0.43, -0.17], [0.43, -0.08], [0.3, -0.08]),
    ),
  },
  {
    name: 'binoculars',
    base: 0.3,
    metres: 0.22,
    words: /\b(?:binoculars|telescope|spyglass|field glasses|sextant)\b/,
    draw: made(
      poly(usual('#45444a'), [-0.3, -0.32], [-0.08, -0.32], [-0.04, 0.3], [-0.42, 0.3]),
      poly(usual('#45444a'), [0.3, -0.32], [0.08, -0.32], [0.04, 0.3], [0.42, 0.3]),
      poly('#6b6a66', [-0.08, -0.16], [0.08, -0.16], [0.06, 0.06], [-0.06, 0.06]),
      oval('#9fb3ba', -0.23, 0.28, 0.18, 0.06),
      oval('#9fb3ba', 0.23, 0.28, 0.18, 0.06),
    ),
  },
  {
    name: 'pen',
    base: 0.06,
    metres: 0.18,
    words: /\b(?:pens?|pencils?|crayons?|brush(?:es)?|paintbrush|chalk|quill)\b/,
    draw: made(
      poly(usual('#3f6899'), [-0.3, -0.06], [0.5, -0.06], [0.5, 0.06], [-0.3, 0.06]),
      poly('#d9c6a0', [-0.3, -0.06], [-0.5, 0], [-0.3, 0.06]),
    ),
  },
  {
    name: 'scissors',
    base: 0.2,
    metres: 0.22,
    words: /\b(?:scissors|shears|pliers|tongs)\b/,
    draw: made(
      poly('#cfd4d4', [-0.5, -0.1], [0.1, 0.06], [0.06, 0.14]),
      poly('#cfd4d4', [-0.5, 0.1], [0.1, -0.06], [0.06, -0.14]),
      rod(
        usual('#b03a2e'),
        0.05,
        [0.08, 0.1],
        [0.24, 0.26],
        [0.42, 0.24],
        [0.4, 0.1],
        [0.22, 0.06],
        [0.08, 0.1],
      ),
      rod(
        usual('#b03a2e'),
        0.05,
        [0.08, -0.1],
        [0.24, -0.26],
        [0.42, -0.24],
        [0.4, -0.1],
        [0.22, -0.06],
        [0.08, -0.1],
      ),
    ),
  },
  {
    name: 'spoon',
    base: 0.1,
    metres: 0.3,
    words: /\b(?:spoons?|ladles?|forks?|spatula|whisk)\b/,
    draw: made(
      rod(usual('#93693f'), 0.05, [-0.2, 0], [0.5, 0]),
      oval(usual('#93693f'), -0.34, 0, 0.17, 0.11),
    ),
  },
  {
    name: 'money',
    base: 0.24,
    metres: 0.2,
    words: /\b(?:money|cash|banknotes?|bills|dollars?|euros?|wad|wallet|cheques?|winnings)\b/,
    draw: made(
      ...[0.12, 0, -0.12].map((y, index) =>
        poly(
          usual(index ? '#8fa07e' : '#7f9270'),
          [-0.48, y - 0.16],
          [0.46, y - 0.2],
          [0.48, y + 0.14],
          [-0.46, y + 0.18],
        ),
      ),
      oval('#d7dcc6', 0, -0.13, 0.11, 0.11),
      lines(
        0.6,
        [
          [-0.38, -0.24],
          [-0.2, -0.25],
        ],
        [
          [0.2, 0],
          [0.38, -0.01],
        ],
      ),
    ),
  },
  {
    name: 'cigarette',
    base: 0.06,
    metres: 0.12,
    words: /\b(?:cigarettes?|cigars?|joint|pipe(?! (?:organ|wrench|dream)))\b/,
    draw: made(
      poly('#f1ead9', [-0.3, -0.06], [0.2, -0.06], [0.2, 0.06], [-0.3, 0.06]),
      poly('#c98e52', [0.2, -0.06], [0.5, -0.06], [0.5, 0.06], [0.2, 0.06]),
      poly('#cf7a35', [-0.38, -0.06], [-0.3, -0.06], [-0.3, 0.06], [-0.38, 0.06]),
      lines(0.5, [
        [-0.38, -0.1],
        [-0.44, -0.24],
        [-0.34, -0.38],
        [-0.42, -0.56],
      ]),
    ),
  },
  {
    name: 'syringe',
    base: 0.12,
    metres: 0.2,
    words: /\b(?:syringes?|needles?|injection|thermometer|test tube)\b/,
    draw: made(
      lines(0.8, [
        [-0.5, 0],
        [-0.24, 0],
      ]),
      poly('#e6ebea', [-0.24, -0.09], [0.24, -0.09], [0.24, 0.09], [-0.24, 0.09]),
      poly(usual('#9fc0c4'), [-0.24, -0.09], [0.04, -0.09], [0.04, 0.09], [-0.24, 0.09]),
      rod('#8b8a86', 0.03, [0.24, 0], [0.46, 0]),
      poly('#8b8a86', [0.44, -0.1], [0.5, -0.1], [0.5, 0.1], [0.44, 0.1]),
    ),
  },
  {
    name: 'pills',
    base: 0.36,
    metres: 0.12,
    words: /\b(?:pills?|tablets|medicine|medication|drugs|painkillers)\b/,
    draw: made(
      poly(usual('#cf8a45'), [-0.24, -0.2], [0.24, -0.2], [0.24, 0.36], [-0.24, 0.36]),
      poly('#f4eedf', [-0.28, -0.4], [0.28, -0.4], [0.28, -0.2], [-0.28, -0.2]),
      poly('#efe6cf', [-0.24, -0.04], [0.24, -0.04], [0.24, 0.22], [-0.24, 0.22]),
      lines(
        0.7,
        [
          [-0.16, 0.04],
          [0.16, 0.04],
        ],
        [
          [-0.16, 0.13],
          [0.06, 0.13],
        ],
      ),
    ),
  },
  {
    name: 'mirror',
    base: 0.46,
    metres: 0.3,
    words: /\b(?:hand mirror|mirrors?)\b/,
    draw: made(
      rod(usual('#93693f'), 0.09, [0, 0.12], [0, 0.46]),
      oval(usual('#93693f'), 0, -0.16, 0.3, 0.32),
      oval('#cfe0e4', 0, -0.16, 0.24, 0.26),
      lines(
        0.6,
        [
          [-0.12, -0.1],
          [0.04, -0.3],
        ],
        [
          [-0.04, -0.04],
          [0.12, -0.22],
        ],
      ),
    ),
  },
  {
    name: 'flowers',
    base: 0.48,
    metres: 0.4,
    words: /\b(?:flowers?|bouquets?|roses?|tulips?|lil(?:y|ies)|daisies|wreaths?|blossoms?|sunflowers?)\b/,
    draw: made(
      ...[-0.2, -0.07, 0.07, 0.2].map((x) => rod('#55784e', 0.025, [0, 0.3], [x * 0.7, 0], [x * 1.3, -0.24])),
      poly('#efe6cf', [-0.2, 0.02], [0.2, 0.02], [0.06, 0.5], [-0.06, 0.5]),
      ...(
        [
          [-0.27, -0.22],
          [-0.09, -0.3],
          [0.1, -0.32],
          [0.27, -0.22],
          [-0.15, -0.1],
          [0.03, -0.15],
          [0.19, -0.08],
        ] as const
      ).flatMap(([x, y]) => [oval(usual('#c25a6a'), x, y, 0.11, 0.1), oval('#e3b94f', x, y, 0.035, 0.035)]),
    ),
  },
  {
    name: 'folder',
    base: 0.36,
    metres: 0.32,
    words: /\b(?:folders?|files?|dossiers?|clipboards?|case file|binder)\b/,
    draw: made(
      poly('#f3ecd9', [-0.4, -0.4], [0.42, -0.36], [0.42, 0.3], [-0.4, 0.3]),
      poly(
        usual('#c9ab6d'),
        [-0.46, -0.3],
        [-0.42, -0.38],
        [-0.18, -0.38],
        [-0.12, -0.3],
        [0.46, -0.3],
        [0.44, 0.36],
        [-0.46, 0.36],
      ),
      lines(
        0.8,
        [
          [-0.3, -0.1],
          [0.1, -0.1],
        ],
        [
          [-0.3, 0],
          [0, 0],
        ],
      ),
    ),
  },
  {
    name: 'laptop',
    base: 0.3,
    metres: 0.36,
    words: /\b(?:laptops?|typewriters?|keyboards?)\b/,
    draw: made(
      poly(usual('#8b8a86'), [-0.4, -0.36], [0.4, -0.36], [0.4, 0.12], [-0.4, 0.12]),
      poly('#cfe0e4', [-0.35, -0.31], [0.35, -0.31], [0.35, 0.07], [-0.35, 0.07]),
      poly('#a5a8aa', [-0.4, 0.12], [0.4, 0.12], [0.5, 0.3], [-0.5, 0.3]),
      lines(
        0.6,
        [
          [-0.35, 0.17],
          [0.35, 0.17],
        ],
        [
          [-0.38, 0.22],
          [0.38, 0.22],
        ],
        [
          [-0.26, -0.2],
          [0.12, -0.2],
        ],
        [
          [-0.26, -0.1],
          [0.2, -0.1],
        ],
      ),
    ),
  },
  {
    name: 'screen',
    base: 0.4,
    metres: 0.7,
    words: /\b(?:televisions?|tv|monitors?|screens?(?! doors?)|computers?)\b/,
    draw: made(
      poly('#45444a', [-0.5, -0.36], [0.5, -0.36], [0.5, 0.26], [-0.5, 0.26]),
      poly(usual('#9fb9c2'), [-0.44, -0.3], [0.44, -0.3], [0.44, 0.2], [-0.44, 0.2]),
      lines(
        0.7,
        [
          [-0.3, -0.02],
          [-0.12, -0.2],
        ],
        [
          [-0.22, 0.06],
          [0.02, -0.2],
        ],
      ),
      poly('#45444a', [-0.06, 0.26], [0.06, 0.26], [0.1, 0.36], [0.24, 0.4], [-0.24, 0.4], [-0.1, 0.36]),
    ),
  },
  {
    name: 'cloth',
    base: 0.34,
    metres: 0.4,
    words:
      /\b(?:cloths?|rags?|towels?|blankets?|handkerchiefs?|hankies|napkins?|sheets?|sails?|curtains?|scarf|scarves|shawl|coat|jacket|dress|shirt|laundry|apron)\b/,
    draw: made(
      soft(
        usual('#b5a98f'),
        [-0.44, -0.3],
        [-0.1, -0.4],
        [0.2, -0.32],
        [0.46, -0.36],
        [0.4, 0],
        [0.48, 0.3],
        [0.16, 0.26],
        [-0.06, 0.4],
        [-0.3, 0.28],
        [-0.5, 0.32],
        [-0.38, 0],
      ),
      lines(
        0.6,
        [
          [-0.2, -0.3],
          [-0.14, 0],
          [-0.22, 0.24],
        ],
        [
          [0.06, -0.28],
          [0.08, 0.04],
          [0, 0.3],
        ],
        [
          [0.3, -0.26],
          [0.24, 0.02],
          [0.34, 0.2],
        ],
      ),
    ),
  },
]
