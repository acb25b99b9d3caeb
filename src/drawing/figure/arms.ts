import { curve, type Point, path } from '../ink'
import { INK, mix } from '../palette'
import type { BodyFrame } from './bodyFrame'
import type { ArmPose } from './frame'
import { limb } from './limb'

/** Elbow and hand of the screen-right arm in body metres, from the body's middle; the left arm mirrors it. */
const ARMS: Record<ArmPose, { elbow: [number, number]; hand: [number, number] }> = {
  relaxed: { elbow: [0.275, 1.12], hand: [0.26, 0.85] },
  swing: { elbow: [0.3, 1.14], hand: [0.18, 0.95] },
  hip: { elbow: [0.42, 1.14], hand: [0.17, 0.98] },
  crossed: { elbow: [0.27, 1.13], hand: [-0.1, 1.19] },
  gesture: { elbow: [0.31, 1.12], hand: [0.43, 1.34] },
  chin: { elbow: [0.22, 1.1], hand: [0.05, 1.44] },
  pocket: { elbow: [0.31, 1.11], hand: [0.2, 0.92] },
  point: { elbow: [0.38, 1.28], hand: [0.68, 1.36] },
  phone: { elbow: [0.32, 1.2], hand: [0.16, 1.55] },
  hold: { elbow: [0.28, 1.11], hand: [0.1, 1.13] },
  sling: { elbow: [0.27, 1.08], hand: [-0.03, 1.15] },
  raise: { elbow: [0.36, 1.24], hand: [0.34, 1.52] },
  offer: { elbow: [0.32, 1.16], hand: [0.52, 1.22] },
  work: { elbow: [0.29, 1.11], hand: [0.09, 1.14] },
  carry: { elbow: [0.3, 1.08], hand: [0.2, 1.03] },
  read: { elbow: [0.29, 1.12], hand: [0.15, 1.2] },
  pour: { elbow: [0.36, 1.26], hand: [0.28, 1.36] },
  lift: { elbow: [0.38, 1.46], hand: [0.2, 1.76] },
  drink: { elbow: [0.33, 1.2], hand: [0.08, 1.44] },
  haul: { elbow: [0.22, 1.14], hand: [0.42, 1.1] },
  'hold-high': { elbow: [0.31, 1.12], hand: [0.2, 1.28] },
  aim: { elbow: [0.2, 1.2], hand: [0.36, 1.33] },
  'reach-down': { elbow: [0.24, 1.06], hand: [0.1, 0.8] },
  wave: { elbow: [0.37, 1.3], hand: [0.4, 1.62] },
}
/** These reach towards where the body faces, whichever side the arm is on. */
const REACHING: ReadonlySet<ArmPose> = new Set(['point', 'gesture', 'offer', 'haul', 'aim'])

export interface ArmDrawing {
  svg: string
  elbow: Point
  hand: Point
}

/** One arm: `side` 1 is on screen right. `lift` shifts the body up or down in metres (sitting). */
export function drawArm(body: BodyFrame, side: 1 | -1, pose: ArmPose): ArmDrawing {
  const { look, scale, line } = body
  const { elbow, hand } = ARMS[pose]
  // Turned away from us the shoulders close up, and both arms move towards the body's front.
  const turn = Math.abs(body.facing)
  const spread = 1 - 0.45 * turn
  const forward = body.facing * 0.1
  const x = (value: number, reach: number) =>
    side * value * (reach > 0.3 ? 1 : spread) + (reach > 0.3 ? 0 : forward)
  const towards = REACHING.has(pose) ? Math.sign(body.facing) : 0
  const handX = inRoom(
    body,
    towards !== 0 && towards !== side ? -side * Math.abs(hand[0]) : x(hand[0], Math.abs(hand[0])),
  )
  const elbowX = inRoom(body, towards !== 0 && towards !== side ? -side * 0.05 : x(elbow[0], 0))
  // A hand that is held up takes its elbow along.
  const rise = HANDLING.has(pose) ? Math.max(0, (body.pose.handsAbove ?? 0) - hand[1]) : 0
  const shoulder = body.at(side * body.shoulder * 0.8, 1.375)
  const joint = body.at(elbowX, elbow[1] + rise * 0.6)
  const wrist = body.at(handX, hand[1] + rise)
  const girth = look.girth * scale
  const isBare = look.garment === 'vest' || (look.garment === 'dress' && look.isFeminine)
  const sleeve = body.light.figure(look.garment === 'vest' ? look.clothingAccent : look.clothing)
  const skin = body.light.figure(look.skin)
  const cuff = { x: joint.x + (wrist.x - joint.x) * 0.86, y: joint.y + (wrist.y - joint.y) * 0.86 }
  const shade = side === -body.light.side ? mix(sleeve, '#241c18', 0.16) : sleeve
  let svg = drawHand(body, joint, wrist, skin)
  if (isBare) {
    svg += limb([shoulder, joint, wrist], [0.05 * girth, 0.042 * girth, 0.03 * girth], {
      fill: skin,
      width: line,
    })
    const half = { x: (shoulder.x + joint.x) / 2, y: (shoulder.y + joint.y) / 2 }
    svg += limb([shoulder, half], [0.06 * girth, 0.058 * girth], { fill: shade, width: line })
  } else {
    svg += limb(
      [shoulder, joint, cuff],
      [0.056 * girth, 0.05 * girth, 0.038 * girth],
      {
        fill: shade,
        width: line,
      },
      true,
    )
    if (scale > 170) svg += folds(body, joint, girth)
  }
  return { svg: svg + drawOnArm(body, joint, wrist, cuff), elbow: joint, hand: wrist }
}

/** Poses of doing something with a thing, which is to be seen. */
const HANDLING: ReadonlySet<ArmPose> = new Set([
  'hold',
  'raise',
  'offer',
  'work',
  'carry',
  'read',
  'pour',
  'drink',
])

/** Where somebody stands close, elbows and hands stay on this side of them. */
function inRoom({ pose, look }: BodyFrame, x: number): number {
  const most = pose.room ? Math.max(0.2, (x < 0 ? pose.room.left : pose.room.right) / look.height) : x
  return Math.abs(x) > Math.abs(most) ? Math.sign(x) * Math.abs(most) : x
}

/** Gloves and bandages. */
function drawOnArm(body: BodyFrame, elbow: Point, wrist: Point, cuff: Point): string {
  const glove = body.look.worn.find(({ thing }) => thing === 'gloves')
  const bandage = body.look.worn.find(({ thing }) => thing === 'arm bandage')
  let svg = ''
  if (glove) svg += drawHand(body, elbow, wrist, body.light.figure(glove.colour))
  if (bandage && wrist.x >= elbow.x)
    svg += limb(
      [{ x: (elbow.x + wrist.x) / 2, y: (elbow.y + wrist.y) / 2 }, cuff, wrist],
      [0.05, 0.048, 0.046].map((w) => w * body.scale),
      {
        fill: body.light.figure(bandage.colour),
        width: body.line * 0.9,
      },
    )
  return svg
}

function drawHand(body: BodyFrame, elbow: Point, wrist: Point, fill: string): string {
  const { scale, line } = body
  const length = Math.hypot(wrist.x - elbow.x, wrist.y - elbow.y) || 1
  const ux = (wrist.x - elbow.x) / length
  const uy = (wrist.y - elbow.y) / length
  const at = (along: number, across: number) => ({
    x: wrist.x + (ux * along - uy * across) * scale,
    y: wrist.y + (uy * along + ux * across) * scale,
  })
  const palm = curve(
    [
      at(-0.05, -0.03),
      at(0.02, -0.042),
      at(0.085, -0.03),
      at(0.1, 0),
      at(0.085, 0.03),
      at(0.02, 0.042),
      at(-0.05, 0.03),
    ],
    true,
  )
  let svg = path(palm, { fill, width: line * 0.9 })
  if (scale > 170) {
    svg += path(curve([at(-0.01, 0.035), at(0.045, 0.068), at(0.06, 0.045), at(0.02, 0.025)]), {
      fill,
      width: line * 0.7,
    })
    const fingers = [-0.012, 0.006, 0.022]
      .map((across) => curve([at(0.05, across), at(0.075, across), at(0.094, across * 0.9)]))
      .join('')
    svg += path(fingers, { width: line * 0.45 })
  }
  return svg
}

function folds(body: BodyFrame, elbow: Point, girth: number): string {
  const w = 0.05 * girth
  const d = [-0.4, 0.2, 0.7]
    .map(
      (offset) =>
        `M${Math.round(elbow.x - w * 0.8)} ${Math.round(elbow.y + offset * w)}q${Math.round(w * 0.5)} ${Math.round(w * 0.5)} ${Math.round(w * 1.1)} ${Math.round(w * 0.2)}`,
    )
    .join('')
  return path(d, { stroke: INK, width: body.line * 0.45, opacity: 0.55 })
}
