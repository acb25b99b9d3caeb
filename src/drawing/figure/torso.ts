import { curve, type Point, path, polyline } from '../ink'
import { INK, mix } from '../palette'
import type { BodyFrame } from './bodyFrame'

/** How far down the garment reaches, in body metres. */
const HEM: Record<BodyFrame['look']['garment'], number> = {
  shirt: 0.87,
  sweater: 0.86,
  hoodie: 0.85,
  vest: 0.88,
  jacket: 0.8,
  suit: 0.76,
  coat: 0.5,
  dress: 0.52,
}

/** Half width of the clothed torso at a height: shoulder, chest, waist, hip, hem. */
function halfWidthAt(body: BodyFrame, y: number): number {
  const { look, shoulder } = body
  const waist = body.waist
  const hip = waist * (look.isFeminine ? 1.18 : 1.06)
  if (y > 1.2) return shoulder * 0.8
  if (y > 1.06) return waist + (shoulder * 0.8 - waist) * ((y - 1.06) / 0.14)
  if (y > 0.9) return hip + (waist - hip) * ((y - 0.9) / 0.16)
  const flare = look.garment === 'dress' ? 0.3 : look.garment === 'coat' ? 0.12 : 0.02
  return hip + (0.9 - y) * flare
}

/** The trunk with its garment: outline, pattern, lapels and collar, and shade on the dark side. */
export function drawTorso(body: BodyFrame): string {
  const { look, light, line } = body
  const hem = body.pose.isSitting ? Math.max(0.84, HEM[look.garment]) : HEM[look.garment]
  const fill = light.figure(look.clothing)
  const w = (y: number) => halfWidthAt(body, y)
  const s = body.shoulder
  const outline = [
    body.at(-0.062, 1.475),
    body.at(-s * 0.62, 1.435),
    body.at(-s, 1.375),
    body.at(-w(1.2), 1.2),
    body.at(-w(1.06), 1.06),
    body.at(-w(0.9), 0.9),
    body.at(-w(hem), hem),
    body.at(w(hem), hem),
    body.at(w(0.9), 0.9),
    body.at(w(1.06), 1.06),
    body.at(w(1.2), 1.2),
    body.at(s, 1.375),
    body.at(s * 0.62, 1.435),
    body.at(0.062, 1.475),
  ]
  let svg = path(curve(outline, true), { fill, width: line })
  svg += drawPattern(body, w, hem)
  const dark = -light.side
  const shade = [
    body.at(dark * s * 0.96, 1.37),
    body.at(dark * w(1.06), 1.06),
    body.at(dark * w(hem), hem),
    body.at(dark * w(hem) * 0.5, hem),
    body.at(dark * w(1.06) * 0.62, 1.06),
    body.at(dark * s * 0.66, 1.35),
  ]
  svg += path(curve(shade, true), { fill: mix(fill, '#1f1612', 0.55), width: 0, opacity: 0.28 })
  return svg + (body.pose.isBack ? drawBackSeam(body) : drawFrontDetail(body, hem))
}

/** The line of the shoulders once more, over arms that grow out of them. */
export function drawShoulderLine(body: BodyFrame): string {
  const s = body.shoulder
  const lines = [-1, 1].map((side) =>
    curve([
      body.at(side * 0.075, 1.462),
      body.at(side * s * 0.62, 1.432),
      body.at(side * s * 0.93, 1.405),
      body.at(side * s * 1.03, 1.355),
    ]),
  )
  return path(lines.join(''), { width: body.line })
}

function drawPattern(body: BodyFrame, w: (y: number) => number, hem: number): string {
  const { look } = body
  if (look.pattern === 'plain' || look.garment === 'suit' || look.garment === 'coat' || body.scale < 60)
    return ''
  let d = ''
  if (look.pattern !== 'stripes') {
    for (let y = 1.3; y > hem + 0.03; y -= 0.085)
      d += curve([body.at(-w(y) * 0.97, y), body.at(0, y - 0.018), body.at(w(y) * 0.97, y)])
  }
  if (look.pattern !== 'hoops') {
    for (const share of [-0.72, -0.36, 0.02, 0.38, 0.74])
      d += curve([
        body.at(share * w(1.2), 1.36),
        body.at(share * w(1.06), 1.06),
        body.at(share * w(hem), hem + 0.01),
      ])
  }
  const isBold = look.pattern === 'hoops'
  return path(d, {
    stroke: body.light.figure(look.clothingAccent),
    width: Math.max(0.8, body.scale * (isBold ? 0.03 : 0.012)),
    opacity: 0.75,
  })
}

function drawFrontDetail(body: BodyFrame, hem: number): string {
  const { look, line } = body
  if (body.scale < 45) return ''
  const f = body.facing * 0.1
  const skin = body.light.figure(look.skin)
  const accent = body.light.figure(look.clothingAccent)
  const white = body.light.figure('#efe9dc')
  const at = (x: number, y: number) => body.at(x + f * Math.min(1, (1.5 - y) * 6), y)
  const shape = (points: Point[], fill: string, width = line * 0.8) =>
    path(polyline(points, true), { fill, width })
  const neck = shape([at(-0.066, 1.478), at(0.066, 1.478), at(0.012, 1.38)], skin)
  const lapels = (inner: string, depth: number) =>
    shape([at(-0.075, 1.47), at(0.075, 1.47), at(0.02, depth), at(-0.02, depth)], inner) +
    shape(
      [at(-0.07, 1.48), at(-0.135, 1.37), at(-0.085, 1.33), at(-0.01, depth)],
      mix(body.light.figure(look.clothing), INK, 0.18),
    ) +
    shape(
      [at(0.07, 1.48), at(0.135, 1.37), at(0.085, 1.33), at(0.01, depth)],
      mix(body.light.figure(look.clothing), INK, 0.18),
    )
  const placket = path(polyline([at(0.005, 1.38), at(0.004, hem + 0.02)]), { width: line * 0.6 })
  const buttons = [1.3, 1.2, 1.1, 1.0]
    .map((y) => at(0.022, y))
    .map((point) => `M${Math.round(point.x)} ${Math.round(point.y)}h.1`)
    .join('')
  switch (look.garment) {
    case 'shirt':
      return (
        neck +
        shape(
          [at(-0.066, 1.485), at(-0.095, 1.4), at(0.004, 1.375)],
          mix(body.light.figure(look.clothing), '#ffffff', 0.15),
        ) +
        shape(
          [at(0.066, 1.485), at(0.1, 1.4), at(0.008, 1.375)],
          mix(body.light.figure(look.clothing), '#ffffff', 0.15),
        ) +
        placket +
        path(buttons, { width: line * 1.5 })
      )
    case 'suit':
      return (
        lapels(white, 1.12) +
        shape([at(-0.022, 1.42), at(0.022, 1.42), at(0.03, 1.2), at(0, 1.15), at(-0.028, 1.2)], accent) +
        path(polyline([at(0.004, 1.12), at(0.004, hem)]), { width: line * 0.6 })
      )
    case 'jacket':
      return (
        lapels(accent, 1.16) + neck + path(polyline([at(0.004, 1.16), at(0.004, hem)]), { width: line * 0.7 })
      )
    case 'coat':
      return (
        lapels(white, 1.22) +
        neck +
        path(polyline([at(0.004, 1.22), at(0.01, hem)]), { width: line * 0.7 }) +
        path(buttons, { width: line * 1.8 }) +
        path(polyline([at(-body.waist, 1.03), at(body.waist, 1.03)]), { width: line * 1.8 })
      )
    case 'hoodie':
      return (
        path(
          curve(
            [at(-0.13, 1.45), at(-0.08, 1.5), at(0, 1.37), at(0.08, 1.5), at(0.13, 1.45), at(0, 1.32)],
            true,
          ),
          { fill: mix(body.light.figure(look.clothing), INK, 0.16), width: line * 0.8 },
        ) +
        path(polyline([at(-0.03, 1.36), at(-0.035, 1.22)]) + polyline([at(0.03, 1.36), at(0.035, 1.24)]), {
          stroke: white,
          width: line * 0.9,
        }) +
        path(polyline([at(-0.1, 0.92), at(-0.075, 1.03), at(0.075, 1.03), at(0.1, 0.92)]), {
          width: line * 0.7,
        })
      )
    case 'sweater':
      return path(curve([at(-0.085, 1.475), at(0, 1.41), at(0.085, 1.475), at(0, 1.385)], true), {
        fill: mix(body.light.figure(look.clothing), INK, 0.2),
        width: line * 0.8,
      })
    case 'vest':
      return lapels(accent, 1.1) + neck + path(buttons, { width: line * 1.5 })
    case 'dress':
      return (
        path(curve([at(-0.085, 1.47), at(-0.05, 1.39), at(0.05, 1.39), at(0.085, 1.47), at(0, 1.48)], true), {
          fill: skin,
          width: line * 0.8,
        }) + path(curve([at(-body.waist, 1.07), at(0, 1.05), at(body.waist, 1.07)]), { width: line * 1.2 })
      )
  }
}

function drawBackSeam(body: BodyFrame): string {
  return path(polyline([body.at(0, 1.44), body.at(0, 0.95)]), { width: body.line * 0.5, opacity: 0.6 })
}
