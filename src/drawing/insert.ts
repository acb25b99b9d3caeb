import type { PanelBrief } from '@/contracts'
import type { Camera } from './camera'
import { drawContainer, lyingIn } from './container'
import { curve, ellipse, hatch, type Point, path, polyline } from './ink'
import type { Light } from './light'
import { INK, mix } from './palette'
import { drawProp, findThings, type NamedThing, propBase, propMetres } from './props'
import { createRng, type Rng } from './rng'
import { blob } from './sets/outdoors'
import { readSpill, type Spill } from './spill'

const isTight = (brief: PanelBrief) => brief.size === 'ECU' || brief.size === 'CU' || brief.size === 'MCU'

/** What a picture without people is of. */
export interface Insert {
  thing: NamedThing | null
  /** What the thing lies in. */
  inside?: NamedThing | null
  spill: Spill | null
}

/** What is alive stands on no table. */
const ALIVE: ReadonlySet<string> = new Set(['bird', 'cat', 'dog', 'rooster', 'horse'])
/** From this size on a thing stands in its place; smaller ones lie on a table close to us. */
const STANDS_METRES = 0.45
const MOVES_METRES = 3
/** What runs through a place is seen from close by, or with it. */
const ONLY_CLOSE: ReadonlySet<string> = new Set(['cable', 'door handle'])

/** A picture of a thing: nobody is in frame, and the description names something that can be drawn or is spilt. */
export function insertOf(brief: PanelBrief): Insert | null {
  if (brief.characters.length > 0) return null
  const description = ofThings(brief)
  // An establishing shot is of its place, whatever stands in it.
  if (!isTight(brief) && /^establishing\b/i.test(brief.description)) return null
  const spill = readSpill(description)
  if (spill) return { thing: spill.onto, spill }
  const isInterior = brief.interiorExterior === 'INT' || brief.interiorExterior === 'INT/EXT'
  const things = findThings(description).filter(
    ({ name }) =>
      (!isInterior || propMetres(name) < MOVES_METRES) && (isTight(brief) || !ONLY_CLOSE.has(name)),
  )
  // Capitals are how a script says what must be seen.
  const shouted = things.find(({ at, end }) => /^\p{Lu}{3,}/u.test(description.slice(at, end)))
  const lying = lyingIn(description, things)
  if (lying && (!shouted || shouted === lying.thing || shouted === lying.inside))
    return { ...lying, spill: null }
  const thing = shouted ?? things[0]
  if (thing) return { thing, spill: null }
  const hand = HAND.exec(description)
  return hand ? { thing: { name: 'hand', at: hand.index, end: hand.index, tint: null }, spill: null } : null
}

/** `The hand closes.`: whose it is cannot be seen, the hand can. */
const HAND = /\b(?:hands?|fists?|fingers?|palms?)\b/i

/** The name of the place is no thing in it: `FERRY - WHEELHOUSE. Per, unseen, is heard.` */
function ofThings({ description, location }: PanelBrief): string {
  const place = location.trim()
  return place && description.startsWith(place) ? description.slice(place.length) : description
}

/** The thing, large: on a surface with its shadow, or standing where it belongs. */
export function drawInsert(
  brief: PanelBrief,
  { thing, inside, spill }: Insert,
  camera: Camera,
  light: Light,
): string {
  const rng = createRng(`${brief.sceneNumber}|${brief.shotNumber}|${brief.variation}|insert`)
  if (
    thing &&
    !spill &&
    !inside &&
    !isTight(brief) &&
    (ALIVE.has(thing.name) || propMetres(thing.name) >= STANDS_METRES)
  )
    return drawStanding(thing, camera, light, rng)
  const { width, height } = camera
  const share = brief.size === 'ECU' ? 1.05 : brief.size === 'CU' ? 0.78 : 0.6
  const size = Math.min(width * (spill ? 0.74 : 0.6), height * (spill ? 1.15 : share))
  const centre = { x: width * rng.range(0.46, 0.54), y: height * (spill ? 0.58 : 0.5) }
  const base = inside ? CONTAINER_BASE : propBase(thing?.name ?? 'map')
  // What is spilt on lies flat before us: the table fills the frame.
  const edge = spill
    ? height * 0.2
    : Math.min(height * rng.range(0.58, 0.66), height * 0.5 + base * size * 0.8)
  const surface = polyline(
    [
      { x: 0, y: edge },
      { x: width, y: edge - height * rng.range(-0.04, 0.04) },
      { x: width, y: height },
      { x: 0, y: height },
    ],
    true,
  )
  const foot = centre.y + base * size
  const shadow = ellipse(centre.x + light.side * size * 0.08, foot + size * 0.02, size * 0.52, size * 0.12)
  const box = { x: centre.x - size * 0.36, y: foot - size * 0.04, width: size * 0.8, height: size * 0.14 }
  return (
    path(surface, { fill: light.tone(0.32), stroke: light.ink, width: 2 }) +
    (spill
      ? ''
      : path(shadow, { fill: '#1d1813', width: 0, opacity: 0.25 }) +
        path(hatch(box, 9, rng), { width: 1, opacity: 0.4 })) +
    (thing && inside
      ? drawContainer(inside, centre, size, light, (at, each) => drawThings(thing, at, each, light, rng))
      : thing
        ? drawThings(thing, centre, size, light, rng)
        : '') +
    (spill ? drawSpill(spill, centre, size, light, rng) : '')
  )
}

/** How far below its middle an open container touches the ground, as a share of its size. */
const CONTAINER_BASE = 0.38

/** The thing, or several of it beside each other in the same room. */
function drawThings(thing: NamedThing, centre: Point, size: number, light: Light, rng: Rng): string {
  const how = { tint: thing.tint }
  const { count = 1 } = thing
  const angle = rng.range(-0.14, 0.14)
  if (count === 1) return drawProp(thing.name, centre, size, angle, light, how)
  const each = size * (count > 3 ? 0.42 : 0.54)
  const foot = centre.y + propBase(thing.name) * size
  // The outer ones first: who stands in the middle is nearest.
  return Array.from({ length: count }, (_, index) => index - (count - 1) / 2)
    .sort((a, b) => Math.abs(b) - Math.abs(a))
    .map((slot) => {
      const back = Math.abs(slot) * each * 0.12
      const at = { x: centre.x + slot * each * 0.86, y: foot - propBase(thing.name) * each - back }
      return drawProp(thing.name, at, each, angle + slot * 0.1, light, how)
    })
    .join('')
}

/** A boat on the water, a dog on the pavement: whole, in front of the place. */
function drawStanding(thing: NamedThing, camera: Camera, light: Light, rng: Rng): string {
  const { width, height } = camera
  const isLarge = propMetres(thing.name) >= MOVES_METRES
  const size = Math.min(
    width * 0.62,
    height * (isLarge ? 0.84 : propMetres(thing.name) < STANDS_METRES ? 0.34 : 0.5),
  )
  const ground = height * (isLarge ? 0.76 : 0.86)
  const centre = { x: width * rng.range(0.42, 0.58), y: ground - propBase(thing.name) * size }
  return (
    path(ellipse(centre.x + light.side * size * 0.06, ground, size * 0.46, size * 0.05), {
      fill: '#1d1813',
      width: 0,
      opacity: 0.25,
    }) +
    (thing.count
      ? drawThings(thing, centre, size, light, rng)
      : drawProp(thing.name, centre, size, 0, light, { tint: thing.tint }))
  )
}

/** The puddle with its runnels, and what it comes out of. */
function drawSpill(
  { colour, vessel, vesselTint }: Spill,
  centre: { x: number; y: number },
  size: number,
  light: Light,
  rng: Rng,
): string {
  const fill = light.figure(colour)
  const dark = mix(fill, INK, 0.35)
  const from = { x: centre.x + size * 0.4, y: centre.y - size * 0.3 }
  const pool = { x: centre.x + size * 0.06, y: centre.y + size * 0.04 }
  const puddle = blob(pool, size * 0.3, size * 0.17, rng.range(0, 9))
  const shine = curve([
    { x: pool.x - size * 0.18, y: pool.y - size * 0.06 },
    { x: pool.x - size * 0.06, y: pool.y - size * 0.1 },
    { x: pool.x + size * 0.06, y: pool.y - size * 0.09 },
  ])
  const drops = Array.from({ length: 7 }, () => {
    const x = pool.x + rng.range(-0.48, 0.48) * size
    const y = pool.y + rng.range(-0.2, 0.3) * size
    const r = size * rng.range(0.012, 0.03)
    return ellipse(x, y, r, r * 0.8)
  }).join('')
  const stream = vessel
    ? curve([
        { x: from.x - size * 0.12, y: from.y + size * 0.06 },
        { x: pool.x + size * 0.2, y: pool.y - size * 0.12 },
        { x: pool.x + size * 0.1, y: pool.y },
      ])
    : [-0.1, 0.02, 0.12]
        .map((x) => {
          const y = pool.y - size * rng.range(0.26, 0.46)
          return `M${(pool.x + x * size).toFixed(1)} ${y.toFixed(1)}q${(-size * 0.03).toFixed(1)} ${(size * 0.07).toFixed(1)} 0 ${(size * 0.08).toFixed(1)}q${(size * 0.03).toFixed(1)} ${(-size * 0.01).toFixed(1)} 0 ${(-size * 0.08).toFixed(1)}Z`
        })
        .join('')
  return (
    path(puddle + drops, { fill, stroke: dark, width: 1.6, opacity: 0.92 }) +
    path(shine, { stroke: '#ffffff', width: 2.4, opacity: 0.55 }) +
    (vessel
      ? path(stream, { stroke: dark, width: size * 0.07 + 3 }) +
        path(stream, { stroke: fill, width: size * 0.07 })
      : path(stream, { fill, stroke: dark, width: 1.4 })) +
    (vessel ? drawProp(vessel, from, size * 0.5, -1.9, light, { isMirrored: true, tint: vesselTint }) : '')
  )
}
