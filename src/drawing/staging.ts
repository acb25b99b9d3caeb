import type { PanelBrief } from '@/contracts'
import { drawBehind, drawBeside, thingsBeside } from './beside'
import { blockActors, type Mark } from './blocking'
import type { Camera, Projected } from './camera'
import { drawCrowd, drawShoulder } from './extras'
import { drawFigure, type FigureDrawing, SEATED_DROP } from './figure/body'
import type { Pose } from './figure/frame'
import { drawFromAbove } from './figure/fromAbove'
import { type Look, lookFor } from './figure/look'
import { type Action, isSeenLeaving, poseFor, readAction } from './figure/pose'
import { type Handling, handlingOf } from './handling'
import { drawHeld } from './held'
import { ellipse, path, polyline } from './ink'
import type { Light } from './light'
import { shoulderOwner } from './overlays'
import { ACCENT } from './palette'
import { createRng } from './rng'
import { drawSeat, isBehindSitter } from './seats'
import { ownClauses } from './subjects'

/** Most people who are drawn one by one; more are a crowd behind them. */
export const MAX_INDIVIDUALS = 5

/** Who is drawn one by one, and how many more make the crowd behind them. */
function castOf(brief: PanelBrief): { people: PanelBrief['characters']; crowd: number } {
  const owner = shoulderOwner(brief)
  const facing = brief.characters.filter((person) => person !== owner)
  const speaker = facing.findIndex((person) => person.isSpeaking)
  // An extreme close-up has room for one face: whoever speaks.
  if (brief.size === 'ECU')
    return { people: facing.slice(Math.max(0, speaker), Math.max(0, speaker) + 1), crowd: 0 }
  // A point of view does not show its owner: the last named is the one who looks.
  const seen = brief.angle === 'POV' && facing.length > 1 ? facing.slice(0, -1) : facing
  const most = brief.size === 'CU' ? 2 : brief.size === 'MCU' ? 3 : MAX_INDIVIDUALS
  return { people: seen.slice(0, most), crowd: Math.max(0, seen.length - most) }
}

/** How tall the tallest in frame is, relative to an adult. 1 where nobody is. */
export function subjectHeight(brief: PanelBrief): number {
  const heights = castOf(brief).people.map((person) => {
    const look = lookFor(person.name, person.description)
    return look.height * (1 + (look.headScale - 1) * 0.14)
  })
  return heights.length > 0 ? Math.max(...heights) : 1
}

/** What somebody's body does, by the words of the shot. */
const actionOf = (brief: PanelBrief, person: PanelBrief['characters'][number]): Action =>
  readAction(ownClauses(brief, person).join('. '))

/**
 * How much lower than standing everybody in frame is, in metres: 0 where somebody stands, or the frame shows the ground
 * anyway. The camera sits down with them.
 */
export function seatedDrop(brief: PanelBrief): number {
  if (brief.size !== 'MS' && brief.size !== 'MLS') return 0
  const { people } = castOf(brief)
  const areSeated = people.length > 0 && people.every((person) => actionOf(brief, person).seat !== null)
  return areSeated ? SEATED_DROP : 0
}

/** How far behind their mark those are who walk away, as a share of the way to the lens. */
const AWAY: Partial<Record<PanelBrief['size'], number>> = { MS: 0.4, MLS: 0.5, FS: 0.55, LS: 0.5, ELS: 0.4 }

/** Draws everybody in frame, the farthest first. */
export function drawActors(
  brief: PanelBrief,
  camera: Camera,
  light: Light,
): { svg: string; figures: FigureDrawing[] } {
  const { people, crowd } = castOf(brief)
  const actions = people.map((person) => actionOf(brief, person))
  const isAway = people.map(({ isSpeaking }, index) =>
    isSeenLeaving(brief, actions[index] as Action, isSpeaking),
  )
  const marks = blockActors(brief, people.length).map((mark, index) =>
    isAway[index] ? { ...mark, z: mark.z + camera.distance * (AWAY[brief.size] ?? 0) } : mark,
  )
  const handlings = people.map((person) => handlingOf(brief, person))
  const held = [
    ...handlings.flatMap((each) => [each?.thing?.name ?? [], each?.into?.name ?? []].flat()),
    ...actions.flatMap(({ seat }) => seat?.thing ?? []),
  ]
  const beside =
    people.length > 0
      ? thingsBeside(brief, new Set(held.flatMap((name) => [name, name.replace(/^closed /, '')])))
      : []
  let svg = beside.map((thing) => drawBehind(thing, camera, light)).join('')
  if (crowd > 0) svg += drawCrowd(brief, camera, light, crowd)
  const figures: FigureDrawing[] = []
  const order = people
    .map((person, index) => ({ person, mark: marks[index] ?? { x: 0, z: 0, facing: 0 }, index }))
    .sort((a, b) => b.mark.z - a.mark.z)
  for (const { person, mark, index } of order) {
    const rng = createRng(`${person.name}|${brief.sceneNumber}|${brief.shotNumber}|${brief.variation}`)
    const handling = handlings[index] ?? null
    const isBack = isAway[index] ?? false
    const action = actions[index] as Action
    const look = bareheaded(lookFor(person.name, person.description), handling)
    const pose: Pose = {
      ...poseFor(brief, {
        facing: isBack ? 0 : mark.facing,
        isBack,
        isSpeaking: person.isSpeaking,
        action,
        handling,
        rng,
      }),
      room: roomOf(mark, marks),
    }
    if (camera.isOverhead) {
      svg += drawFromAbove(
        look,
        pose,
        camera.project({ x: mark.x * 1.1, y: 1.4, z: mark.z }),
        light,
        Math.sign(mark.x),
      )
      continue
    }
    const feet = camera.stand(mark.x, mark.z)
    if (feet.y < camera.height * 1.5) svg += shadow(feet, light)
    const seat = pose.isSitting
      ? drawSeat(action.seat?.kind ?? 'stool', feet, camera.foreshortening, light)
      : ''
    if (isBehindSitter(action.seat?.kind ?? 'stool')) svg += seat
    const drawing = drawFigure(
      look,
      pose,
      {
        feet,
        scale: feet.scale,
        pitch: camera.pitch,
        foreshortening: camera.foreshortening,
        bottom: camera.height,
      },
      light,
      rng,
    )
    if (!isBehindSitter(action.seat?.kind ?? 'stool')) svg += seat
    const inHand = handling
      ? drawHeld(handling, pose, drawing, feet.scale, light.figure(look.skin), light)
      : ''
    // An open umbrella is behind whoever stands under it, and what somebody holds before them is hidden by their back.
    const isUnder = isBack || handling?.thing?.name === 'umbrella'
    svg += isUnder ? inHand + drawing.svg : drawing.svg + inHand
    if (pose.isSpeaking) svg += drawSpeechMarks(drawing, mark.facing)
    figures.push(drawing)
  }
  const xs = marks.map(({ x }) => x)
  svg += beside.map((thing) => drawBeside(brief, thing, xs, camera, light)).join('')
  const owner = shoulderOwner(brief)
  if (owner && !camera.isOverhead) svg += drawShoulder(owner, marks[0]?.x ?? 0, brief, camera, light)
  return { svg, figures }
}

/** A hat in the hand is on no head. */
function bareheaded(look: Look, handling: Handling | null): Look {
  return handling?.thing?.name === 'hat' ? { ...look, headwear: 'none' } : look
}

/** How far arms may reach to either side before they go through whoever stands there: half the way, and a little. */
function roomOf(mark: Mark, marks: readonly Mark[]): { left: number; right: number } {
  const gaps = (side: 1 | -1) => marks.map((other) => (other.x - mark.x) * side).filter((gap) => gap > 0.05)
  const nearest = (side: 1 | -1) => Math.min(9, ...gaps(side)) * 0.52
  return { left: nearest(-1), right: nearest(1) }
}

function shadow(feet: Projected, light: Light): string {
  const s = feet.scale
  const x = feet.x + light.side * s * 0.16
  let strokes = ''
  for (let step = -4; step <= 4; step += 1)
    strokes += `M${(x + step * s * 0.08 - s * 0.05).toFixed(1)} ${(feet.y + s * 0.05).toFixed(1)}l${(s * 0.12).toFixed(1)} ${(-s * 0.09).toFixed(1)}`
  return (
    path(ellipse(x, feet.y, s * 0.4, s * 0.075), { fill: '#1d1813', width: 0, opacity: 0.2 }) +
    path(strokes, { width: Math.max(0.6, s * 0.006), opacity: 0.4 })
  )
}

/** Three short strokes off the mouth: who talks can be told at any size. */
function drawSpeechMarks(drawing: FigureDrawing, facing: number): string {
  const side = facing < 0 ? -1 : 1
  const r = drawing.headSize
  if (r > 260) return ''
  const x = drawing.head.x + side * r * 0.56
  const y = drawing.head.y + r * 0.16
  const marks = [-0.5, 0, 0.5]
    .map((angle) =>
      polyline([
        { x: x + side * r * 0.08, y: y + angle * r * 0.24 },
        { x: x + side * r * 0.26, y: y + angle * r * 0.46 },
      ]),
    )
    .join('')
  return path(marks, { stroke: ACCENT, width: Math.max(1.2, r * 0.022) })
}
