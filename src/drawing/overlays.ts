import type { PanelBrief } from '@/contracts'
import { limb } from './figure/limb'
import { lookFor } from './figure/look'
import { curve, path, polyline } from './ink'
import type { Light } from './light'
import { INK, mix } from './palette'
import { createRng } from './rng'

/**
 * Whose shoulder an over-the-shoulder shot looks over: the first person who listens, else a stranger.
 * Null when the shot is no over-the-shoulder.
 */
export function shoulderOwner(brief: PanelBrief): PanelBrief['characters'][number] | null {
  if (brief.angle !== 'OTS') return null
  const [first, ...others] = brief.characters
  if (!first || others.length === 0)
    return { name: `across from ${first?.name ?? brief.location}`, isSpeaking: false }
  return others.find((person) => !person.isSpeaking) ?? (first.isSpeaking ? (others[0] ?? null) : first)
}

/** What a point-of-view shot adds: the dark round of an eye's field, and the viewer's own hands. */
export function drawPointOfView(brief: PanelBrief, light: Light, width: number, height: number): string {
  const owner = brief.characters.length > 1 ? brief.characters[brief.characters.length - 1] : undefined
  const look = lookFor(owner?.name ?? 'viewer', owner?.description)
  const rng = createRng(`${brief.sceneNumber}|${brief.shotNumber}|${brief.variation}|hands`)
  const id = 'pov'
  const shade = `<radialGradient id="${id}" cx="0.5" cy="0.5" r="0.72"><stop offset="0.62" stop-color="#120e0b" stop-opacity="0"/><stop offset="0.86" stop-color="#120e0b" stop-opacity="0.5"/><stop offset="1" stop-color="#120e0b" stop-opacity="0.92"/></radialGradient><rect width="${width}" height="${height}" fill="url(#${id})"/>`
  const hand = (side: 1 | -1) => {
    const x = width / 2 + side * width * rng.range(0.27, 0.33)
    const y = height * rng.range(0.84, 0.9)
    const u = height * 0.09
    const at = (px: number, py: number) => ({ x: x + side * px * u, y: y + py * u })
    const skin = light.figure(look.skin)
    const sleeve = light.figure(look.clothing)
    const line = 2.6
    let svg = limb([at(1.6, 3.2), at(0.5, 1.4)], [u * 0.8, u * 0.62], { fill: sleeve, width: line })
    svg += path(
      curve(
        [at(0.9, 1.5), at(-0.15, 1.1), at(-0.75, 0.2), at(-0.5, -0.25), at(0.2, -0.1), at(0.85, 0.5)],
        true,
      ),
      { fill: skin, width: line },
    )
    for (let finger = 0; finger < 4; finger += 1) {
      const root = at(-0.55 + finger * 0.32, 0.05 - finger * 0.03)
      const tip = at(-0.95 + finger * 0.42, -0.95 - (finger === 1 || finger === 2 ? 0.28 : 0))
      svg += limb([root, tip], [u * 0.19, u * 0.14], { fill: skin, width: line * 0.8 })
    }
    svg += limb([at(-0.6, 0.75), at(-1.3, 0.35), at(-1.45, -0.1)], [u * 0.22, u * 0.2, u * 0.14], {
      fill: skin,
      width: line * 0.8,
    })
    return svg + path(polyline([at(-0.1, 0.5), at(0.3, 0.35)]), { stroke: mix(skin, INK, 0.5), width: 1.4 })
  }
  return hand(-1) + hand(1) + shade
}
