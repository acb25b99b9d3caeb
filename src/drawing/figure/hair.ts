import { curve, ellipse, type Point, path, polyline } from '../ink'
import { INK, lightness, mix } from '../palette'
import { type HeadFrame, halfWidth, isProfile } from './frame'

type Pair = readonly [number, number]
const OUTSET: Partial<Record<HeadFrame['look']['hair'], number>> = {
  afro: 0.2,
  curly: 0.1,
  spiky: 0.06,
  wavy: 0.07,
  bob: 0.06,
  long: 0.05,
  'side-part': 0.06,
  slick: 0.03,
  buzz: 0.015,
  ponytail: 0.03,
  bun: 0.03,
}

/** What hangs behind the head: long hair, a bob, a ponytail, the cloud of an afro. */
export function drawHairBehind(head: HeadFrame): string {
  const { hair } = head.look
  const fill = mix(colourOf(head), INK, 0.18)
  const shape = (points: readonly Pair[]) =>
    path(
      curve(
        points.map(([x, y]) => head.at(x, y)),
        true,
      ),
      { fill, width: head.line * 0.9 },
    )
  const side = isProfile(head)
  const shift = side ? -0.16 : -0.05 * head.yaw
  if (hair === 'bob')
    return shape([
      [-0.43 + shift, -0.1],
      [-0.46 + shift, 0.3],
      [-0.3 + shift, 0.42],
      [0.3 + shift * 1.2, 0.42],
      [0.44 + shift * 1.6, 0.28],
      [0.41 + shift, -0.15],
      [0, -0.5],
    ])
  if (hair === 'long')
    return shape([
      [-0.42 + shift, -0.1],
      [-0.48 + shift, 0.4],
      [-0.42 + shift, 0.86],
      [0.0 + shift, 0.78],
      [0.4 + shift * 2, 0.84],
      [0.44 + shift * 2, 0.3],
      [0.41 + shift, -0.15],
      [0, -0.5],
    ])
  if (hair === 'wavy')
    return shape([
      [-0.46 + shift, -0.14],
      [-0.44 + shift, 0.1],
      [-0.56 + shift, 0.28],
      [-0.46 + shift, 0.48],
      [-0.52 + shift, 0.7],
      [-0.2 + shift, 0.68],
      [0.24 + shift * 2, 0.7],
      [0.54 + shift * 2, 0.66],
      [0.46 + shift * 2, 0.46],
      [0.56 + shift * 2, 0.26],
      [0.45 + shift, 0.06],
      [0.44, -0.16],
      [0, -0.52],
    ])
  if (hair === 'ponytail' && !head.isBack) {
    return side
      ? shape([
          [-0.36, -0.3],
          [-0.6, -0.26],
          [-0.68, 0.1],
          [-0.56, 0.48],
          [-0.5, 0.1],
          [-0.38, -0.05],
        ])
      : shape([
          [-0.22, -0.42],
          [-0.46, -0.36],
          [-0.58, 0.0],
          [-0.5, 0.42],
          [-0.42, 0.05],
          [-0.3, -0.25],
        ])
  }
  if (hair === 'bun' && !head.isBack) {
    const centre = side ? head.at(-0.34, -0.42) : head.at(-0.1 * head.yaw, -0.58)
    return path(ellipse(centre.x, centre.y, head.size * 0.19, head.size * 0.17), {
      fill,
      width: head.line * 0.9,
    })
  }
  return ''
}

/** The hair that frames the face: drawn over the skull, leaving the forehead free. */
export function drawHairFront(head: HeadFrame): string {
  const { hair } = head.look
  if (hair === 'bald') return head.size < 30 ? '' : drawFringe(head)
  const fill = colourOf(head)
  const outset = OUTSET[hair] ?? 0.05
  const isBumpy = hair === 'afro' || hair === 'curly'
  const outer = isProfile(head) ? profileOuter(outset) : frontOuter(head, outset)
  const inner = isProfile(head) ? profileInner(head) : frontInner(head)
  const outerPoints = isBumpy
    ? bumps(outer, head, hair === 'afro' ? 0.045 : 0.055)
    : hair === 'spiky'
      ? spikes(outer, head)
      : outer
  const points: Point[] = [...outerPoints, ...inner].map(([x, y]) => head.at(x, y))
  const d = hair === 'spiky' ? polyline(points, true) : curve(points, true)
  let svg = path(d, { fill, width: head.line * 0.9, opacity: hair === 'buzz' ? 0.82 : 1 })
  if (head.size > 24 && hair !== 'buzz') svg += drawStrands(head, outer, inner)
  return svg
}

const colourOf = (head: HeadFrame) => head.light.figure(head.look.hairColour)

function frontOuter(head: HeadFrame, o: number): Pair[] {
  const t = head.yaw
  const w = halfWidth(head)
  return [
    [-w - 0.015 - o * 0.4 - 0.03 * t, 0.04],
    [-w - o - 0.07 * t, -0.2],
    [-0.26 - 0.08 * t - o * 0.75, -0.43 - o * 0.55],
    [-0.03 * t, -0.5 - o],
    [0.26 + o * 0.75 - 0.02 * t, -0.43 - o * 0.55],
    [w + o * 0.9 - 0.02 * t, -0.2],
    [w + o * 0.4 - 0.05 * t, -0.02],
  ]
}

function frontInner(head: HeadFrame): Pair[] {
  const t = head.yaw
  const w = halfWidth(head)
  const drop = head.nod * 0.5
  const ends: [Pair, Pair] = [
    [w - 0.035 - 0.06 * t, -0.12],
    [-w + 0.05 + 0.12 * t, -0.02],
  ]
  const fringe: Record<string, Pair[]> = {
    bob: [
      [w - 0.09 - 0.03 * t, -0.17],
      [0.1 + 0.14 * t, -0.155],
      [-0.12 + 0.14 * t, -0.15],
      [-w + 0.1 + 0.12 * t, -0.16],
    ],
    'side-part': [
      [0.25 + 0.06 * t, -0.25],
      [0.12 + 0.12 * t, -0.235],
      [-0.1 + 0.14 * t, -0.3],
      [-0.2 + 0.14 * t, -0.31],
      [-w + 0.08 + 0.12 * t, -0.18],
    ],
    slick: [
      [0.26 + 0.05 * t, -0.29],
      [0.1 + 0.12 * t, -0.37],
      [-0.1 + 0.14 * t, -0.37],
      [-w + 0.09 + 0.12 * t, -0.24],
    ],
    buzz: [
      [0.25 + 0.05 * t, -0.27],
      [0.1 + 0.12 * t, -0.33],
      [-0.1 + 0.14 * t, -0.33],
      [-w + 0.09 + 0.12 * t, -0.22],
    ],
    long: [
      [0.28 + 0.02 * t, -0.12],
      [0.16 + 0.12 * t, -0.3],
      [0.0 + 0.16 * t, -0.39],
      [-0.16 + 0.13 * t, -0.28],
      [-w + 0.08 + 0.12 * t, -0.08],
    ],
  }
  const key = head.look.hair === 'wavy' || head.look.hair === 'ponytail' ? 'long' : head.look.hair
  const middle = fringe[key] ?? [
    [0.24 + 0.06 * t, -0.25],
    [0.1 + 0.12 * t, -0.29],
    [-0.1 + 0.14 * t, -0.28],
    [-w + 0.1 + 0.12 * t, -0.2],
  ]
  return [ends[0], ...middle, ends[1]].map(([x, y]): Pair => [x, y + drop])
}

function profileOuter(o: number): Pair[] {
  return [
    [-0.3, 0.3],
    [-0.41 - o * 0.7, 0.1],
    [-0.46 - o, -0.12],
    [-0.4 - o * 0.8, -0.37 - o * 0.4],
    [-0.18 - o * 0.3, -0.49 - o * 0.9],
    [0.04, -0.5 - o],
    [0.23 + o * 0.4, -0.43 - o * 0.7],
    [0.31 + o * 0.3, -0.31],
  ]
}

function profileInner(head: HeadFrame): Pair[] {
  const hasFringe = head.look.hair === 'bob'
  return [
    [0.29, hasFringe ? -0.16 : -0.29],
    [0.16, hasFringe ? -0.18 : -0.27],
    [0.08, -0.15],
    [0.03, -0.04],
    [-0.04, -0.05],
    [-0.13, 0.02],
    [-0.14, 0.18],
  ]
}

function bumps(outer: readonly Pair[], head: HeadFrame, depth: number): Pair[] {
  return outer.flatMap(([x, y], index): Pair[] => {
    const next = outer[index + 1]
    if (!next) return [[x, y]]
    const grow = 1 + depth * 2 + head.rng.range(0, depth)
    return [
      [x, y],
      [((x * 2 + next[0]) / 3) * grow, ((y * 2 + next[1]) / 3) * grow],
      [(x + next[0]) / 2, (y + next[1]) / 2],
      [((x + next[0] * 2) / 3) * grow, ((y + next[1] * 2) / 3) * grow],
    ]
  })
}

function spikes(outer: readonly Pair[], head: HeadFrame): Pair[] {
  return outer.flatMap(([x, y], index): Pair[] => {
    const next = outer[index + 1]
    if (!next) return [[x, y]]
    const reach = 1.2 + head.rng.range(0, 0.12)
    return [
      [x, y],
      [((x + next[0]) / 2) * reach + 0.03, ((y + next[1]) / 2) * reach],
    ]
  })
}

function drawStrands(head: HeadFrame, outer: readonly Pair[], inner: readonly Pair[]): string {
  let d = ''
  for (let index = 1; index < outer.length - 1; index += 1) {
    const from = outer[index]
    const to = inner[Math.min(inner.length - 1, outer.length - 1 - index)]
    if (!from || !to) continue
    const pull = head.rng.range(0.35, 0.7)
    d += curve([
      head.at(from[0] * 0.96, from[1] * 0.96),
      head.at((from[0] + to[0]) / 2 + 0.02, (from[1] + to[1]) / 2 - 0.01),
      head.at(from[0] + (to[0] - from[0]) * pull, from[1] + (to[1] - from[1]) * pull),
    ])
  }
  const isDark = lightness(head.look.hairColour) < 0.3
  return path(d, { stroke: isDark ? '#8d857c' : INK, width: head.line * 0.4, opacity: 0.65 })
}

function drawFringe(head: HeadFrame): string {
  const shine = curve([head.at(0.02, -0.42), head.at(0.12, -0.4), head.at(0.2, -0.34)])
  return path(shine, { stroke: '#ffffff', width: head.line * 1.2, opacity: 0.6 })
}
