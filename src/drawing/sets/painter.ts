import { type Camera, NEAR, type Point3, type Projected } from '../camera'
import { handLine, type Point, path, polyline, type Stroke } from '../ink'
import type { Light } from '../light'
import { mix } from '../palette'
import { createRng, type Rng } from '../rng'

export type WallName = 'back' | 'left' | 'right' | 'front'

/** Pixels per metre, and a way to place local metres (x right, y up from the sprite's foot) on screen. */
export interface SpriteFrame {
  scale: number
  line: number
  rng: Rng
  at(x: number, y: number): Point
}

/** A rectangle of the frame, in pixels. */
export interface Area {
  left: number
  top: number
  right: number
  bottom: number
}

interface Item {
  depth: number
  svg: string
  /** What of the frame it covers; not given, nobody knows. */
  area?: Area
}

export interface BoxShape {
  x: number
  z: number
  /** Height of its underside above the floor. */
  y?: number
  width: number
  depth: number
  height: number
  /** Grey of the lit side, 0 to 1. */
  tone?: number
  /** A colour instead of a grey. */
  colour?: string
}

/**
 * The set builder's pencil: planes, boxes and flat cut-outs in metres, projected through the panel's camera.
 * Set coordinates: x right, y up, z away from us; the actors stand around the origin.
 */
export class SetPainter {
  /** What is built, and how: the same for every framing, as long as unseen things spend theirs in {@link aside}. */
  readonly rng: Rng
  /** Separate: how much shade is seen must not change how the set is built. */
  private readonly hatchRng: Rng
  private readonly lineRng: Rng
  private current: Rng
  private asides = 0
  private readonly backdrop: string[] = []
  private readonly items: Item[] = []

  constructor(
    readonly camera: Camera,
    readonly light: Light,
    private readonly seed: string,
  ) {
    this.current = createRng(seed)
    this.rng = {
      next: () => this.current.next(),
      range: (min, max) => this.current.range(min, max),
      int: (min, max) => this.current.int(min, max),
      pick: (items) => this.current.pick(items),
      chance: (probability) => this.current.chance(probability),
    }
    this.lineRng = createRng(`${seed}|line`)
    this.hatchRng = createRng(`${seed}|hatch`)
  }

  /**
   * Runs with randomness of its own: what a drawing spends, or does not spend because this camera cannot see it,
   * changes nothing that is built after it.
   */
  aside<T>(draw: () => T): T {
    const outer = this.current
    this.asides += 1
    this.current = createRng(`${this.seed}|${this.asides}`)
    try {
      return draw()
    } finally {
      this.current = outer
    }
  }

  /** Raw SVG behind everything else. */
  behind(svg: string): void {
    this.backdrop.push(svg)
  }

  /** A flat polygon, clipped at the lens. Returns path data, empty when it is behind us or off the frame. */
  polygon(points: readonly Point3[]): string {
    const visible = this.clip(points)
    return this.isOffFrame(visible) ? '' : polyline(visible, true)
  }

  /** A plane of the backdrop: floors, walls, ceilings, roads. */
  plane(points: readonly Point3[], style: Stroke): void {
    const d = this.polygon(points)
    if (d) this.backdrop.push(path(d, { stroke: this.light.ink, width: this.lineAt(points), ...style }))
  }

  /** Lines on a plane (boards, tiles, kerbs), as one faint path. */
  lines(segments: ReadonlyArray<readonly [Point3, Point3]>, style: Stroke = {}): void {
    const d = segments
      .map(([from, to]) => {
        const [start, end] = this.clip([from, to], false)
        return start && end ? handLine(start, end, this.lineRng, 0) : ''
      })
      .join('')
    if (d) this.backdrop.push(path(d, { stroke: this.light.ink, width: 0.8, opacity: 0.5, ...style }))
  }

  /** An upright block: furniture, counters, buildings. Only the sides we see are drawn. */
  box(shape: BoxShape): void {
    const { x, z, width, depth, height, y = 0 } = shape
    const corner = (sx: number, sy: number, sz: number): Point3 => ({
      x: x + (sx * width) / 2,
      y: y + sy * height,
      z: z + (sz * depth) / 2,
    })
    const centre = this.camera.turn({ x, y, z })
    const corners = [corner(-1, 0, -1), corner(1, 0, -1), corner(1, 0, 1), corner(-1, 0, 1)]
    if (corners.some((point) => this.camera.projectSet(point).depth < NEAR + 0.25)) return
    const eye = this.eye()
    const faces: Array<{ isSeen: boolean; points: Point3[]; shade: number }> = [
      {
        isSeen: eye.z < z - depth / 2,
        points: [corner(-1, 0, -1), corner(1, 0, -1), corner(1, 1, -1), corner(-1, 1, -1)],
        shade: 0,
      },
      {
        isSeen: eye.x < x - width / 2,
        points: [corner(-1, 0, 1), corner(-1, 0, -1), corner(-1, 1, -1), corner(-1, 1, 1)],
        shade: this.light.side > 0 ? 0.04 : 0.16,
      },
      {
        isSeen: eye.x > x + width / 2,
        points: [corner(1, 0, -1), corner(1, 0, 1), corner(1, 1, 1), corner(1, 1, -1)],
        shade: this.light.side > 0 ? 0.16 : 0.04,
      },
      {
        isSeen: eye.y > y + height,
        points: [corner(-1, 1, -1), corner(1, 1, -1), corner(1, 1, 1), corner(-1, 1, 1)],
        shade: -0.1,
      },
      {
        isSeen: eye.y < y,
        points: [corner(-1, 0, -1), corner(1, 0, -1), corner(1, 0, 1), corner(-1, 0, 1)],
        shade: 0.25,
      },
    ]
    const width2 = this.lineAt(corners)
    let svg = ''
    for (const face of faces) {
      if (!face.isSeen) continue
      const fill = this.fillFor(shape, face.shade)
      const d = this.polygon(face.points)
      svg += path(d, { fill, stroke: this.light.ink, width: width2 })
      if (d && face.shade > 0.1) svg += this.hatchFace(face.points)
    }
    this.items.push({
      depth: centre.z,
      svg,
      area: areaOf(
        corners
          .concat(corners.map((each) => ({ ...each, y: y + height })))
          .map((each) => this.camera.projectSet(each)),
      ),
    })
  }

  /** Pencil strokes across a shaded face, following its perspective. */
  private hatchFace(points: readonly Point3[]): string {
    const [a, b, c, d] = points.map((point) => this.camera.projectSet(point))
    if (!a || !b || !c || !d) return ''
    const span = Math.hypot(b.x - a.x, b.y - a.y)
    const count = Math.min(26, Math.floor(span / 7))
    let lines = ''
    for (let index = 1; index < count; index += 1) {
      const low = index / count
      const high = Math.min(1, low + 0.1 + this.hatchRng.range(-0.03, 0.03))
      const reach = this.hatchRng.range(0.55, 0.98)
      const foot = { x: a.x + (b.x - a.x) * low, y: a.y + (b.y - a.y) * low }
      const top = { x: d.x + (c.x - d.x) * high, y: d.y + (c.y - d.y) * high }
      lines += polyline([
        foot,
        { x: foot.x + (top.x - foot.x) * reach, y: foot.y + (top.y - foot.y) * reach },
      ])
    }
    return path(lines, { stroke: this.light.ink, width: 0.8, opacity: 0.32 })
  }

  /** A flat drawing that always faces us, standing at a set point: trees, lamps, crowds, distant towers. */
  sprite(foot: Point3, draw: (frame: SpriteFrame) => string, bias = 0): void {
    const projected = this.camera.projectSet(foot)
    const reach = 9 * projected.scale
    const isOff = projected.x < -reach || projected.x > this.camera.width + reach
    const isUnseen = isOff || projected.depth < NEAR + 0.4
    const drawn: Point[] = [projected]
    const frame = this.frameAt(projected)
    const at = (x: number, y: number) => {
      const point = frame.at(x, y)
      drawn.push(point)
      return point
    }
    const svg = this.aside(() => (isUnseen ? '' : draw({ ...frame, at })))
    if (svg) this.items.push({ depth: this.camera.turn(foot).z + bias, svg, area: areaOf(drawn) })
  }

  /** Ready SVG sorted among boxes and sprites; `depth` is a z after {@link Camera.turn}. */
  overlay(depth: number, svg: string): void {
    this.items.push({ depth, svg })
  }

  /** Something on a plane, in front of the planes drawn so far: windows, rugs, signs. */
  decal(points: readonly Point3[], style: Stroke): void {
    const visible = points.every((point) => this.camera.projectSet(point).depth > NEAR)
    if (visible) this.plane(points, style)
  }

  frameAt(projected: Projected): SpriteFrame {
    const squash = this.camera.foreshortening
    return {
      scale: projected.scale,
      line: this.lineFor(projected.scale),
      rng: this.rng,
      at: (x, y) => ({ x: projected.x + x * projected.scale, y: projected.y - y * projected.scale * squash }),
    }
  }

  /** Everything behind the actors. */
  background(): string {
    return this.backdrop.join('') + this.sorted((item) => item.depth >= -0.35)
  }

  /**
   * Everything between the lens and the actors that hides none of them: nobody would set a camera behind a rock. `keep`
   * are the areas of those who must be seen.
   */
  foreground(keep: readonly Area[] = []): string {
    return this.sorted(
      ({ depth, area }) => depth < -0.35 && !keep.some((each) => !area || overlaps(area, each)),
    )
  }

  lineFor(scale: number): number {
    const width = Math.min(3, Math.max(0.55, 0.5 + scale * 0.005))
    return width * (1 + this.camera.defocus * 0.4)
  }

  /** Where the lens is, in set coordinates: which side of a wall we are on. */
  eye(): Point3 {
    const { distance, pitch } = this.camera
    const forward = { x: 0, y: 0, z: -distance * Math.cos(pitch) }
    const inverse = this.camera.turn({ x: 1, y: 0, z: 0 })
    const cos = inverse.x
    const sin = -inverse.z
    return { x: -forward.z * sin, y: this.camera.eyeHeight, z: forward.z * cos }
  }

  private fillFor(shape: BoxShape, shade: number): string {
    if (shape.colour)
      return this.light.wash(
        shade === 0
          ? shape.colour
          : mix(shape.colour, shade > 0 ? '#000000' : '#ffffff', Math.abs(shade) * 1.4),
      )
    return this.light.tone(Math.min(1, Math.max(0, (shape.tone ?? 0.2) + shade)))
  }

  private lineAt(points: readonly Point3[]): number {
    const first = points[0]
    if (!first) return 1
    const projected = this.camera.projectSet(first)
    return this.lineFor(projected.depth < 1 ? 200 : Math.min(300, projected.scale))
  }

  /** Most of a set is outside a close-up: not drawing it halves the time. */
  private isOffFrame(points: readonly Point[]): boolean {
    const { width, height } = this.camera
    const margin = 30
    return (
      points.every((point) => point.x < -margin) ||
      points.every((point) => point.x > width + margin) ||
      points.every((point) => point.y < -margin) ||
      points.every((point) => point.y > height + margin)
    )
  }

  private clip(points: readonly Point3[], isClosed = true): Point[] {
    const out: Point[] = []
    const count = points.length
    for (let index = 0; index < (isClosed ? count : count - 1); index += 1) {
      const from = points[index]
      const to = points[(index + 1) % count]
      if (!from || !to) continue
      const a = this.camera.projectSet(from)
      const b = this.camera.projectSet(to)
      if (a.depth >= NEAR) out.push(a)
      if (a.depth >= NEAR !== b.depth >= NEAR) {
        const share = (NEAR - a.depth) / (b.depth - a.depth)
        out.push(
          this.camera.projectSet({
            x: from.x + (to.x - from.x) * share,
            y: from.y + (to.y - from.y) * share,
            z: from.z + (to.z - from.z) * share,
          }),
        )
      }
      if (!isClosed && index === count - 2 && b.depth >= NEAR) out.push(b)
    }
    return out
  }

  private sorted(keep: (item: Item) => boolean): string {
    return this.items
      .filter(keep)
      .sort((a, b) => b.depth - a.depth)
      .map((item) => item.svg)
      .join('')
  }
}

function areaOf(points: readonly Point[]): Area {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

const overlaps = (a: Area, b: Area) =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
