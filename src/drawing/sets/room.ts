import type { Point3 } from '../camera'
import { path } from '../ink'
import type { SetPainter, WallName } from './painter'

export interface RoomShape {
  width: number
  depth: number
  height: number
  floor: 'boards' | 'tiles' | 'plain' | 'grid'
  wallTone?: number
  wallColour?: string
  floorTone?: number
}

/** A room's shell. Returns a way to put things on its walls. */
export interface Room {
  /** A rectangle on a wall: `u` metres from the wall's middle (right as seen from inside), `v` above the floor. */
  onWall(wall: WallName, u: number, v: number, width: number, height: number): Point3[]
  isVisible(wall: WallName): boolean
  shape: RoomShape
}

/** Floor, ceiling and the walls that face us. The side nearest to us is open, and reaches back past the lens. */
export function buildRoom(painter: SetPainter, shape: RoomShape): Room {
  const { camera, light } = painter
  const { width, depth, height } = shape
  const eye = painter.eye()
  const left = -width / 2 + Math.min(0, eye.x)
  const right = width / 2 + Math.max(0, eye.x)
  const back = depth / 2
  const front = Math.min(-depth / 2, eye.z - 1.5)
  const floorTone = shape.floorTone ?? 0.16
  const wall = (value: number) =>
    shape.wallColour ? light.wash(shape.wallColour) : light.tone((shape.wallTone ?? 0.07) + value)
  const p = (x: number, y: number, z: number): Point3 => ({ x, y, z })
  painter.behind(`<rect width="${camera.width}" height="${camera.height}" fill="${wall(0.1)}"/>`)
  painter.plane([p(left, 0, front), p(right, 0, front), p(right, 0, back), p(left, 0, back)], {
    fill: light.tone(floorTone),
    width: 0,
  })
  drawFloor(painter, shape, { left, right, front, back })
  if (eye.y < height && !camera.isOverhead) {
    painter.plane(
      [p(left, height, front), p(right, height, front), p(right, height, back), p(left, height, back)],
      { fill: light.tone(0.02), width: 0 },
    )
  }
  const visible: Record<WallName, boolean> = {
    back: true,
    left: !camera.isOverhead || true,
    right: true,
    front: camera.isOverhead,
  }
  painter.plane([p(left, 0, back), p(right, 0, back), p(right, height, back), p(left, height, back)], {
    fill: wall(0),
  })
  painter.plane([p(left, 0, front), p(left, 0, back), p(left, height, back), p(left, height, front)], {
    fill: wall(light.side > 0 ? 0.04 : 0.12),
  })
  painter.plane([p(right, 0, front), p(right, 0, back), p(right, height, back), p(right, height, front)], {
    fill: wall(light.side > 0 ? 0.12 : 0.04),
  })
  if (height < 6) {
    // Skirting boards ground the walls.
    painter.lines([
      [p(left, 0.12, back), p(right, 0.12, back)],
      [p(left, 0.12, front), p(left, 0.12, back)],
      [p(right, 0.12, front), p(right, 0.12, back)],
    ])
  }
  return {
    shape,
    isVisible: (name) => visible[name],
    onWall: (name, u, v, w, h) => {
      const a = u - w / 2
      const b = u + w / 2
      const eps = 0.01
      if (name === 'left')
        return [p(left + eps, v, a), p(left + eps, v, b), p(left + eps, v + h, b), p(left + eps, v + h, a)]
      if (name === 'right')
        return [
          p(right - eps, v, -a),
          p(right - eps, v, -b),
          p(right - eps, v + h, -b),
          p(right - eps, v + h, -a),
        ]
      return [p(a, v, back - eps), p(b, v, back - eps), p(b, v + h, back - eps), p(a, v + h, back - eps)]
    },
  }
}

function drawFloor(
  painter: SetPainter,
  shape: RoomShape,
  edge: { left: number; right: number; front: number; back: number },
): void {
  const { left, right, front, back } = edge
  const segments: Array<[Point3, Point3]> = []
  const p = (x: number, z: number): Point3 => ({ x, y: 0, z })
  if (shape.floor === 'plain') return
  const gap = shape.floor === 'boards' ? 0.45 : shape.floor === 'tiles' ? 0.7 : 1.2
  const first = Math.ceil(left / gap) * gap
  for (let x = first; x < right; x += gap) segments.push([p(x, Math.max(front, -9)), p(x, back)])
  if (shape.floor !== 'boards') {
    for (let z = Math.ceil(Math.max(front, -9) / gap) * gap; z < back; z += gap)
      segments.push([p(left, z), p(right, z)])
  }
  painter.lines(segments, { opacity: 0.28, width: 0.8 })
}

/** A window with its light: sky by day, dark glass and a reflection at night. */
export function addWindow(
  painter: SetPainter,
  room: Room,
  wall: WallName,
  u: number,
  v: number,
  width: number,
  height: number,
): void {
  const { light } = painter
  const frame = room.onWall(wall, u, v, width, height)
  painter.decal(frame, { fill: light.sky[0], stroke: light.ink })
  const half = height * 0.42
  painter.decal(room.onWall(wall, u, v, width, half), { fill: light.sky[1], width: 0 })
  painter.decal(frame, { fill: 'none' })
  const [a, b, c, d] = frame
  if (a && b && c && d) {
    const mid = (from: Point3, to: Point3, share: number): Point3 => ({
      x: from.x + (to.x - from.x) * share,
      y: from.y + (to.y - from.y) * share,
      z: from.z + (to.z - from.z) * share,
    })
    painter.lines(
      [
        [mid(a, b, 0.5), mid(d, c, 0.5)],
        [mid(a, d, 0.55), mid(b, c, 0.55)],
      ],
      { opacity: 0.9, width: painter.lineFor(180) },
    )
  }
  painter.decal(room.onWall(wall, u, v - 0.08, width + 0.24, 0.08), { fill: light.tone(0.05) })
}

/** A panelled door with its handle. */
export function addDoor(painter: SetPainter, room: Room, wall: WallName, u: number, tone = 0.28): void {
  painter.decal(room.onWall(wall, u, 0, 1.04, 2.14), { fill: painter.light.tone(tone * 0.5) })
  painter.decal(room.onWall(wall, u, 0, 0.88, 2.05), { fill: painter.light.tone(tone) })
  painter.decal(room.onWall(wall, u, 1.15, 0.6, 0.72), { fill: 'none', opacity: 0.6 })
  painter.decal(room.onWall(wall, u, 0.22, 0.6, 0.7), { fill: 'none', opacity: 0.6 })
  painter.decal(room.onWall(wall, u + 0.34, 0.98, 0.08, 0.05), { fill: painter.light.tone(0.8) })
}

/** A framed picture, or a board of papers. */
export function addPicture(
  painter: SetPainter,
  room: Room,
  wall: WallName,
  u: number,
  v: number,
  width: number,
  height: number,
  tone = 0.3,
): void {
  painter.decal(room.onWall(wall, u, v, width, height), { fill: painter.light.tone(0.03) })
  painter.decal(room.onWall(wall, u, v + height * 0.12, width * 0.8, height * 0.76), {
    fill: painter.light.tone(tone),
    width: 0.8,
  })
}

/** A hanging lamp with a pool of light when it is dark. */
export function addPendant(painter: SetPainter, x: number, z: number, ceiling: number, drop: number): void {
  const { light } = painter
  if (painter.camera.isOverhead) return
  painter.sprite({ x, y: ceiling - drop, z }, (frame) => {
    const shade = [frame.at(-0.08, 0.18), frame.at(0.08, 0.18), frame.at(0.26, 0), frame.at(-0.26, 0)]
    const d = `M${shade.map((point) => `${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join('L')}Z`
    const cord = `M${frame.at(0, 0.18).x.toFixed(1)} ${frame.at(0, 0.18).y.toFixed(1)}L${frame.at(0, drop).x.toFixed(1)} ${frame.at(0, drop).y.toFixed(1)}`
    const cone = [frame.at(-0.24, 0), frame.at(0.24, 0), frame.at(1.1, -1.9), frame.at(-1.1, -1.9)]
    const glow =
      light.part === 'day'
        ? ''
        : path(`M${cone.map((point) => `${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join('L')}Z`, {
            fill: '#ffe2a0',
            width: 0,
            opacity: 0.2,
          })
    return (
      glow +
      path(cord, { stroke: light.ink, width: frame.line * 0.6 }) +
      path(d, { fill: light.tone(0.55), stroke: light.ink, width: frame.line })
    )
  })
}
