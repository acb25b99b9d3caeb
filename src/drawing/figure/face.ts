import { curve, ellipse, type Point, path, polyline } from '../ink'
import { INK, lightness, mix } from '../palette'
import { drawBeard, drawProfileBeard } from './beard'
import { type HeadFrame, isProfile } from './frame'
import { drawMouth } from './mouth'

const BROW: Record<HeadFrame['expression'], { inner: number; outer: number }> = {
  neutral: { inner: 0, outer: 0 },
  smile: { inner: -0.012, outer: -0.006 },
  angry: { inner: 0.035, outer: -0.02 },
  worried: { inner: -0.035, outer: 0.018 },
  surprised: { inner: -0.045, outer: -0.04 },
}

/** Eyes, brows, nose, mouth, beard and glasses; as much of it as can be read at the head's size. */
export function drawFace(head: HeadFrame): string {
  if (head.size < 9) return ''
  const svg = isProfile(head) ? drawProfile(head) : drawFront(head)
  return svg
}

function drawFront(head: HeadFrame): string {
  const { yaw: t, nod } = head
  const axis = 0.19 * t
  const eyeY = -0.01 + nod
  const near = axis - 0.165 * (1 + 0.02 * t)
  const far = axis + 0.165 * (1 - 0.42 * t)
  let svg = ''
  if (head.size < 20) {
    const dot = Math.max(0.6, head.size * 0.045)
    const left = head.at(near, eyeY)
    const right = head.at(far, eyeY)
    svg += path(ellipse(left.x, left.y, dot, dot) + ellipse(right.x, right.y, dot, dot), {
      fill: INK,
      width: 0,
    })
    return svg + drawMouth(head, axis + 0.05 * t)
  }
  svg += drawBeard(head, axis)
  svg += drawEye(head, near, eyeY, 1, -1) + drawEye(head, far, eyeY, 1 - 0.35 * t, 1)
  svg += drawBrow(head, near, eyeY - 0.115, 1, -1) + drawBrow(head, far, eyeY - 0.115, 1 - 0.35 * t, 1)
  svg += drawNose(head, axis)
  svg += drawMouth(head, axis + 0.05 * t)
  svg += drawGlasses(head, near, far, eyeY)
  if (head.look.isOld && head.size > 30) svg += drawWrinkles(head, near, far, axis)
  return svg
}

/** Under the eyes, at their corners, on the forehead and beside the mouth: age is read from lines. */
function drawWrinkles(head: HeadFrame, near: number, far: number, axis: number): string {
  const y = -0.01 + head.nod
  const mouth = axis + 0.05 * head.yaw
  let lines = ''
  for (const x of [near, far]) {
    const out = x === near ? -1 : 1
    lines += curve([head.at(x - 0.06, y + 0.085), head.at(x, y + 0.11), head.at(x + 0.055, y + 0.09)])
    lines += polyline([head.at(x + out * 0.1, y - 0.01), head.at(x + out * 0.145, y - 0.03)])
    lines += polyline([head.at(x + out * 0.1, y + 0.02), head.at(x + out * 0.145, y + 0.035)])
  }
  for (const side of [-1, 1])
    lines += curve([
      head.at(mouth + side * 0.09, 0.17 + head.nod),
      head.at(mouth + side * 0.14, 0.235 + head.nod),
      head.at(mouth + side * 0.15, 0.3 + head.nod),
    ])
  if (head.look.headwear === 'none')
    for (const v of [-0.235, -0.285])
      lines += curve([head.at(axis - 0.12, v), head.at(axis + 0.01, v - 0.012), head.at(axis + 0.13, v)])
  return path(lines, { width: head.line * 0.5, opacity: 0.7 })
}

function drawEye(head: HeadFrame, x: number, y: number, squeeze: number, side: 1 | -1): string {
  const { size, line } = head
  const w = 0.078 * squeeze
  const open = head.expression === 'surprised' ? 0.05 : head.expression === 'angry' ? 0.028 : 0.036
  const iris = head.at(x + head.yaw * 0.022, y)
  if (size < 46) {
    return (
      path(ellipse(iris.x, iris.y, size * 0.028 * Math.max(0.8, squeeze), size * 0.036), {
        fill: INK,
        width: 0,
      }) +
      path(polyline([head.at(x - w, y - 0.012), head.at(x, y - open - 0.016), head.at(x + w, y - 0.012)]), {
        width: line * 0.5,
      })
    )
  }
  const lid = [
    head.at(x - w, y + 0.008),
    head.at(x - w * 0.4, y - open),
    head.at(x + w * 0.35, y - open),
    head.at(x + w, y + 0.004),
  ]
  const under = [head.at(x + w * 0.4, y + open * 0.75), head.at(x - w * 0.45, y + open * 0.75)]
  const radius = size * 0.036
  const lash = head.look.isFeminine
    ? polyline([head.at(x + side * w, y + 0.004), head.at(x + side * (w + 0.028), y - 0.03)])
    : ''
  return (
    path(curve([...lid, ...under], true), { fill: head.light.figure('#fbf7ee'), width: line * 0.3 }) +
    path(ellipse(iris.x, iris.y, radius * Math.max(0.75, squeeze), radius), {
      fill: '#4b3a2c',
      stroke: INK,
      width: line * 0.3,
    }) +
    path(ellipse(iris.x, iris.y, radius * 0.5, radius * 0.5), { fill: '#120e0b', width: 0 }) +
    path(ellipse(iris.x + radius * 0.3, iris.y - radius * 0.35, radius * 0.24, radius * 0.24), {
      fill: '#fffdf5',
      width: 0,
    }) +
    path(curve(lid) + lash, { width: line * (head.look.isFeminine ? 1.05 : 0.85) }) +
    path(
      curve([
        head.at(x - w * 0.9, y - open * 1.2),
        head.at(x, y - open * 1.95),
        head.at(x + w * 0.9, y - open * 1.25),
      ]),
      { width: line * 0.35, opacity: 0.6 },
    )
  )
}

function drawBrow(head: HeadFrame, x: number, y: number, squeeze: number, side: 1 | -1): string {
  const shape = BROW[head.expression]
  const w = 0.095 * squeeze
  const points: Point[] = [
    head.at(x - side * w * 0.85, y + 0.012 + shape.inner),
    head.at(x + side * w * 0.2, y - 0.02 + shape.outer * 0.6),
    head.at(x + side * w, y + 0.012 + shape.outer),
  ]
  const hair = head.look.hairColour
  const stroke = lightness(hair) > 0.5 ? mix(hair, INK, 0.5) : INK
  return path(curve(points), {
    stroke,
    width: Math.max(head.line * 0.7, head.size * 0.022) * head.look.browWeight,
  })
}

function drawNose(head: HeadFrame, axis: number): string {
  const { yaw: t, nod, look } = head
  const tip = axis + 0.035 + 0.1 * t
  const base = 0.165 + nod * 1.1
  const width = head.line * 0.6
  const bridge =
    head.size > 46
      ? curve([
          head.at(axis + 0.03 + 0.06 * t, 0.0 + nod),
          head.at(axis + 0.035 + 0.08 * t, 0.07 + nod),
          head.at(tip + 0.02 * look.nose, base - 0.015),
        ])
      : ''
  const under = curve([
    head.at(tip + 0.028 * look.nose, base - 0.02),
    head.at(tip + 0.008, base + 0.018),
    head.at(tip - 0.055 * look.nose, base + 0.012),
    head.at(tip - 0.075 * look.nose, base - 0.012),
  ])
  return path(bridge, { width: width * 0.8, opacity: 0.75 }) + path(under, { width })
}

function drawGlasses(head: HeadFrame, near: number, far: number, y: number): string {
  const { glasses } = head.look
  if (glasses === 'none') return ''
  const squeeze = 1 - 0.35 * head.yaw
  const lens = (x: number, w: number) => {
    const centre = head.at(x, y + 0.01)
    if (glasses === 'round') return ellipse(centre.x, centre.y, head.size * w, head.size * 0.105)
    return polyline(
      [
        head.at(x - w, y - 0.075),
        head.at(x + w, y - 0.075),
        head.at(x + w * 0.88, y + 0.09),
        head.at(x - w * 0.88, y + 0.09),
      ],
      true,
    )
  }
  const bridge = polyline([head.at(near + 0.11, y - 0.01), head.at(far - 0.11 * squeeze, y - 0.01)])
  const arm = polyline([head.at(near - 0.11, y - 0.01), head.at(-0.35, y - 0.02)])
  return (
    path(lens(near, 0.112) + lens(far, 0.112 * squeeze), {
      fill: glasses === 'dark' ? '#26221f' : '#ffffff',
      stroke: 'none',
      width: 0,
      opacity: glasses === 'dark' ? 0.9 : 0.22,
    }) + path(lens(near, 0.112) + lens(far, 0.112 * squeeze) + bridge + arm, { width: head.line * 0.8 })
  )
}

function drawProfile(head: HeadFrame): string {
  const { size, line, nod } = head
  const y = -0.01 + nod * 0.5
  const ear = head.at(-0.06, 0.06)
  let svg = drawProfileBeard(head)
  if (size >= 14)
    svg += path(ellipse(ear.x, ear.y, size * 0.06, size * 0.1), {
      fill: head.light.figure(mix(head.look.skin, '#3b2417', 0.12)),
      width: line * 0.8,
    })
  const eye = head.at(0.255, y)
  if (size < 46)
    svg += path(ellipse(eye.x, eye.y, Math.max(0.6, size * 0.024), Math.max(0.8, size * 0.036)), {
      fill: INK,
      width: 0,
    })
  else {
    svg += path(
      curve(
        [head.at(0.2, y + 0.005), head.at(0.27, y - 0.04), head.at(0.3, y), head.at(0.26, y + 0.028)],
        true,
      ),
      { fill: '#fbf7ee', width: line * 0.3 },
    )
    const iris = head.at(0.279, y - 0.004)
    svg += path(ellipse(iris.x, iris.y, size * 0.018, size * 0.032), { fill: '#1d150f', width: 0 })
    svg += path(curve([head.at(0.19, y), head.at(0.265, y - 0.042), head.at(0.308, y - 0.008)]), {
      width: line * 0.85,
    })
  }
  const shape = BROW[head.expression]
  svg += path(
    curve([
      head.at(0.17, y - 0.1 + shape.outer),
      head.at(0.26, y - 0.135),
      head.at(0.33, y - 0.1 + shape.inner),
    ]),
    { width: Math.max(line * 0.7, size * 0.02) * head.look.browWeight },
  )
  if (size > 30)
    svg += path(curve([head.at(0.345, 0.2), head.at(0.315, 0.17), head.at(0.325, 0.14)]), {
      width: line * 0.5,
    })
  svg += drawMouth(head, 0.3)
  if (head.look.glasses !== 'none') {
    const centre = head.at(0.26, y + 0.01)
    const isDark = head.look.glasses === 'dark'
    svg += path(
      `${ellipse(centre.x, centre.y, size * 0.06, size * 0.1)}${polyline([head.at(0.2, y - 0.01), head.at(-0.05, y - 0.01)])}`,
      { fill: isDark ? '#26221f' : 'none', width: line * 0.8 },
    )
  }
  return svg
}
