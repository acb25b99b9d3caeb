import type { Point } from '../ink'
import type { Light } from '../light'
import { CARRIED_PROPS } from './carried'
import type { PropDesign } from './design'
import { HOUSEHOLD_PROPS } from './household'
import { SCENERY_PROPS } from './scenery'
import { WORN_PROPS } from './worn'

/** What can be drawn large as an insert, or small in a hand. */
const PROPS: readonly PropDesign[] = [...CARRIED_PROPS, ...HOUSEHOLD_PROPS, ...SCENERY_PROPS, ...WORN_PROPS]

/** The first drawable prop a text names, or null. */
export function findProp(text: string): string | null {
  const words = text.slice(0, 3000).toLowerCase()
  let first: { name: string; index: number } | null = null
  for (const prop of PROPS) {
    const index = words.search(prop.words)
    if (index >= 0 && (!first || index < first.index)) first = { name: prop.name, index }
  }
  return first?.name ?? null
}

/** How far below its middle a prop touches the ground, as a share of its size. */
export const propBase = (name: string): number => PROPS.find((prop) => prop.name === name)?.base ?? 0.4

/** Draws a prop around `centre`; `size` is its larger side in pixels, `angle` in radians. */
export function drawProp(name: string, centre: Point, size: number, angle: number, light: Light): string {
  const design = PROPS.find((prop) => prop.name === name)
  if (!design) return ''
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  return design.draw({
    size,
    line: Math.min(4, Math.max(0.8, 0.7 + size * 0.009)),
    light,
    at: (x, y) => ({ x: centre.x + (x * cos - y * sin) * size, y: centre.y + (x * sin + y * cos) * size }),
  })
}
