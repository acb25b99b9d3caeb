import { curve, ellipse, type Point, path, polyline } from './ink'
import type { Light } from './light'
import { INK, mix } from './palette'
import { type NamedThing, propMetres } from './props'

/** Things that others lie in, with their usual colours; round ones are open as bowls are. */
const CONTAINERS: Record<string, { colour: string; isRound: boolean }> = {
  crate: { colour: '#a98a5b', isRound: false },
  bag: { colour: '#7d6146', isRound: false },
  tray: { colour: '#8b8a86', isRound: true },
  plate: { colour: '#e3ddcf', isRound: true },
  basket: { colour: '#b08d57', isRound: true },
  bucket: { colour: '#8b8a86', isRound: true },
}
/** What is larger does not lie in a box. */
const FITS_METRES = 0.45

const ARTICLE = "(?:(?:an?|the|his|her|their|its|one|another) )?(?:\\p{L}[\\p{L}'’-]* ){0,3}"
const BEFORE_CONTAINER = new RegExp(
  `^[^.;!?]{0,30}\\b(?:in|inside|within|into|at the bottom of) ${ARTICLE}$`,
  'iu',
)
const IN_CONTAINER = new RegExp(`\\b(?:in|inside|within|at the bottom of) ${ARTICLE}$`, 'iu')
const HOLDS = /^[^.;!?]{0,12}\b(?:holds?|contains?|containing|with|of|full|hides?|reveals?)\b[^.;!?]{0,40}$/iu
/** `A box. In it lies a key.` */
const IT_HOLDS = /^[.;,]? ?(?:and )?(?:in it|inside(?: it)?|in there)\b[^.;!?]{0,40}$/iu
const IN_IT = /^[^.;!?]{0,30}\b(?:in it|inside)\b/iu

/** A thing and what it lies in: `a key in a small box`, `the bowl holds three oranges`. Null where nothing lies in anything. */
export function lyingIn(
  text: string,
  things: readonly NamedThing[],
): { thing: NamedThing; inside: NamedThing } | null {
  for (const inside of things.filter(({ name }) => Object.hasOwn(CONTAINERS, name))) {
    const before = text.slice(0, inside.at)
    for (const thing of things) {
      if (thing === inside || thing.name === inside.name || propMetres(thing.name) > FITS_METRES) continue
      const lies =
        thing.end <= inside.at
          ? BEFORE_CONTAINER.test(text.slice(thing.end, inside.at))
          : (IN_CONTAINER.test(before) && !/[.;!?]/.test(text.slice(inside.end, thing.at))) ||
            HOLDS.test(text.slice(inside.end, thing.at)) ||
            IT_HOLDS.test(text.slice(inside.end, thing.at)) ||
            IN_IT.test(text.slice(thing.end))
      if (lies) return { thing, inside }
    }
  }
  return null
}

/**
 * An open container seen a little from above, around what lies in it.
 *
 * @param size of its larger side, in pixels
 * @param contents draws what lies in it, at a point and of a size
 */
export function drawContainer(
  { name, tint }: NamedThing,
  centre: Point,
  size: number,
  light: Light,
  contents: (at: Point, size: number) => string,
): string {
  const { colour, isRound } = CONTAINERS[name] ?? { colour: '#a98a5b', isRound: false }
  const at = (x: number, y: number): Point => ({ x: centre.x + x * size, y: centre.y + y * size })
  const fill = light.figure(tint ?? colour)
  const line = { stroke: light.ink, width: Math.min(4, 0.7 + size * 0.009) }
  const dark = mix(fill, INK, 0.42)
  const area = (points: Array<[number, number]>, shade: string) =>
    path(
      polyline(
        points.map(([x, y]) => at(x, y)),
        true,
      ),
      { fill: shade, ...line },
    )
  if (isRound) {
    const rim = at(0, -0.04)
    const front = curve(
      [
        at(-0.5, -0.04),
        at(-0.4, 0.1),
        at(0, 0.17),
        at(0.4, 0.1),
        at(0.5, -0.04),
        at(0.36, 0.3),
        at(0, 0.38),
        at(-0.36, 0.3),
      ],
      true,
    )
    return (
      path(ellipse(rim.x, rim.y, size * 0.5, size * 0.2), { fill: dark, ...line }) +
      contents(at(0, -0.08), size * 0.42) +
      path(front, { fill, ...line })
    )
  }
  const lid: Array<[number, number]> = [
    [-0.42, -0.26],
    [-0.47, -0.58],
    [0.47, -0.58],
    [0.42, -0.26],
  ]
  const opening: Array<[number, number]> = [
    [-0.42, -0.26],
    [0.42, -0.26],
    [0.5, 0.08],
    [-0.5, 0.08],
  ]
  const front: Array<[number, number]> = [
    [-0.5, 0.08],
    [0.5, 0.08],
    [0.47, 0.38],
    [-0.47, 0.38],
  ]
  return (
    area(lid, mix(fill, '#f5efe1', 0.2)) +
    area(opening, dark) +
    contents(at(0, -0.09), size * 0.56) +
    area(front, fill)
  )
}
