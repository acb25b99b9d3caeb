import { lines, made, oval, type PropDesign, poly, rod, soft, usual } from './design'

/** What moves through a place and is larger than people: seen whole, in its place. */
export const LARGE_PROPS: readonly PropDesign[] = [
  {
    name: 'boat',
    base: 0.3,
    metres: 7,
    words:
      /\b(?:ferry|ferries|(?:row|fishing |life|motor|speed)?boats?|ships?|trawlers?|yachts?|barges?|canoes?|dinghy|rafts?|vessels?|tugs?|cutters?)\b/,
    draw: made(
      poly('#e6e0d2', [-0.2, -0.12], [0.22, -0.12], [0.22, 0.06], [-0.2, 0.06]),
      poly('#e6e0d2', [-0.08, -0.26], [0.16, -0.26], [0.16, -0.12], [-0.08, -0.12]),
      lines(
        1.4,
        [
          [0.26, 0.06],
          [0.26, -0.4],
        ],
        [
          [-0.26, 0.06],
          [-0.26, -0.22],
        ],
      ),
      ...[-0.14, -0.02, 0.1].map((x) => oval('#6d8a96', x, -0.03, 0.035, 0.035)),
      poly('#9fb9c2', [-0.05, -0.23], [0.13, -0.23], [0.13, -0.16], [-0.05, -0.16]),
      poly(usual('#8d4b3c'), [-0.5, 0.02], [0.44, 0.04], [0.36, 0.26], [-0.38, 0.26]),
      lines(1, [
        [-0.47, 0.08],
        [0.42, 0.1],
      ]),
      lines(1.2, [
        [-0.56, 0.28],
        [-0.44, 0.24],
        [-0.34, 0.29],
        [-0.2, 0.25],
        [-0.06, 0.3],
        [0.1, 0.26],
        [0.24, 0.3],
        [0.4, 0.26],
        [0.54, 0.29],
      ]),
    ),
  },
  {
    name: 'cable car',
    base: 0.5,
    metres: 4,
    words: /\b(?:cable ?-?cars?|gondolas?|chair ?lift)\b/,
    draw: made(
      rod('#4a4a4c', 0.03, [-1.4, -0.36], [0, -0.46], [1.4, -0.58]),
      lines(2.6, [
        [0, -0.46],
        [0, -0.2],
      ]),
      poly('#6b6a66', [-0.1, -0.5], [0.1, -0.52], [0.1, -0.44], [-0.1, -0.42]),
      poly(usual('#a8483a'), [-0.42, -0.2], [0.42, -0.2], [0.46, 0.42], [-0.46, 0.42]),
      ...[-0.36, -0.1, 0.16].map((x) =>
        poly('#cfdadb', [x, -0.12], [x + 0.2, -0.12], [x + 0.2, 0.12], [x, 0.12]),
      ),
      lines(1, [
        [-0.45, 0.2],
        [0.45, 0.2],
      ]),
      poly('#6b6a66', [-0.46, 0.42], [0.46, 0.42], [0.4, 0.48], [-0.4, 0.48]),
    ),
  },
  {
    name: 'car',
    base: 0.28,
    metres: 4.2,
    words: /\b(?:(?!cable )(?:police )?cars?|taxis?|cabs?|jeeps?|sedans?|limousines?|convertible|pickup)\b/,
    draw: made(
      soft(
        usual('#6f7c86'),
        [-0.5, 0.14],
        [-0.49, 0.02],
        [-0.3, -0.04],
        [-0.2, -0.2],
        [0.12, -0.21],
        [0.27, -0.04],
        [0.47, 0],
        [0.5, 0.14],
        [0.42, 0.2],
        [-0.44, 0.2],
      ),
      poly('#cfdadb', [-0.25, -0.03], [-0.17, -0.17], [-0.03, -0.17], [-0.03, -0.03]),
      poly('#cfdadb', [0, -0.03], [0, -0.17], [0.1, -0.17], [0.21, -0.03]),
      ...[-0.3, 0.3].flatMap((x) => [
        oval('#35322f', x, 0.19, 0.09, 0.09),
        oval('#a5a8aa', x, 0.19, 0.04, 0.04),
      ]),
      lines(
        0.7,
        [
          [-0.02, 0],
          [-0.02, 0.16],
        ],
        [
          [0.03, 0.03],
          [0.08, 0.03],
        ],
      ),
      oval('#f2e3a8', -0.48, 0.06, 0.02, 0.03),
    ),
  },
  {
    name: 'truck',
    base: 0.3,
    metres: 6,
    words: /\b(?:trucks?|lorr(?:y|ies)|vans?|buses|bus|ambulances?|fire engine|trams?|trailer|tractors?)\b/,
    draw: made(
      poly(usual('#8f8a7c'), [-0.16, -0.3], [0.5, -0.3], [0.5, 0.2], [-0.16, 0.2]),
      poly(usual('#8f8a7c'), [-0.48, -0.02], [-0.36, -0.18], [-0.18, -0.18], [-0.18, 0.2], [-0.5, 0.2]),
      poly('#cfdadb', [-0.43, -0.01], [-0.34, -0.13], [-0.23, -0.13], [-0.23, -0.01]),
      ...[-0.34, 0.14, 0.36].flatMap((x) => [
        oval('#35322f', x, 0.2, 0.09, 0.09),
        oval('#a5a8aa', x, 0.2, 0.04, 0.04),
      ]),
      lines(0.7, [
        [-0.12, 0.1],
        [0.46, 0.1],
      ]),
    ),
  },
  {
    name: 'cart',
    base: 0.4,
    metres: 1.4,
    words:
      /\b(?:(?:hand ?|push ?)?carts?|wheelbarrows?|wagons?|carriages?|trolleys?|barrows?|sledges?|sleds?)\b/,
    draw: made(
      rod('#7d5a3c', 0.03, [0.2, 0.06], [0.56, -0.12]),
      poly(usual('#a98a5b'), [-0.46, -0.2], [0.34, -0.2], [0.26, 0.14], [-0.36, 0.14]),
      lines(
        0.8,
        [
          [-0.42, -0.08],
          [0.31, -0.08],
        ],
        [
          [-0.39, 0.03],
          [0.28, 0.03],
        ],
      ),
      rod(
        '#57534d',
        0.03,
        ...Array.from({ length: 13 }, (_, index): [number, number] => [
          -0.1 + Math.cos((index * Math.PI) / 6) * 0.2,
          0.2 + Math.sin((index * Math.PI) / 6) * 0.2,
        ]),
      ),
      lines(
        1.2,
        ...Array.from({ length: 4 }, (_, index): [number, number][] => {
          const [x, y] = [Math.cos((index * Math.PI) / 4) * 0.2, Math.sin((index * Math.PI) / 4) * 0.2]
          return [
            [-0.1 - x, 0.2 - y],
            [-0.1 + x, 0.2 + y],
          ]
        }),
      ),
    ),
  },
  {
    name: 'bicycle',
    base: 0.34,
    metres: 1.7,
    words: /\b(?:bicycles?|bikes?|motor(?:cycle|bike)s?|scooters?|mopeds?|tricycle)\b/,
    draw: made(
      ...[-0.3, 0.3].map((x) =>
        rod(
          '#57534d',
          0.025,
          ...Array.from({ length: 13 }, (_, index): [number, number] => [
            x + Math.cos((index * Math.PI) / 6) * 0.2,
            0.14 + Math.sin((index * Math.PI) / 6) * 0.2,
          ]),
        ),
      ),
      rod(usual('#b03a2e'), 0.025, [-0.3, 0.14], [-0.12, -0.12], [0.22, -0.14]),
      rod(usual('#b03a2e'), 0.025, [-0.3, 0.14], [0, 0.14], [0.2, -0.14]),
      rod(usual('#b03a2e'), 0.025, [0, 0.14], [-0.14, -0.2]),
      rod(usual('#b03a2e'), 0.025, [0.3, 0.14], [0.2, -0.26], [0.3, -0.3]),
      rod('#35322f', 0.05, [-0.2, -0.2], [-0.08, -0.21]),
    ),
  },
  {
    name: 'train',
    base: 0.26,
    metres: 9,
    words: /\b(?:trains?|locomotives?|engine pulls in|express)\b/,
    draw: made(
      soft(usual('#5b6f7c'), [-0.5, 0.2], [-0.47, -0.06], [-0.36, -0.22], [0.5, -0.22], [0.5, 0.2]),
      poly('#cfdadb', [-0.45, -0.03], [-0.37, -0.16], [-0.28, -0.16], [-0.28, -0.03]),
      ...[-0.2, -0.04, 0.12, 0.28].map((x) =>
        poly('#cfdadb', [x, -0.15], [x + 0.12, -0.15], [x + 0.12, 0], [x, 0]),
      ),
      lines(1.4, [
        [-0.5, 0.1],
        [0.5, 0.1],
      ]),
      ...[-0.36, -0.24, 0.2, 0.32].map((x) => oval('#35322f', x, 0.22, 0.04, 0.04)),
      oval('#f2e3a8', -0.47, 0.05, 0.02, 0.025),
    ),
  },
  {
    name: 'plane',
    base: 0.2,
    metres: 9,
    words:
      /\b(?:planes?|air(?:plane|craft)s?|jets?|gliders?|drones?|helicopters?|spaceships?|rockets?|shuttle)\b/,
    draw: made(
      soft(
        usual('#d8d4c8'),
        [-0.5, 0],
        [-0.36, -0.08],
        [0.3, -0.07],
        [0.5, -0.04],
        [0.3, 0.06],
        [-0.36, 0.08],
      ),
      poly(usual('#b4b6b8'), [0.3, -0.05], [0.44, -0.24], [0.5, -0.24], [0.46, -0.04]),
      poly(usual('#b4b6b8'), [-0.1, 0.02], [0.12, 0.02], [0.28, 0.24], [0.2, 0.24]),
      ...[-0.26, -0.16, -0.06, 0.04, 0.14].map((x) => oval('#6d8a96', x, -0.02, 0.018, 0.02)),
    ),
  },
]
