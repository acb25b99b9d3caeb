import { polyline } from '@/lib/penPath'
import { type Area, MARKER, type Mark } from './marks'
import { line } from './shapes'

/** A camera in the hand: two frames out of register, and jitter at the corners. */
export function shakeMarks({ width: w, height: h }: Area): Mark[] {
  const frame = (dx: number, dy: number, tilt: number): Mark => ({
    kind: 'path',
    d: polyline(
      [
        { x: 22 + dx, y: 20 + dy + tilt },
        { x: w - 22 + dx, y: 20 + dy - tilt },
        { x: w - 22 + dx - tilt, y: h - 20 + dy },
        { x: 22 + dx + tilt, y: h - 20 + dy + tilt },
      ],
      true,
    ),
    stroke: MARKER,
    width: 1.8,
    opacity: 0.8,
  })
  const zigzag = (x: number, y: number, flip: 1 | -1) =>
    polyline(
      Array.from({ length: 6 }, (_, index) => ({
        x: x + flip * index * 9,
        y: y + (index % 2 ? 9 : -9) + Math.sin(index) * 3,
      })),
    )
  const jitter =
    zigzag(40, 46, 1) + zigzag(w - 40, 46, -1) + zigzag(40, h - 46, 1) + zigzag(w - 40, h - 46, -1)
  return [frame(-6, 4, 5), frame(7, -4, -6), ...line(jitter, { width: 3.2, halo: 7 })]
}
