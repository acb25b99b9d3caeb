import type { PanelBrief } from '@/contracts'
import type { Camera } from './camera'
import { ellipse, hatch, path, polyline } from './ink'
import type { Light } from './light'
import { drawProp, findProp, propBase } from './props'
import { createRng } from './rng'

const isTight = (brief: PanelBrief) => brief.size === 'ECU' || brief.size === 'CU' || brief.size === 'MCU'

/** A shot of a thing: nobody in frame, close, and the description names something that can be drawn. */
export function insertProp(brief: PanelBrief): string | null {
  return brief.characters.length === 0 && isTight(brief) ? findProp(brief.description) : null
}

/** The thing, large, on a surface with its shadow. */
export function drawInsert(brief: PanelBrief, prop: string, camera: Camera, light: Light): string {
  const { width, height } = camera
  const rng = createRng(`${brief.sceneNumber}|${brief.shotNumber}|${brief.variation}|insert`)
  const size = Math.min(
    width * 0.6,
    height * (brief.size === 'ECU' ? 1.05 : brief.size === 'CU' ? 0.78 : 0.6),
  )
  const centre = { x: width * rng.range(0.46, 0.54), y: height * 0.5 }
  const edge = Math.min(height * rng.range(0.58, 0.66), height * 0.5 + propBase(prop) * size * 0.8)
  const surface = polyline(
    [
      { x: 0, y: edge },
      { x: width, y: edge - height * rng.range(-0.04, 0.04) },
      { x: width, y: height },
      { x: 0, y: height },
    ],
    true,
  )
  const base = centre.y + propBase(prop) * size
  const shadow = ellipse(centre.x + light.side * size * 0.08, base + size * 0.02, size * 0.52, size * 0.12)
  const box = { x: centre.x - size * 0.36, y: base - size * 0.04, width: size * 0.8, height: size * 0.14 }
  return (
    path(surface, { fill: light.tone(0.32), stroke: light.ink, width: 2 }) +
    path(shadow, { fill: '#1d1813', width: 0, opacity: 0.25 }) +
    path(hatch(box, 9, rng), { width: 1, opacity: 0.4 }) +
    drawProp(prop, centre, size, rng.range(-0.14, 0.14), light)
  )
}
