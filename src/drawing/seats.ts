import type { Projected } from './camera'
import { curve, ellipse, path, polyline } from './ink'
import type { Light } from './light'
import { drawProp } from './props'

/** What somebody sits on. */
export interface Seat {
  kind: 'stool' | 'crate' | 'barrel' | 'bucket' | 'bench' | 'rock' | 'stump' | 'bed' | 'ledge'
  /** The thing that it is, where it is one that is drawn elsewhere: it does not stand beside its sitter once more. */
  thing: string | null
}

/** What has a top that one can sit on. */
const SEATS: ReadonlyArray<readonly [RegExp, Seat['kind'], string | null]> = [
  [/\b(?:stumps?|logs?|tree trunks?|fallen trees?)\b/, 'stump', null],
  [/\b(?:crates?|box(?:es)?|chests?|trunks?|cartons?|toolbox|packing cases?)\b/, 'crate', 'crate'],
  [/\b(?:suitcases?|bags?|rucksack|backpack|duffel|luggage)\b/, 'crate', 'bag'],
  [/\b(?:barrels?|kegs?|casks?|drums?)\b/, 'barrel', 'barrel'],
  [/\b(?:buckets?|pails?)\b/, 'bucket', 'bucket'],
  [/\b(?:(?:arm)?chairs?|stools?)\b/, 'stool', 'chair'],
  [/\b(?:bench(?:es)?|pews?|sofas?|couch(?:es)?|settee)\b/, 'bench', null],
  [/\b(?:rocks?|stones?|boulders?)\b/, 'rock', null],
  [/\b(?:beds?|mattress(?:es)?|cots?|bunks?)\b/, 'bed', null],
  [
    /\b(?:tables?|desks?|counters?|bar|walls?|ledges?|railings?|steps?|stairs?|staircase|stoop|kerb|curb|pier|quay|dock|jetty|bollards?|bonnet|hood|roof|(?:window ?)?sill|platform|stage|pallets?|sacks?|tyres?|tires?|hatch|thwart|gunwale|planks?|podium|altar|grave|tombstone)\b/,
    'ledge',
    null,
  ],
]
const SITS =
  /\b(?:sits?|sitting|seated|sat|perche[sd]|perching|squat(?:s|ted|ting))\b(?: (?!on\b)\p{L}[\p{L}-]*){0,2},? (?:on|onto|upon|atop) (?:top of )?/giu
/** Where what one sits on ends and where it stands, or what else is done, begins. */
const PLACE =
  /[,.;:!?…—]|\s(?:near|by|in|at|with|beside|next|and|under|behind|before|outside|against|while|as|among|between|opposite)\s/u

/** What the words say that somebody sits on: `sits on the edge of the table`. Null where they say nothing of it. */
export function seatOf(text: string): Seat | null {
  for (const match of text.matchAll(SITS)) {
    const on =
      text
        .slice(match.index + match[0].length)
        .split(PLACE)[0]
        ?.toLowerCase() ?? ''
    const found = SEATS.find(([words]) => words.test(on))
    if (found) return { kind: found[1], thing: found[2] }
  }
  return null
}

/** Metres from the ground to what somebody sits on. */
const TOP = 0.5

/** What somebody sits on. A stool is drawn over its sitter, whose legs are before everything else: see {@link isBehindSitter}. */
export function drawSeat(kind: Seat['kind'], feet: Projected, squash: number, light: Light): string {
  const s = feet.scale
  const at = (x: number, y: number) => ({ x: feet.x + x * s, y: feet.y - y * s * squash })
  const line = { stroke: light.ink, width: Math.max(0.8, s * 0.007) }
  const shape = (points: Array<[number, number]>, shade: number, isSoft = false) => {
    const placed = points.map(([x, y]) => at(x, y))
    return path(isSoft ? curve(placed, true) : polyline(placed, true), { fill: light.tone(shade), ...line })
  }
  /** A slab with its top seen a little from above. */
  const block = (half: number, depth: number, bottom: number, shades: [number, number]) =>
    shape(
      [
        [-half, TOP],
        [-half + depth, TOP + depth * 0.6],
        [half - depth, TOP + depth * 0.6],
        [half, TOP],
      ],
      shades[0],
    ) +
    shape(
      [
        [-half, TOP],
        [half, TOP],
        [half, bottom],
        [-half, bottom],
      ],
      shades[1],
    )
  /** A thing with its base on the ground: `size` and where its middle is above the ground, in metres. */
  const thing = (name: string, size: number, middle: number, angle = 0) =>
    drawProp(name, at(0, middle), size * s * squash, angle, light)
  const legs = (half: number) =>
    path([-half, half].map((x) => polyline([at(x, TOP - 0.06), at(x * 1.05, 0)])).join(''), {
      ...line,
      width: line.width * 3,
    })
  switch (kind) {
    case 'crate':
      return thing('crate', 0.78, 0.265)
    case 'barrel':
      return thing('barrel', 0.54, 0.27)
    case 'bucket':
      return thing('bucket', 0.54, 0.25, Math.PI)
    case 'bench':
      return legs(0.66) + block(0.8, 0.1, TOP - 0.08, [0.36, 0.5])
    case 'bed':
      return block(1, 0.2, 0.12, [0.12, 0.26])
    case 'ledge':
      return block(0.72, 0.12, 0, [0.28, 0.42])
    case 'rock':
      return shape(
        [
          [-0.62, 0],
          [-0.54, 0.32],
          [-0.26, 0.54],
          [0.22, 0.53],
          [0.5, 0.36],
          [0.6, 0],
        ],
        0.4,
        true,
      )
    case 'stump':
      return (
        shape(
          [
            [-0.34, TOP],
            [0.34, TOP],
            [0.4, 0],
            [-0.4, 0],
          ],
          0.5,
        ) + path(ellipse(at(0, TOP).x, at(0, TOP).y, 0.34 * s, 0.07 * s), { fill: light.tone(0.3), ...line })
      )
    case 'stool':
      return (
        path([-0.24, 0.24].map((x) => polyline([at(x, 0.44), at(x * 1.1, 0)])).join(''), {
          ...line,
          width: line.width * 3,
        }) +
        path(polyline([at(-0.3, 0.5), at(0.3, 0.5), at(0.3, 0.43), at(-0.3, 0.43)], true), {
          fill: light.tone(0.5),
          ...line,
        })
      )
  }
}

/** What is wider than its sitter is behind their legs. */
export const isBehindSitter = (kind: Seat['kind']): boolean => kind !== 'stool'
