import { curve, ellipse, path, polyline } from '../ink'
import type { SetPainter } from './painter'

interface Spot {
  x: number
  z: number
}

/** A table on four legs. */
export function table(
  painter: SetPainter,
  { x, z }: Spot,
  width = 1.4,
  depth = 0.8,
  height = 0.74,
  tone = 0.3,
): void {
  for (const sx of [-1, 1]) {
    for (const sz of [-1, 1])
      painter.box({
        x: x + sx * (width / 2 - 0.06),
        z: z + sz * (depth / 2 - 0.06),
        width: 0.06,
        depth: 0.06,
        height: height - 0.06,
        tone: tone + 0.2,
      })
  }
  painter.box({ x, z: z - 0.001, y: height - 0.06, width, depth, height: 0.06, tone })
}

/** A chair; `back` says on which side of the seat its back stands. */
export function chair(
  painter: SetPainter,
  { x, z }: Spot,
  back: 'near' | 'far' | 'left' | 'right' = 'far',
  tone = 0.34,
): void {
  for (const sx of [-1, 1]) {
    for (const sz of [-1, 1])
      painter.box({
        x: x + sx * 0.18,
        z: z + sz * 0.18,
        width: 0.04,
        depth: 0.04,
        height: 0.44,
        tone: tone + 0.2,
      })
  }
  painter.box({ x, z, y: 0.44, width: 0.42, depth: 0.42, height: 0.05, tone })
  const offset = { near: [0, -0.2], far: [0, 0.2], left: [-0.2, 0], right: [0.2, 0] }[back]
  const isSide = back === 'left' || back === 'right'
  painter.box({
    x: x + (offset[0] ?? 0),
    z: z + (offset[1] ?? 0),
    y: 0.49,
    width: isSide ? 0.05 : 0.4,
    depth: isSide ? 0.4 : 0.05,
    height: 0.46,
    tone,
  })
}

/** A low, soft seat for several. */
export function sofa(painter: SetPainter, { x, z }: Spot, width = 2, tone = 0.3): void {
  painter.box({ x, z: z + 0.36, y: 0.1, width, depth: 0.22, height: 0.72, tone: tone + 0.05 })
  painter.box({ x, z, y: 0.1, width: width - 0.4, depth: 0.62, height: 0.34, tone })
  for (const side of [-1, 1])
    painter.box({
      x: x + side * (width / 2 - 0.1),
      z,
      y: 0.1,
      width: 0.2,
      depth: 0.85,
      height: 0.52,
      tone: tone + 0.04,
    })
}

/** A bed with its pillow against the far side. */
export function bed(painter: SetPainter, { x, z }: Spot, width = 1.5, tone = 0.12): void {
  painter.box({ x, z: z + 1.05, width: width + 0.1, depth: 0.08, height: 1.05, tone: 0.4 })
  painter.box({ x, z, y: 0.16, width, depth: 2, height: 0.32, tone })
  painter.box({ x, z: z - 0.25, y: 0.48, width: width + 0.06, depth: 1.45, height: 0.08, tone: tone + 0.2 })
  painter.box({ x, z: z + 0.75, y: 0.48, width: width * 0.8, depth: 0.36, height: 0.14, tone: 0.02 })
}

/** Shelves against a wall, filled with books, bottles or boxes. */
export function shelves(
  painter: SetPainter,
  { x, z }: Spot,
  width: number,
  height: number,
  fill: 'books' | 'bottles' | 'boxes',
): void {
  const { rng, light } = painter
  painter.box({ x, z, width, depth: 0.34, height, tone: 0.34 })
  const levels = Math.max(2, Math.round(height / 0.42))
  painter.sprite(
    { x, y: 0, z: z - 0.18 },
    (frame) => {
      let dark = ''
      let pale = ''
      let boards = ''
      for (let level = 0; level < levels; level += 1) {
        const y = 0.06 + (level * (height - 0.1)) / levels
        boards += polyline([frame.at(-width / 2 + 0.04, y), frame.at(width / 2 - 0.04, y)])
        let cursor = -width / 2 + 0.06
        while (cursor < width / 2 - 0.1) {
          const w =
            fill === 'books'
              ? rng.range(0.035, 0.075)
              : fill === 'bottles'
                ? rng.range(0.07, 0.1)
                : rng.range(0.16, 0.34)
          const h = ((height - 0.1) / levels) * rng.range(0.5, 0.86)
          if (rng.chance(0.86) && cursor + w < width / 2 - 0.04) {
            const shape =
              fill === 'bottles'
                ? polyline(
                    [
                      frame.at(cursor, y),
                      frame.at(cursor, y + h * 0.6),
                      frame.at(cursor + w * 0.35, y + h * 0.72),
                      frame.at(cursor + w * 0.35, y + h),
                      frame.at(cursor + w * 0.65, y + h),
                      frame.at(cursor + w * 0.65, y + h * 0.72),
                      frame.at(cursor + w, y + h * 0.6),
                      frame.at(cursor + w, y),
                    ],
                    true,
                  )
                : polyline(
                    [
                      frame.at(cursor, y),
                      frame.at(cursor, y + h),
                      frame.at(cursor + w, y + h),
                      frame.at(cursor + w, y),
                    ],
                    true,
                  )
            if (rng.chance(0.5)) dark += shape
            else pale += shape
          }
          cursor += w * 1.12
        }
      }
      const line = { stroke: light.ink, width: frame.line * 0.55 }
      return (
        path(dark, { fill: light.tone(0.5), ...line }) +
        path(pale, { fill: light.tone(0.1), ...line }) +
        path(boards, { stroke: light.ink, width: frame.line })
      )
    },
    -0.02,
  )
}

/** A potted plant. */
export function plant(painter: SetPainter, { x, z }: Spot, height = 1.1): void {
  const { light, rng } = painter
  painter.sprite({ x, y: 0, z }, (frame) => {
    let leaves = ''
    for (let index = 0; index < 9; index += 1) {
      const angle = -1.2 + (index / 8) * 2.4 + rng.range(-0.1, 0.1)
      const reach = height * rng.range(0.45, 0.62)
      const tip = frame.at(Math.sin(angle) * reach * 0.8, 0.3 + Math.cos(angle) * reach)
      const root = frame.at(0, 0.28)
      const bulge = frame.at(Math.sin(angle - 0.2) * reach * 0.5, 0.3 + Math.cos(angle - 0.2) * reach * 0.6)
      leaves += `${curve([root, bulge, tip])}${curve([tip, frame.at(Math.sin(angle + 0.2) * reach * 0.5, 0.3 + Math.cos(angle + 0.2) * reach * 0.55), root]).replace('M', 'L')}Z`
    }
    const pot = polyline(
      [frame.at(-0.16, 0.3), frame.at(0.16, 0.3), frame.at(0.12, 0), frame.at(-0.12, 0)],
      true,
    )
    return (
      path(leaves, { fill: light.wash('#8c9a76'), stroke: light.ink, width: frame.line * 0.8 }) +
      path(pot, { fill: light.tone(0.38), stroke: light.ink, width: frame.line })
    )
  })
}

/** A standing lamp that glows when it is dark. */
export function floorLamp(painter: SetPainter, { x, z }: Spot, height = 1.6): void {
  const { light } = painter
  painter.sprite({ x, y: 0, z }, (frame) => {
    const centre = frame.at(0, height - 0.1)
    const glow =
      light.part === 'day'
        ? ''
        : path(ellipse(centre.x, centre.y, frame.scale * 0.9, frame.scale * 0.8), {
            fill: '#ffdf9e',
            width: 0,
            opacity: 0.22,
          })
    const shade = polyline(
      [
        frame.at(-0.14, height),
        frame.at(0.14, height),
        frame.at(0.24, height - 0.3),
        frame.at(-0.24, height - 0.3),
      ],
      true,
    )
    return (
      glow +
      path(
        polyline([frame.at(0, 0), frame.at(0, height - 0.3)]) +
          polyline([frame.at(-0.16, 0), frame.at(0.16, 0)]),
        { stroke: light.ink, width: frame.line * 1.4 },
      ) +
      path(shade, {
        fill: light.part === 'day' ? light.tone(0.12) : '#f4dca6',
        stroke: light.ink,
        width: frame.line,
      })
    )
  })
}

/** A low cabinet row with doors, as in kitchens and shops. */
export function counter(
  painter: SetPainter,
  { x, z }: Spot,
  width: number,
  depth = 0.6,
  height = 0.92,
  tone = 0.2,
): void {
  painter.box({ x, z, width, depth, height: height - 0.05, tone })
  painter.box({
    x,
    z: z - 0.01,
    y: height - 0.05,
    width: width + 0.04,
    depth: depth + 0.05,
    height: 0.05,
    tone: tone + 0.22,
  })
  painter.sprite(
    { x, y: 0, z: z - depth / 2 },
    (frame) => {
      let d = ''
      const doors = Math.max(1, Math.round(width / 0.55))
      for (let index = 1; index < doors; index += 1) {
        const at = -width / 2 + (width * index) / doors
        d +=
          polyline([frame.at(at, 0.08), frame.at(at, height - 0.1)]) +
          polyline([frame.at(at - 0.1, height - 0.2), frame.at(at - 0.03, height - 0.2)])
      }
      // Door lines are only straight on a front we look at squarely.
      return Math.abs(painter.camera.pitch) < 0.1 && width < 1.7
        ? path(d, { stroke: painter.light.ink, width: frame.line * 0.7, opacity: 0.7 })
        : ''
    },
    -0.03,
  )
}
