import type { Projected } from '../camera'
import { curve, ellipse, path } from '../ink'
import type { Light } from '../light'
import { mix } from '../palette'
import type { Pose } from './frame'
import { limb } from './limb'
import type { Look } from './look'

/** A person in plan: shoulders, hair, arms and the tip of the nose that shows where they look. `facing` turns towards x. */
export function drawFromAbove(
  look: Look,
  pose: Pick<Pose, 'facing'>,
  at: Projected,
  light: Light,
  side: number,
): string {
  const s = at.scale * look.height
  // Those beside somebody look at them; a single looks down the page.
  const angle = side === 0 ? pose.facing * 0.9 : side * 1.25
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const p = (x: number, y: number) => ({
    x: at.x + (x * cos - y * sin) * s,
    y: at.y + (x * sin + y * cos) * s,
  })
  const line = Math.min(3.4, Math.max(0.9, 0.5 + s * 0.006))
  const cloth = light.figure(look.clothing)
  const skin = light.figure(look.skin)
  const hair = light.figure(
    look.hair === 'bald'
      ? look.skin
      : look.headwear === 'none'
        ? look.hairColour
        : (look.headwearColour ?? look.clothingAccent),
  )
  const head = p(0, 0.02)
  const w = 0.24 * look.girth
  let svg = path(ellipse(at.x + light.side * s * 0.16, at.y + s * 0.16, s * 0.32, s * 0.22), {
    fill: '#1d1813',
    width: 0,
    opacity: 0.22,
  })
  for (const arm of [-1, 1]) {
    const hand = p(arm * (w - 0.04), 0.3)
    svg += path(ellipse(hand.x, hand.y, s * 0.05, s * 0.05), { fill: skin, width: line * 0.8 })
    svg += limb(
      [p(arm * w, 0.02), p(arm * (w + 0.04), 0.16), p(arm * (w - 0.03), 0.28)],
      [0.075 * s, 0.06 * s, 0.045 * s],
      { fill: mix(cloth, '#241c18', 0.15), width: line },
    )
  }
  svg += path(
    curve(
      [
        p(-w, -0.04),
        p(-0.1, -0.13),
        p(0.1, -0.13),
        p(w, -0.04),
        p(w * 0.96, 0.08),
        p(0.1, 0.13),
        p(-0.1, 0.13),
        p(-w * 0.96, 0.08),
      ],
      true,
    ),
    { fill: cloth, width: line },
  )
  svg += path(curve([p(-0.022, 0.11), p(0, 0.165), p(0.022, 0.11)]), { fill: skin, width: line * 0.8 })
  svg += path(ellipse(head.x, head.y, s * 0.1, s * 0.115), { fill: skin, width: line })
  svg += path(
    curve(
      [p(-0.105, 0.05), p(-0.11, -0.05), p(0, -0.125), p(0.11, -0.05), p(0.105, 0.05), p(0, 0.075)],
      true,
    ),
    { fill: hair, width: line },
  )
  return (
    svg +
    path(
      curve([p(-0.04, -0.08), p(-0.02, 0), p(-0.03, 0.05)]) +
        curve([p(0.04, -0.08), p(0.03, 0), p(0.03, 0.05)]),
      { stroke: mix(hair, '#ffffff', 0.3), width: line * 0.5 },
    )
  )
}
