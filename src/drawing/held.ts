import type { FigureDrawing } from './figure/body'
import type { ArmPose, Pose } from './figure/frame'
import type { Handling } from './handling'
import { ellipse, type Point, path } from './ink'
import type { Light } from './light'
import { drawProp, propBase, propMetres } from './props'

/** Small things are drawn a little larger than they are, or nobody could tell a coin from a button. */
const LEAST_METRES = 0.13
/** Where a thing is held: how far along its height the hand is, from its middle down. */
const GRIP: Partial<Record<ArmPose, number>> = {
  raise: 0.42,
  offer: 0.2,
  hold: 0.3,
  drink: 0.1,
  pour: 0,
  point: 0.1,
}
/** Radians: how far what is poured from is tipped. */
const TIPPED = 1.35

/** Tools that lie on their side and are held by the handle, with the tip up. */
const UPRIGHT: ReadonlySet<string> = new Set(['screwdriver'])
const UPRIGHT_ANGLE = 1.2

/** What somebody has in hand, with fingers round it. `scale` is pixels per metre. */
export function drawHeld(
  handling: Handling,
  pose: Pose,
  drawing: FigureDrawing,
  scale: number,
  skin: string,
  light: Light,
): string {
  const { thing } = handling
  if (!thing) return ''
  const size = Math.max(LEAST_METRES, propMetres(thing.name)) * scale * 1.1
  const isMirrored = pose.facing > 0
  const grip = (at: Point) =>
    path(ellipse(at.x, at.y, scale * 0.04, scale * 0.034), {
      fill: skin,
      width: Math.max(0.7, scale * 0.005),
    })
  const { leftHand, rightHand } = drawing
  if (handling.isBetween) {
    const middle = { x: (leftHand.x + rightHand.x) / 2, y: (leftHand.y + rightHand.y) / 2 }
    // What is carried stands on the forearms; what is worked at lies between the hands.
    const lift = handling.arms[0] === 'carry' ? propBase(thing.name) * size * 0.55 : 0
    const metres = propMetres(thing.name)
    const isSeenPast = metres > 1.1 || handling.arms[0] === 'aim'
    const angle = metres > 0.75 && handling.arms[0] !== 'aim' && thing.name !== 'net' ? 0.55 : 0
    // What is hauled hangs from the hands; in a close frame the face stays free.
    const drop = (handling.arms[0] === 'haul' ? size * 0.32 : 0) + (pose.handsAbove ? size * 0.24 : 0)
    const y = middle.y - lift + drop
    // Nothing but a pole, which is seen past, hides the face.
    const chin = drawing.head.y + drawing.headSize * 0.55
    const at = { x: middle.x, y: isSeenPast ? y : Math.max(y, chin + size * 0.44) }
    return (
      drawProp(thing.name, at, size, angle, light, { tint: thing.tint, isMirrored }) +
      grip(leftHand) +
      grip(rightHand)
    )
  }
  const isRight = pose.rightArm === handling.arms[0]
  const hand = isRight ? rightHand : leftHand
  const isOverHead = thing.name === 'umbrella'
  // A bag hangs from the hand.
  const isHanging = handling.arms[0] === 'relaxed'
  const down = isHanging
    ? -size * 0.36
    : isOverHead
      ? size * 0.44
      : (GRIP[handling.arms[0]] ?? 0.2) * Math.min(size, scale * 0.5)
  const side = isRight ? -1 : 1
  const isPoured = handling.arms[0] === 'pour'
  const upright = UPRIGHT.has(thing.name) ? (isMirrored ? -UPRIGHT_ANGLE : UPRIGHT_ANGLE) : 0
  const angle = isPoured ? side * TIPPED : pose.tilt * 2 + upright
  let svg = drawProp(thing.name, { x: hand.x, y: hand.y - down }, size, angle, light, {
    tint: thing.tint,
    isMirrored,
  })
  svg += grip(hand)
  if (isPoured && handling.into) {
    const other = isRight ? leftHand : rightHand
    const into = Math.max(LEAST_METRES, propMetres(handling.into.name)) * scale * 1.1
    svg +=
      drawProp(handling.into.name, { x: other.x, y: other.y - into * 0.3 }, into, 0, light, {
        tint: handling.into.tint,
      }) + grip(other)
  }
  return svg
}
