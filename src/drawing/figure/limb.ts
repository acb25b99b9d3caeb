import { curve, type Point, path, polyline, type Stroke } from '../ink'

/** Outline of a tapering limb along joints; `widths` are half thicknesses in pixels, one per joint. Open: no line at the root, where it grows out of the body. */
export function limb(
  joints: readonly Point[],
  widths: readonly number[],
  style: Stroke,
  isOpen = false,
): string {
  const left: Point[] = []
  const right: Point[] = []
  joints.forEach((joint, index) => {
    const before = joints[Math.max(0, index - 1)] ?? joint
    const after = joints[Math.min(joints.length - 1, index + 1)] ?? joint
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1
    const width = widths[index] ?? 1
    const nx = (-(after.y - before.y) / length) * width
    const ny = ((after.x - before.x) / length) * width
    left.push({ x: joint.x + nx, y: joint.y + ny })
    right.push({ x: joint.x - nx, y: joint.y - ny })
  })
  const points = [...left, ...right.reverse()]
  if (isOpen) {
    const { fill = 'none', ...line } = style
    return path(`${curve(points)}Z`, { fill, width: 0 }) + path(curve(points), line)
  }
  // On tiny figures the curve is invisible and costs markup.
  const isTiny = (widths[0] ?? 0) < 1.5
  return path(isTiny ? polyline(points, true) : curve(points, true), style)
}
