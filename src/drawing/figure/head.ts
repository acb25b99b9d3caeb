import { curve, ellipse, type Point, path } from '../ink'
import { mix } from '../palette'
import { drawBackOfHead } from './backOfHead'
import { drawFace } from './face'
import { type HeadFrame, halfWidth, isProfile } from './frame'
import { drawHairFront } from './hair'
import { drawHeadwear } from './headwear'
import { drawWornOnHead } from './wornOnHead'

/** A head with its hair, face and hat; what hangs behind the neck is `drawHairBehind`, and is drawn before the body. */
export function drawHead(head: HeadFrame): string {
  const { look, light, line } = head
  const skin = light.figure(look.skin)
  let svg = drawEars(head, skin)
  const outline = curve(contour(head), true)
  svg += path(outline, { fill: skin, width: line })
  if (!head.isBack) {
    svg += path(curve(shadeShape(head), true), { fill: mix(skin, '#3b2417', 0.3), width: 0, opacity: 0.55 })
    svg += drawFace(head)
  }
  svg += head.isBack ? drawBackOfHead(head) : drawHairFront(head)
  svg += drawWornOnHead(head)
  svg += drawHeadwear(head)
  return svg
}

/** The outline of skull and face, turned from full face to three-quarter, or in profile. */
export function contour(head: HeadFrame): Point[] {
  const { jaw, nose } = head.look
  if (isProfile(head)) {
    const tip = 0.36 + 0.06 * nose
    return [
      [0.02, -0.5],
      [0.24, -0.42],
      [0.335, -0.24],
      [0.345, -0.09],
      [0.312, -0.01],
      [0.35, 0.07],
      [tip, 0.155],
      [0.35, 0.21],
      [0.368, 0.27],
      [0.335, 0.3],
      [0.36, 0.345],
      [0.318, 0.39],
      [0.34, 0.45],
      [0.25, 0.515],
      [0.06, 0.43 * jaw + 0.02],
      [-0.08, 0.3],
      [-0.2, 0.3],
      [-0.37, 0.14],
      [-0.45, -0.1],
      [-0.39, -0.35],
      [-0.19, -0.48],
    ].map(([x = 0, y = 0]) => head.at(x, y))
  }
  const t = head.yaw
  const w = halfWidth(head)
  // From behind there is no chin: the skull goes over into the neck.
  if (head.isBack)
    return [
      [0, -0.5],
      [0.25, -0.43],
      [w, -0.2],
      [w, 0.02],
      [0.28, 0.26],
      [0.2, 0.4],
      [0, 0.44],
      [-0.2, 0.4],
      [-0.28, 0.26],
      [-w, 0.02],
      [-w, -0.2],
      [-0.25, -0.43],
    ].map(([x = 0, y = 0]) => head.at(x, y))
  return [
    [-0.03 * t, -0.5],
    [0.25 - 0.02 * t, -0.43],
    [w - 0.02 * t, -0.2],
    [w - 0.07 * t, -0.01],
    [w - 0.03 * t, 0.12],
    [0.28 * jaw + 0.04 * t, 0.33],
    [0.11 * jaw + 0.15 * t, 0.485],
    [-0.1 * jaw + 0.16 * t, 0.495],
    [-0.28 * jaw + 0.06 * t, 0.35],
    [-w - 0.01 * t, 0.1],
    [-w - 0.07 * t, -0.2],
    [-0.25 - 0.08 * t, -0.43],
  ].map(([x = 0, y = 0]) => head.at(x, y))
}

/** The crescent of the face that is turned away from the light. */
function shadeShape(head: HeadFrame): Point[] {
  if (isProfile(head)) {
    return [
      [-0.06, 0.12],
      [0.1, 0.2],
      [0.2, 0.36],
      [0.26, 0.5],
      [0.08, 0.44],
      [-0.08, 0.3],
    ].map(([x = 0, y = 0]) => head.at(x, y))
  }
  const w = halfWidth(head)
  const t = head.yaw
  return [
    [-w - 0.06 * t, -0.2],
    [-w + 0.08, -0.1],
    [-w + 0.12, 0.12],
    [-0.16 + 0.1 * t, 0.34],
    [-0.02 + 0.15 * t, 0.49],
    [-0.1 + 0.16 * t, 0.495],
    [-0.28 * head.look.jaw + 0.06 * t, 0.35],
    [-w - 0.01 * t, 0.1],
  ].map(([x = 0, y = 0]) => head.at(x, y))
}

function drawEars(head: HeadFrame, skin: string): string {
  if (head.size < 14) return ''
  const w = halfWidth(head)
  const ear = (x: number, width: number) => {
    const centre = head.at(x, 0.04 + head.nod * 0.4)
    return path(ellipse(centre.x, centre.y, head.size * width, head.size * 0.095), {
      fill: mix(skin, '#3b2417', 0.12),
      width: head.line * 0.8,
    })
  }
  if (isProfile(head)) return ''
  const far = head.yaw < 0.2 || head.isBack ? ear(w + 0.01, 0.05) : ''
  return far + (head.yaw < 0.35 || head.isBack ? ear(-w - 0.02, 0.055) : '')
}
