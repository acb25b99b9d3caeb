import type { PanelBrief, ShotSize } from '@/contracts'
import type { Camera } from './camera'
import { ellipse, path, polyline } from './ink'
import type { Light } from './light'
import { drawProp, findThings, type NamedThing, propBase, propMetres } from './props'

const WIDE: ReadonlySet<ShotSize> = new Set(['MLS', 'FS', 'LS', 'ELS'])
/** Larger than anybody: it stands behind those in frame. */
const LARGE_METRES = 1.6
/** What one wears or walks through is no thing beside somebody. */
const NOT_BESIDE: ReadonlySet<string> = new Set([
  'door handle',
  'hat',
  'shoe',
  'cloth',
  'crank',
  'ring',
  'fire',
  'wheel',
  'phone',
])
/** More than one would be a still life. */
const MOST = 1

/** Things that the words name and nobody holds: they stand beside those in frame, or lie close to us. */
export function thingsBeside(brief: PanelBrief, held: ReadonlySet<string>): NamedThing[] {
  const text = brief.description.replace(/\b(?:speaks?|talk)\b[\s\S]*$/, '')
  const isInterior = brief.interiorExterior === 'INT' || brief.interiorExterior === 'INT/EXT'
  return findThings(text)
    .filter(({ name }) => !held.has(name) && !NOT_BESIDE.has(name))
    .filter(({ name }) => propMetres(name) < LARGE_METRES || (!isInterior && WIDE.has(brief.size)))
    .slice(0, MOST)
}

/** A thing that stands behind everybody: a car, a boat, a horse. */
export function drawBehind(thing: NamedThing, camera: Camera, light: Light): string {
  if (camera.isOverhead || propMetres(thing.name) < LARGE_METRES) return ''
  const foot = camera.stand(propMetres(thing.name) * 0.3 * light.side, 2.4)
  const size = Math.min(camera.width * 0.8, propMetres(thing.name) * foot.scale)
  const ground = Math.min(camera.height * 0.86, foot.y)
  return drawProp(thing.name, { x: foot.x, y: ground - propBase(thing.name) * size }, size, 0, light, {
    tint: thing.tint,
  })
}

/** A thing beside the one who stands outermost on the free side, or in the corner of a closer frame. */
export function drawBeside(
  brief: PanelBrief,
  thing: NamedThing,
  xs: readonly number[],
  camera: Camera,
  light: Light,
): string {
  if (camera.isOverhead || propMetres(thing.name) >= LARGE_METRES) return ''
  const side = xs.reduce((sum, x) => sum + x, 0) > 0 ? -1 : 1
  if (WIDE.has(brief.size)) {
    const outer = side > 0 ? Math.max(...xs, 0) : Math.min(...xs, 0)
    const metres = Math.max(0.34, propMetres(thing.name))
    const foot = camera.stand(outer + side * (0.42 + metres * 0.5), -0.15)
    const size = metres * foot.scale
    const at = { x: foot.x, y: Math.min(foot.y, camera.height * 0.97) - propBase(thing.name) * size }
    return (
      path(ellipse(foot.x, Math.min(foot.y, camera.height * 0.97), size * 0.42, size * 0.06), {
        fill: '#1d1813',
        width: 0,
        opacity: 0.25,
      }) + drawProp(thing.name, at, size, 0, light, { tint: thing.tint, isMirrored: side < 0 })
    )
  }
  if (brief.size !== 'MS' && brief.size !== 'MCU') return ''
  // In front of a closer frame it lies on the edge of a table.
  const size = camera.height * 0.3
  const edge = camera.height * 0.88
  const x = camera.width * (0.5 + side * 0.32)
  const table = polyline(
    [
      { x: side > 0 ? camera.width * 0.62 : -10, y: edge },
      { x: side > 0 ? camera.width + 10 : camera.width * 0.38, y: edge },
      { x: side > 0 ? camera.width + 10 : camera.width * 0.34, y: camera.height + 10 },
      { x: side > 0 ? camera.width * 0.66 : -10, y: camera.height + 10 },
    ],
    true,
  )
  return (
    path(table, { fill: light.tone(0.4), stroke: light.ink, width: 2 }) +
    drawProp(thing.name, { x, y: edge + size * 0.06 - propBase(thing.name) * size }, size, 0, light, {
      tint: thing.tint,
      isMirrored: side < 0,
    })
  )
}
