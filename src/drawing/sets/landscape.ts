import { curve, ellipse, type Point, path } from '../ink'
import { mix } from '../palette'
import type { SetPainter } from './painter'

/** Sky with sun, moon and stars or clouds. From straight above there is no sky. */
export function drawSky(painter: SetPainter): void {
  painter.aside(() => paintSky(painter))
}

function paintSky(painter: SetPainter): void {
  const { camera, light, rng } = painter
  const { width, height } = camera
  if (camera.isOverhead) return
  const id = `sky-${light.part}`
  painter.behind(
    `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${light.sky[0]}"/><stop offset="1" stop-color="${light.sky[1]}"/></linearGradient><rect width="${width}" height="${height}" fill="url(#${id})"/>`,
  )
  const horizon = Math.min(height, Math.max(height * 0.15, camera.horizon))
  const x = width * rng.range(0.12, 0.88)
  if (light.part === 'night') {
    const r = height * 0.055
    painter.behind(
      path(ellipse(x, horizon * 0.3, r * 2, r * 2), { fill: '#e9e4cf', width: 0, opacity: 0.12 }),
    )
    painter.behind(path(ellipse(x, horizon * 0.3, r, r), { fill: '#f0ebd8', stroke: light.ink, width: 1 }))
    let stars = ''
    for (let index = 0; index < 34; index += 1)
      stars += `M${Math.round(rng.range(0, width))} ${Math.round(rng.range(0, horizon * 0.85))}h.1`
    painter.behind(path(stars, { stroke: '#f4efdf', width: 2, opacity: 0.8 }))
    return
  }
  if (light.part !== 'day') {
    const r = height * 0.09
    painter.behind(
      path(ellipse(x, horizon - r * 0.1, r * 2.4, r * 2.4), { fill: '#fff2d6', width: 0, opacity: 0.25 }),
    )
    painter.behind(
      path(ellipse(x, horizon - r * 0.1, r, r), { fill: '#ffe9c4', stroke: light.ink, width: 1 }),
    )
  }
  for (let index = 0; index < 4; index += 1) {
    const cx = rng.range(0, width)
    const cy = horizon * rng.range(0.15, 0.7)
    const w = width * rng.range(0.09, 0.2)
    painter.behind(
      path(cloud(cx, cy, w), {
        fill: mix(light.sky[1], '#ffffff', 0.55),
        stroke: light.ink,
        width: 0.7,
        opacity: 0.55,
      }),
    )
  }
}

function cloud(cx: number, cy: number, w: number): string {
  const points = [
    [-0.5, 0],
    [-0.42, -0.12],
    [-0.22, -0.14],
    [-0.08, -0.26],
    [0.14, -0.24],
    [0.26, -0.12],
    [0.44, -0.1],
    [0.5, 0],
  ]
  return `${curve(points.map(([x = 0, y = 0]) => ({ x: cx + x * w, y: cy + y * w })))}Z`
}

/** A range of hills on the horizon; `rise` is its height as a share of the frame. */
export function hills(painter: SetPainter, rise: number, tone: number, jag = 0): void {
  painter.aside(() => paintHills(painter, rise, tone, jag))
}

function paintHills(painter: SetPainter, rise: number, tone: number, jag: number): void {
  const { camera, light, rng } = painter
  if (camera.isOverhead) return
  const y = camera.horizon
  const points: Point[] = []
  const zoom = 1 + camera.defocus
  const steps = 9
  for (let index = 0; index <= steps; index += 1) {
    const peak = jag > 0 && index % 2 === 1 ? jag : 0
    points.push({
      x: (camera.width * index) / steps + (index % steps === 0 ? 0 : rng.range(-20, 20)),
      y: y - camera.height * (rise * rng.range(0.45, 1) + peak * rng.range(0.6, 1)) * zoom,
    })
  }
  const outline =
    jag > 0
      ? `M${points.map((point) => `${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join('L')}`
      : curve(points)
  painter.behind(
    path(`${outline}L${camera.width} ${(y + 2).toFixed(1)}L0 ${(y + 2).toFixed(1)}Z`, {
      fill: light.tone(tone),
      stroke: light.ink,
      width: 1,
    }),
  )
}

interface Ground {
  tone: number
  colour?: string
  strokes?: number
}

/** The ground to the horizon, with a few pencil strokes that carry the perspective. */
export function drawGround(painter: SetPainter, options: Ground): void {
  painter.aside(() => paintGround(painter, options))
}

function paintGround(painter: SetPainter, options: Ground): void {
  const { camera, light, rng } = painter
  const top = camera.isOverhead ? 0 : Math.max(0, camera.horizon)
  if (top >= camera.height) return
  const fill = options.colour ? light.wash(options.colour) : light.tone(options.tone)
  painter.behind(
    path(`M0 ${top.toFixed(1)}H${camera.width}V${camera.height}H0Z`, {
      fill,
      stroke: light.ink,
      width: camera.isOverhead ? 0 : 1,
    }),
  )
  let d = ''
  for (let index = 0; index < (options.strokes ?? 26); index += 1) {
    const share = rng.next() ** 1.6
    const y = top + (camera.height - top) * share
    const x = rng.range(0, camera.width)
    const length = 8 + share * 60 * rng.range(0.5, 1.4)
    d += `M${x.toFixed(0)} ${y.toFixed(0)}q${(length / 2).toFixed(0)} ${(-1 - share * 3).toFixed(0)} ${length.toFixed(0)} 0`
  }
  painter.behind(path(d, { stroke: light.ink, width: 0.9, opacity: 0.4 }))
}
