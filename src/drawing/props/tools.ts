import { lines, made, oval, type PropDesign, poly, rod, soft, usual } from './design'

/** What people work, fish, dig and play with. */
export const TOOL_PROPS: readonly PropDesign[] = [
  {
    name: 'rope',
    base: 0.36,
    metres: 0.42,
    words:
      /\b(?:ropes?|lines? (?:aboard|ashore)|mooring lines?|hawsers?|lasso|hose|string|yarn|rigging|twine)\b/,
    draw: made(
      ...(
        [
          [0.02, 0.02, 0.36],
          [-0.03, 0, 0.28],
          [0.02, 0.01, 0.2],
        ] as const
      ).map(([x, y, r]) =>
        rod(
          usual('#b59468'),
          0.055,
          ...Array.from({ length: 13 }, (_, index): [number, number] => [
            x + Math.cos((index * Math.PI) / 6) * r,
            y + Math.sin((index * Math.PI) / 6) * r * 0.92,
          ]),
        ),
      ),
      rod(usual('#b59468'), 0.055, [-0.3, 0.2], [-0.4, 0.36], [-0.34, 0.56], [-0.46, 0.7]),
      lines(
        0.6,
        ...Array.from({ length: 12 }, (_, index): [number, number][] => {
          const angle = (index * Math.PI) / 6
          return [
            [Math.cos(angle) * 0.34, Math.sin(angle) * 0.31],
            [Math.cos(angle + 0.1) * 0.39, Math.sin(angle + 0.1) * 0.36],
          ]
        }),
      ),
    ),
  },
  {
    name: 'hammer',
    base: 0.3,
    metres: 0.34,
    words: /\b(?:hammers?|mallet|gavel)\b/,
    draw: made(
      rod(usual('#93693f'), 0.07, [0, -0.2], [0, 0.5]),
      poly('#6b6a66', [-0.3, -0.44], [0.16, -0.44], [0.34, -0.34], [0.16, -0.24], [-0.3, -0.24]),
    ),
  },
  {
    name: 'wrench',
    base: 0.2,
    metres: 0.32,
    words: /\b(?:wrench(?:es)?|spanners?|crowbar|tools?|drill|razor)\b/,
    draw: made(
      rod(usual('#8b8a86'), 0.1, [-0.2, 0], [0.34, 0]),
      poly(
        usual('#8b8a86'),
        [-0.16, -0.12],
        [-0.46, -0.2],
        [-0.5, -0.08],
        [-0.32, -0.04],
        [-0.32, 0.04],
        [-0.5, 0.08],
        [-0.46, 0.2],
        [-0.16, 0.12],
      ),
      oval(usual('#8b8a86'), 0.38, 0, 0.13, 0.13),
      oval('#45444a', 0.38, 0, 0.06, 0.06),
    ),
  },
  {
    name: 'screwdriver',
    base: 0.1,
    metres: 0.26,
    words: /\b(?:screw ?drivers?|chisels?|awls?|bradawl)\b/,
    draw: made(
      rod('#8b8a86', 0.05, [-0.42, 0], [0.08, 0]),
      poly('#8b8a86', [-0.4, -0.035], [-0.52, -0.05], [-0.52, 0.05], [-0.4, 0.035]),
      rod(usual('#b8453a'), 0.16, [0.1, 0], [0.44, 0]),
      oval('#57534d', 0.06, 0, 0.03, 0.07),
      lines(
        0.5,
        [
          [0.14, -0.03],
          [0.42, -0.03],
        ],
        [
          [0.14, 0.035],
          [0.42, 0.035],
        ],
      ),
    ),
  },
  {
    name: 'axe',
    base: 0.5,
    metres: 0.8,
    words: /\b(?:axes?|hatchets?|pickaxe|cleaver)\b/,
    draw: made(
      rod(usual('#93693f'), 0.06, [-0.02, -0.46], [0.02, 0.1], [0, 0.5]),
      poly('#b4b6b8', [-0.02, -0.46], [0.24, -0.52], [0.32, -0.34], [0.24, -0.16], [-0.02, -0.26]),
    ),
  },
  {
    name: 'saw',
    base: 0.2,
    metres: 0.55,
    words: /\b(?:hand)?saws?(?= |,|\.|$)/,
    draw: made(
      poly(
        '#b4b6b8',
        [-0.5, 0.02],
        [0.2, -0.14],
        [0.2, 0.14],
        ...Array.from({ length: 12 }, (_, index): [number, number] => [
          0.15 - index * 0.054,
          index % 2 ? 0.1 - index * 0.005 : 0.13 - index * 0.005,
        ]),
      ),
      poly(usual('#93693f'), [0.2, -0.18], [0.46, -0.14], [0.5, 0.12], [0.24, 0.2]),
    ),
  },
  {
    name: 'pole',
    base: 0.5,
    metres: 1.5,
    words:
      /\b(?:shovels?|spades?|rakes?|brooms?|mops?|oars?|paddles?|poles?|boat ?hook|pitchfork|spears?|harpoon|stick|staff|cane|crutch(?:es)?|scythe|hoe)\b/,
    draw: made(
      rod(usual('#93693f'), 0.025, [0, -0.5], [0, 0.34]),
      soft('#8b8a86', [-0.07, 0.3], [0.07, 0.3], [0.08, 0.44], [0, 0.54], [-0.08, 0.44]),
    ),
  },
  {
    name: 'rod',
    base: 0.5,
    metres: 1.6,
    words: /\b(?:fishing[ -]?rod|fishing pole)\b/,
    draw: made(
      rod('#93693f', 0.018, [-0.08, 0.5], [0, 0], [0.2, -0.46]),
      lines(0.5, [
        [0.2, -0.46],
        [0.34, -0.1],
        [0.36, 0.3],
      ]),
      oval('#6b6a66', -0.05, 0.3, 0.04, 0.04),
    ),
  },
  {
    name: 'rifle',
    base: 0.14,
    metres: 1,
    words: /\b(?:rifles?|shotguns?|muskets?|carbine|machine gun|crossbow)\b/,
    draw: made(
      poly('#45444a', [-0.5, -0.05], [0.02, -0.05], [0.02, 0.01], [-0.5, -0.01]),
      poly(
        usual('#7d5a3c'),
        [-0.24, 0],
        [0.06, -0.04],
        [0.18, -0.06],
        [0.5, 0.06],
        [0.48, 0.2],
        [0.2, 0.06],
        [0.1, 0.08],
        [-0.2, 0.05],
      ),
      lines(1, [
        [0.08, 0.07],
        [0.06, 0.14],
        [0.14, 0.14],
        [0.15, 0.06],
      ]),
    ),
  },
  {
    name: 'bucket',
    base: 0.4,
    metres: 0.34,
    words: /\b(?:buckets?|pails?|watering can)\b/,
    draw: made(
      rod('#6b6a66', 0.025, [-0.36, -0.28], [-0.2, -0.56], [0.2, -0.56], [0.36, -0.28]),
      poly(usual('#a5a8aa'), [-0.38, -0.28], [0.38, -0.28], [0.28, 0.4], [-0.28, 0.4]),
      oval('#6d8a96', 0, -0.28, 0.37, 0.08),
      lines(0.6, [
        [-0.33, 0],
        [0.33, 0],
      ]),
    ),
  },
  {
    name: 'barrel',
    base: 0.5,
    metres: 0.85,
    words: /\b(?:barrels?|casks?|kegs?|oil drums?|dustbin|trash can|bin)\b/,
    draw: made(
      soft(usual('#93693f'), [-0.28, -0.5], [0.28, -0.5], [0.37, 0], [0.28, 0.5], [-0.28, 0.5], [-0.37, 0]),
      oval('#6e4f30', 0, -0.48, 0.28, 0.07),
      lines(
        1.6,
        [
          [-0.33, -0.24],
          [0.33, -0.24],
        ],
        [
          [-0.33, 0.26],
          [0.33, 0.26],
        ],
      ),
      lines(
        0.5,
        [
          [-0.12, -0.4],
          [-0.15, 0],
          [-0.12, 0.46],
        ],
        [
          [0.12, -0.4],
          [0.15, 0],
          [0.12, 0.46],
        ],
      ),
    ),
  },
  {
    name: 'crate',
    base: 0.34,
    metres: 0.5,
    words: /\b(?:crates?|box(?:es)?|parcels?|packages?|chests?|cartons?|coffin|toolbox|safe)\b/,
    draw: made(
      poly(usual('#a98a5b'), [-0.46, -0.24], [0.46, -0.24], [0.46, 0.34], [-0.46, 0.34]),
      poly('#c2a574', [-0.46, -0.24], [-0.34, -0.38], [0.56, -0.38], [0.46, -0.24]),
      lines(
        0.9,
        [
          [-0.46, -0.05],
          [0.46, -0.05],
        ],
        [
          [-0.46, 0.15],
          [0.46, 0.15],
        ],
        [
          [-0.36, -0.24],
          [-0.36, 0.34],
        ],
        [
          [0.36, -0.24],
          [0.36, 0.34],
        ],
      ),
    ),
  },
  {
    name: 'tray',
    base: 0.16,
    metres: 0.42,
    words: /\b(?:trays?|platters?)\b/,
    draw: made(
      poly(usual('#b4b6b8'), [-0.5, 0], [0.5, 0], [0.4, 0.14], [-0.4, 0.14]),
      poly('#d9d0bd', [-0.3, -0.22], [-0.1, -0.22], [-0.13, 0], [-0.27, 0]),
      poly('#d9d0bd', [0.06, -0.22], [0.26, -0.22], [0.23, 0], [0.09, 0]),
    ),
  },
  {
    name: 'ladder',
    base: 0.5,
    metres: 2,
    words: /\b(?:ladders?|stepladder)\b/,
    draw: made(
      rod(usual('#a98a5b'), 0.02, [-0.14, 0.5], [-0.09, -0.5]),
      rod(usual('#a98a5b'), 0.02, [0.14, 0.5], [0.09, -0.5]),
      lines(
        2,
        ...[-0.4, -0.24, -0.08, 0.08, 0.24, 0.4].map((y): [number, number][] => [
          [-0.12, y],
          [0.12, y],
        ]),
      ),
    ),
  },
  {
    name: 'net',
    base: 0.4,
    metres: 0.9,
    words: /\b(?:(?:fishing )?nets?|cobwebs?)\b/,
    draw: made(
      soft(
        '#c9c2ae',
        [-0.46, -0.3],
        [0, -0.4],
        [0.46, -0.3],
        [0.4, 0.1],
        [0.2, 0.4],
        [-0.16, 0.36],
        [-0.42, 0.12],
      ),
      lines(
        0.7,
        ...[-0.3, -0.15, 0, 0.15, 0.3].flatMap((x): [number, number][][] => [
          [
            [x - 0.12, -0.34],
            [x + 0.14, 0.32],
          ],
          [
            [x + 0.12, -0.34],
            [x - 0.14, 0.32],
          ],
        ]),
      ),
    ),
  },
  {
    name: 'wheel',
    base: 0.5,
    metres: 0.7,
    words:
      /\b(?:(?:steering |ship['’]s |car )wheels?|the helm|tyres?|tires?)\b|(?<=\bat |takes? |grips? |turns? |holds? )the wheel\b/,
    draw: made(
      rod(
        usual('#93693f'),
        0.07,
        ...Array.from({ length: 17 }, (_, index): [number, number] => [
          Math.cos((index * Math.PI) / 8) * 0.36,
          Math.sin((index * Math.PI) / 8) * 0.36,
        ]),
      ),
      lines(
        2,
        ...Array.from({ length: 8 }, (_, index): [number, number][] => {
          const angle = (index * Math.PI) / 4
          return [
            [0, 0],
            [Math.cos(angle) * 0.5, Math.sin(angle) * 0.5],
          ]
        }),
      ),
      oval('#cda349', 0, 0, 0.09, 0.09),
    ),
  },
  {
    name: 'ball',
    base: 0.4,
    metres: 0.26,
    words: /\b(?:(?:foot|basket|base|tennis |beach )?balls?|globe|marbles?)\b/,
    draw: made(
      oval(usual('#cf7a35'), 0, 0, 0.4, 0.4),
      lines(
        0.8,
        [
          [-0.4, 0],
          [-0.2, 0.08],
          [0.2, 0.08],
          [0.4, 0],
        ],
        [
          [0, -0.4],
          [-0.08, 0],
          [0, 0.4],
        ],
      ),
    ),
  },
  {
    name: 'balloon',
    base: 0.5,
    metres: 0.5,
    words: /\b(?:balloons?|kites?)\b/,
    draw: made(
      lines(0.6, [
        [0, -0.02],
        [0.05, 0.2],
        [-0.03, 0.5],
      ]),
      soft(usual('#b03a2e'), [0, -0.5], [0.22, -0.4], [0.25, -0.2], [0, 0], [-0.25, -0.2], [-0.22, -0.4]),
    ),
  },
  {
    name: 'doll',
    base: 0.46,
    metres: 0.36,
    words: /\b(?:dolls?|teddy(?: bear)?|teddies|puppets?|toys?|statue|statuette|trophy)\b/,
    draw: made(
      oval(usual('#a98256'), 0, 0.18, 0.24, 0.26),
      ...(
        [
          [-0.26, 0.06],
          [0.26, 0.06],
          [-0.16, 0.42],
          [0.16, 0.42],
        ] as const
      ).map(([x, y]) => oval(usual('#a98256'), x, y, 0.11, 0.11)),
      oval(usual('#a98256'), -0.15, -0.4, 0.08, 0.08),
      oval(usual('#a98256'), 0.15, -0.4, 0.08, 0.08),
      oval(usual('#a98256'), 0, -0.24, 0.21, 0.2),
      oval('#26221f', -0.07, -0.27, 0.022, 0.026),
      oval('#26221f', 0.07, -0.27, 0.022, 0.026),
      oval('#d9c6a0', 0, -0.17, 0.08, 0.06),
    ),
  },
  {
    name: 'guitar',
    base: 0.5,
    metres: 1,
    words: /\b(?:guitars?|violins?|fiddles?|cellos?|banjo|ukulele|lute)\b/,
    draw: made(
      rod('#57483a', 0.045, [0, 0], [0, -0.48]),
      soft(
        usual('#a8673a'),
        [0, -0.08],
        [0.14, -0.06],
        [0.11, 0.08],
        [0.2, 0.24],
        [0.12, 0.46],
        [-0.12, 0.46],
        [-0.2, 0.24],
        [-0.11, 0.08],
        [-0.14, -0.06],
      ),
      oval('#26221f', 0, 0.16, 0.06, 0.06),
      lines(
        0.5,
        [
          [-0.012, -0.44],
          [-0.012, 0.32],
        ],
        [
          [0.012, -0.44],
          [0.012, 0.32],
        ],
      ),
    ),
  },
  {
    name: 'flag',
    base: 0.5,
    metres: 0.9,
    words: /\b(?:flags?|banners?|pennants?|placards?)\b/,
    draw: made(
      rod('#93693f', 0.025, [-0.36, -0.5], [-0.36, 0.5]),
      soft(
        usual('#b03a2e'),
        [-0.36, -0.48],
        [-0.1, -0.42],
        [0.16, -0.5],
        [0.46, -0.42],
        [0.42, -0.04],
        [0.14, -0.1],
        [-0.1, -0.02],
        [-0.36, -0.08],
      ),
    ),
  },
  {
    name: 'chair',
    base: 0.5,
    metres: 0.9,
    words: /\b(?:(?:arm)?chairs?|wheelchair|stools?|cradle|pram|stroller)\b/,
    draw: made(
      poly(usual('#93693f'), [-0.24, -0.5], [0.2, -0.5], [0.2, 0.02], [-0.24, 0.02]),
      poly(usual('#93693f'), [-0.26, 0.02], [0.22, 0.02], [0.32, 0.12], [-0.32, 0.12]),
      lines(
        2.6,
        [
          [-0.29, 0.12],
          [-0.31, 0.5],
        ],
        [
          [0.29, 0.12],
          [0.31, 0.5],
        ],
        [
          [-0.2, 0.12],
          [-0.2, 0.42],
        ],
        [
          [0.2, 0.12],
          [0.2, 0.42],
        ],
      ),
      lines(
        0.6,
        [
          [-0.1, -0.46],
          [-0.1, 0],
        ],
        [
          [0.06, -0.46],
          [0.06, 0],
        ],
      ),
    ),
  },
  {
    name: 'fire',
    base: 0.46,
    metres: 0.7,
    words:
      /\b(?:(?:bon|camp)?fires?|flames?|fireplace|blaze|burning logs)\b(?! (?:escape|engine|alarm|truck|at\b|on\b|into\b))/,
    draw: made(
      rod('#7d5a3c', 0.1, [-0.4, 0.4], [0.34, 0.28]),
      rod('#7d5a3c', 0.1, [0.4, 0.4], [-0.34, 0.28]),
      soft(
        '#cf7a35',
        [-0.32, 0.24],
        [-0.24, -0.1],
        [-0.12, -0.02],
        [0, -0.5],
        [0.14, -0.12],
        [0.26, -0.18],
        [0.32, 0.24],
        [0, 0.38],
      ),
      soft('#f2c14e', [-0.16, 0.26], [-0.08, 0.02], [0.02, -0.2], [0.1, 0.04], [0.17, 0.26], [0, 0.34]),
    ),
  },
]
