import { curve, ellipse, path, polyline } from '../ink'
import { INK, lightness, mix } from '../palette'
import type { HeadFrame } from './frame'

/** Where the hair ends on the neck: long hair hangs on behind it. */
const NAPE: Partial<Record<HeadFrame['look']['hair'], number>> = {
  buzz: 0.24,
  slick: 0.3,
  'side-part': 0.28,
  spiky: 0.28,
  curly: 0.32,
  bun: 0.2,
  ponytail: 0.22,
}
const LONG: ReadonlySet<HeadFrame['look']['hair']> = new Set(['long', 'wavy', 'bob', 'afro'])

/** The back of a head: hair to the nape with its whorl and strands, a bald skull with its rim and folds of the neck. */
export function drawBackOfHead(head: HeadFrame): string {
  const { hair } = head.look
  if (hair === 'bald') return drawBald(head)
  const fill = head.light.figure(head.look.hairColour)
  const nape = NAPE[hair] ?? 0.36
  const bulge =
    hair === 'afro' ? 0.2 : hair === 'curly' ? 0.09 : LONG.has(hair) ? 0.05 : hair === 'buzz' ? 0 : 0.025
  const end = LONG.has(hair) ? 0.44 : nape
  const outline = [
    [0, -0.5 - bulge],
    [0.26 + bulge * 0.7, -0.43 - bulge * 0.6],
    [0.37 + bulge, -0.18],
    [0.365 + bulge, 0.06],
    [0.27 + (LONG.has(hair) ? 0.1 + bulge : 0), end - 0.06],
    [0.12, end + 0.02],
    [0, end - 0.01],
    [-0.12, end + 0.02],
    [-0.27 - (LONG.has(hair) ? 0.1 + bulge : 0), end - 0.06],
    [-0.365 - bulge, 0.06],
    [-0.37 - bulge, -0.18],
    [-0.26 - bulge * 0.7, -0.43 - bulge * 0.6],
  ].map(([x = 0, y = 0]) => head.at(x, y))
  const pale = mix(fill, lightness(fill) < 0.35 ? '#b8ada0' : INK, lightness(fill) < 0.35 ? 0.4 : 0.45)
  return (
    path(curve(outline, true), { fill, width: head.line }) +
    path(strands(head, end), { stroke: pale, width: Math.max(0.6, head.line * 0.5), opacity: 0.85 }) +
    (hair === 'ponytail' ? tail(head, fill) : hair === 'bun' ? knot(head, fill, pale) : '')
  )
}

/** Hair falls from the whorl to all sides. */
function strands(head: HeadFrame, end: number): string {
  let d = ''
  const whorl = [0.06, -0.27] as const
  for (let index = 0; index < 15; index += 1) {
    const angle = (index / 15) * Math.PI * 2
    const from = 0.06 + head.rng.range(0, 0.12)
    const reach = 0.26 + head.rng.range(0, 0.1)
    const [x, y] = [Math.cos(angle), Math.sin(angle)]
    const tip = { x: whorl[0] + x * reach, y: whorl[1] + y * reach + 0.06 }
    if (Math.abs(tip.x) > 0.32 || tip.y < -0.46) continue
    d += curve([
      head.at(whorl[0] + x * from, whorl[1] + y * from),
      head.at(whorl[0] + x * ((from + reach) / 2) + 0.02, whorl[1] + y * ((from + reach) / 2) + 0.02),
      head.at(tip.x, tip.y),
    ])
  }
  for (let x = -0.24; x <= 0.25; x += 0.08)
    d += curve([
      head.at(x * 1.05, end - 0.26 - head.rng.range(0, 0.08)),
      head.at(x, end - 0.14),
      head.at(x * 0.86, end - 0.02),
    ])
  return d
}

function tail(head: HeadFrame, fill: string): string {
  return path(
    curve(
      [
        [-0.07, -0.22],
        [0.07, -0.22],
        [0.13, 0.2],
        [0.02, 0.64],
        [-0.11, 0.25],
      ].map(([x = 0, y = 0]) => head.at(x, y)),
      true,
    ),
    { fill: mix(fill, INK, 0.2), width: head.line },
  )
}

function knot(head: HeadFrame, fill: string, pale: string): string {
  const centre = head.at(0, -0.2)
  return (
    path(ellipse(centre.x, centre.y, head.size * 0.2, head.size * 0.18), {
      fill: mix(fill, INK, 0.12),
      width: head.line,
    }) +
    path(curve([head.at(-0.12, -0.22), head.at(0, -0.3), head.at(0.12, -0.2), head.at(0, -0.13)]), {
      stroke: pale,
      width: head.line * 0.6,
    })
  )
}

function drawBald(head: HeadFrame): string {
  const skin = head.light.figure(head.look.skin)
  const rim = head.light.figure(head.look.hairColour)
  const band = [
    [-0.37, -0.02],
    [-0.2, 0.06],
    [0, 0.08],
    [0.2, 0.06],
    [0.37, -0.02],
    [0.3, 0.22],
    [0.12, 0.29],
    [-0.12, 0.29],
    [-0.3, 0.22],
  ].map(([x = 0, y = 0]) => head.at(x, y))
  const folds =
    curve([head.at(-0.13, 0.36), head.at(0, 0.385), head.at(0.13, 0.36)]) +
    curve([head.at(-0.1, 0.42), head.at(0, 0.44), head.at(0.1, 0.42)])
  return (
    path(curve(band, true), { fill: mix(rim, skin, 0.25), width: head.line * 0.6 }) +
    path(folds, { stroke: mix(skin, INK, 0.6), width: head.line * 0.7 }) +
    path(curve([head.at(-0.2, -0.36), head.at(-0.1, -0.42), head.at(0.02, -0.43)]), {
      stroke: mix(skin, '#ffffff', 0.5),
      width: head.line * 1.4,
    }) +
    path(polyline([head.at(0, -0.1), head.at(0.01, 0.02)]), { width: head.line * 0.3, opacity: 0.4 })
  )
}
