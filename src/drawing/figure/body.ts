import { FIGURE_HEIGHT } from '../camera'
import { type Point, path, polyline } from '../ink'
import type { Light } from '../light'
import { mix } from '../palette'
import type { Rng } from '../rng'
import { drawArm } from './arms'
import type { BodyFrame } from './bodyFrame'
import type { HeadFrame, Pose } from './frame'
import { drawHairBehind } from './hair'
import { drawHead } from './head'
import { drawLegs } from './legs'
import type { Look } from './look'
import { drawShoulderLine, drawTorso } from './torso'
import { drawSling, drawWornOnBody } from './wornOnBody'

export interface FigurePlacement {
  feet: Point
  /** Pixels per metre at the feet. */
  scale: number
  /** Vertical squash and spread seen from above (positive pitch) or below. */
  pitch: number
  foreshortening: number
  /** Lowest visible y: what is under it is not drawn. */
  bottom: number
}

export interface FigureDrawing {
  svg: string
  head: Point
  headSize: number
  /** Hands by side of the screen. */
  leftHand: Point
  rightHand: Point
  /** What of the frame the body covers, without its arms: pixels. */
  area: { left: number; top: number; right: number; bottom: number }
}

const HEAD_HEIGHT = 0.262
/** Metres that somebody who sits is lower than standing. */
export const SEATED_DROP = 0.42

/** A whole person. Units: metres in, pixels out. */
export function drawFigure(
  look: Look,
  asked: Pose,
  place: FigurePlacement,
  light: Light,
  rng: Rng,
): FigureDrawing {
  const pose = withSling(look, asked)
  const scale = place.scale * look.height
  // Seen from above the head is nearer than the feet, and looms; from below it recedes.
  const taper = Math.max(-0.2, Math.min(0.3, place.pitch * 0.62))
  const drop = pose.isSitting ? SEATED_DROP : 0
  const warp = (y: number) => 1 + taper * (y / FIGURE_HEIGHT - 0.55)
  const at = (x: number, y: number): Point => ({
    x: place.feet.x + x * scale * warp(y),
    y: place.feet.y - (y - drop) * scale * place.foreshortening,
  })
  const turn = Math.abs(pose.facing)
  const headPixels = HEAD_HEIGHT * scale * warp(1.6) * look.headScale
  const line = Math.min(4.2, Math.max(0.7, 0.55 + scale * 0.0052))
  const body: BodyFrame = {
    look,
    pose,
    light,
    rng,
    scale,
    facing: pose.facing,
    line,
    shoulder: 0.225 * look.girth * (1 - 0.42 * turn),
    waist: 0.158 * look.girth * (1 - 0.25 * turn),
    at,
    seated: (side, joint) => {
      const forward = pose.facing * 0.36
      const point = at(
        side * 0.13 * (1 - 0.5 * turn) + forward,
        joint === 'knee' ? 0.88 - 0.06 * (1 - turn) : 0.5,
      )
      return joint === 'knee' ? point : { x: point.x, y: place.feet.y - 0.06 * scale }
    },
  }
  // A larger head sits higher on the same neck; a bent one lower and in front.
  const headAt = at(
    pose.facing * (0.045 + look.stoop),
    1.615 + HEAD_HEIGHT * (look.headScale - 1) * 0.42 - look.stoop * 0.9,
  )
  const isFarFirst = turn > 0.25
  const farSide = pose.facing > 0 ? -1 : 1
  // On a three-quarter body the arm on the far side disappears behind the chest.
  const farPose = farSide === 1 ? pose.rightArm : pose.leftArm
  const nearPose = farSide === 1 ? pose.leftArm : pose.rightArm
  const far = drawArm(body, farSide, farPose)
  const near = drawArm(body, farSide === 1 ? -1 : 1, nearPose)
  const inSling = nearPose === 'sling' ? near : farPose === 'sling' ? far : null
  const sling = inSling ? drawSling(body, inSling.elbow, inSling.hand) : ''
  const hasLegs = at(0, 0.95).y < place.bottom + scale * 0.1
  const neck = drawNeck(body)
  const frame = headFrame(body, headAt, headPixels, place.pitch)
  const head = (pose.isBack ? drawHairBehind(frame) : '') + drawHead(frame)
  // … unless it does something in front of it.
  const isFarBehind = isFarFirst && !IN_FRONT.has(farPose)
  const svg =
    (hasLegs ? drawLegs(body) : '') +
    (isFarBehind || pose.isBack ? far.svg : '') +
    (pose.isBack ? near.svg : '') +
    (pose.isBack ? '' : drawHairBehind(frame)) +
    neck +
    drawTorso(body) +
    drawWornOnBody(body) +
    (isFarBehind || pose.isBack ? '' : far.svg) +
    (raises(nearPose)
      ? head + near.svg
      : (pose.isBack ? '' : near.svg + drawShoulderLine(body) + sling) + head)
  return {
    svg,
    head: headAt,
    headSize: headPixels,
    leftHand: farSide === 1 ? near.hand : far.hand,
    rightHand: farSide === 1 ? far.hand : near.hand,
    area: {
      left: place.feet.x - 0.3 * scale,
      top: headAt.y - headPixels * 0.7,
      right: place.feet.x + 0.3 * scale,
      bottom: place.feet.y,
    },
  }
}

const IN_FRONT: ReadonlySet<Pose['leftArm']> = new Set([
  'crossed',
  'hold',
  'chin',
  'phone',
  'sling',
  'raise',
  'offer',
  'work',
  'carry',
  'read',
  'pour',
  'drink',
  'haul',
  'aim',
  'hold-high',
])
const RAISED: ReadonlySet<Pose['leftArm']> = new Set(['phone', 'chin', 'drink', 'lift'])
const raises = (pose: Pose['leftArm']) => RAISED.has(pose)
const IDLE: ReadonlySet<Pose['leftArm']> = new Set(['relaxed', 'pocket', 'hip', 'swing', 'crossed', 'chin'])

/** An arm in a sling does nothing else: it is the one that would be idle. */
function withSling(look: Look, pose: Pose): Pose {
  if (pose.isBack || !look.worn.some(({ thing }) => thing === 'sling')) return pose
  const calm = (arm: Pose['leftArm']) => (arm === 'crossed' ? 'relaxed' : arm)
  // Turned aside the near arm is the one that is seen.
  const isLeft = IDLE.has(pose.leftArm) && (pose.facing >= 0 || !IDLE.has(pose.rightArm))
  return isLeft
    ? { ...pose, leftArm: 'sling', rightArm: calm(pose.rightArm) }
    : { ...pose, leftArm: calm(pose.leftArm), rightArm: 'sling' }
}

function drawNeck(body: BodyFrame): string {
  const skin = mix(body.light.figure(body.look.skin), '#3b2417', 0.16)
  const w = 0.06 * body.look.girth * (body.look.isFeminine ? 0.82 : 1)
  const lean = body.facing * 0.02
  return path(
    polyline(
      [body.at(-w + lean, 1.56), body.at(w + lean, 1.56), body.at(w * 1.25, 1.43), body.at(-w * 1.25, 1.43)],
      true,
    ),
    { fill: skin, width: body.line * 0.9 },
  )
}

function headFrame(body: BodyFrame, centre: Point, size: number, pitch: number): HeadFrame {
  const { pose } = body
  const sign = pose.facing < 0 ? -1 : 1
  const cos = Math.cos(pose.tilt)
  const sin = Math.sin(pose.tilt)
  return {
    look: body.look,
    light: body.light,
    rng: body.rng,
    size,
    yaw: Math.min(1, Math.abs(pose.facing)),
    isBack: pose.isBack,
    isSpeaking: pose.isSpeaking,
    expression: pose.expression,
    nod: Math.max(-0.07, Math.min(0.09, pitch * 0.17)),
    line: Math.min(4.4, Math.max(0.6, 0.5 + size * 0.0135)),
    at: (x, y) => {
      const px = x * sign * size
      const py = y * size
      return { x: centre.x + px * cos - py * sin, y: centre.y + px * sin + py * cos }
    },
  }
}
