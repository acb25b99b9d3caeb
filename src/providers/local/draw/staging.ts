import type { PanelBrief } from '../../../contracts/storyboard'
import type { Camera, Projected } from './camera'
import { drawFigure, type FigureDrawing } from './figure/body'
import type { Pose } from './figure/frame'
import { drawFromAbove } from './figure/fromAbove'
import { lookFor } from './figure/look'
import { poseFor, readAction } from './figure/pose'
import { ellipse, path, polyline } from './ink'
import type { Light } from './light'
import { shoulderOwner } from './overlays'
import { ACCENT, mix } from './palette'
import { drawProp, findProp } from './props'
import { createRng } from './rng'

/** Most people who are drawn one by one; more are a crowd behind them. */
export const MAX_INDIVIDUALS = 5

const HANDHELD: ReadonlySet<string> = new Set([
  'phone',
  'gun',
  'letter',
  'book',
  'lamp',
  'kettle',
  'cup',
  'key',
  'knife',
  'radio',
  'bag',
  'ring',
])

interface Mark {
  x: number
  z: number
  facing: number
}

/** Where everybody stands, in metres, and which way they look. */
export function blockActors(brief: PanelBrief, count: number): Mark[] {
  const rng = createRng(`${brief.sceneNumber}|${brief.shotNumber}|${brief.variation}|blocking`)
  const flip = rng.chance(0.5) ? 1 : -1
  const isProfile = brief.angle === 'profile'
  const isPlan = brief.angle === 'overhead'
  const isTight = brief.size === 'ECU' || brief.size === 'CU' || brief.size === 'MCU'
  const turn = isProfile ? 1 : brief.angle === 'POV' ? 0.04 : rng.range(0.28, 0.6)
  if (count === 1) {
    // Over a shoulder the lead stands in the free two thirds and looks at its owner.
    if (brief.angle === 'OTS') return [{ x: -flip * (isTight ? 0.1 : 0.24), z: 0, facing: flip * 0.34 }]
    // A single looks across the frame and gets the room in front of the eyes.
    const room =
      brief.size === 'ECU'
        ? 0
        : { CU: 0.045, MCU: 0.09, MS: 0.16, MLS: 0.25, FS: 0.3, LS: 0.8, ELS: 1.6 }[brief.size]
    return [{ x: -flip * room * rng.range(0.6, 1), z: 0, facing: flip * turn }]
  }
  const gap = isPlan
    ? 0.85
    : isTight
      ? { ECU: 0.3, CU: 0.36, MCU: 0.42 }[brief.size as 'CU']
      : { MS: 0.62, MLS: 0.75, FS: 0.9, LS: 1.0, ELS: 1.2 }[brief.size as 'MS']
  const marks: Mark[] = []
  for (let index = 0; index < count; index += 1) {
    const slot = index - (count - 1) / 2
    const facing = isProfile
      ? -Math.sign(slot || flip)
      : slot === 0
        ? flip * 0.12
        : -Math.sign(slot) * (count === 2 ? Math.max(turn, 0.42) : turn)
    marks.push({
      x: slot * gap * (count > 3 ? 0.86 : 1),
      z: Math.abs(slot) < 0.6 && count > 2 ? 0.35 : rng.range(-0.08, 0.12),
      facing,
    })
  }
  return flip > 0 ? marks : marks.reverse()
}

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
  const heights = castOf(brief).people.map((person) => lookFor(person.name, person.description).height)
  return heights.length > 0 ? Math.max(...heights) : 1
}

/** Draws everybody in frame, the farthest first. */
export function drawActors(
  brief: PanelBrief,
  camera: Camera,
  light: Light,
): { svg: string; figures: FigureDrawing[] } {
  const { people, crowd } = castOf(brief)
  const marks = blockActors(brief, people.length)
  const action = readAction(brief.description)
  let svg = crowd > 0 ? drawCrowd(brief, camera, light, crowd) : ''
  const figures: FigureDrawing[] = []
  const order = people
    .map((person, index) => ({ person, mark: marks[index] ?? { x: 0, z: 0, facing: 0 }, index }))
    .sort((a, b) => b.mark.z - a.mark.z)
  for (const { person, mark, index } of order) {
    const rng = createRng(`${person.name}|${brief.sceneNumber}|${brief.shotNumber}|${brief.variation}`)
    const look = lookFor(person.name, person.description)
    const pose = poseFor(brief, {
      facing: mark.facing,
      isBack: false,
      isSpeaking: person.isSpeaking,
      isLead: index === 0,
      action,
      rng,
    })
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
    if (pose.isSitting) svg += drawSeat(feet, camera.foreshortening, light)
    svg += drawing.svg
    if (index === 0) svg += drawHeld(brief, pose, drawing, feet.scale, light)
    if (pose.isSpeaking) svg += drawSpeechMarks(drawing, mark.facing)
    figures.push(drawing)
  }
  const owner = shoulderOwner(brief)
  if (owner && !camera.isOverhead) svg += drawShoulder(owner, marks[0]?.x ?? 0, brief, camera, light)
  return { svg, figures }
}

/** What the lead holds: a prop the description names, in the hand that acts. */
function drawHeld(
  brief: PanelBrief,
  pose: Pose,
  drawing: FigureDrawing,
  scale: number,
  light: Light,
): string {
  const prop = findProp(brief.description)
  if (!prop || !HANDHELD.has(prop)) return ''
  const isRight = pose.rightArm !== 'relaxed' && pose.rightArm !== 'pocket' && pose.rightArm !== 'swing'
  const hand = isRight ? drawing.rightHand : drawing.leftHand
  const arm = isRight ? pose.rightArm : pose.leftArm
  if (!['hold', 'gesture', 'point', 'phone'].includes(arm)) return ''
  const size = scale * (prop === 'bag' ? 0.42 : prop === 'ring' || prop === 'key' ? 0.09 : 0.2)
  return drawProp(prop, { x: hand.x, y: hand.y - size * 0.3 }, size, pose.tilt * 2, light)
}

/** A plain stool under somebody who sits in a wide shot. */
function drawSeat(feet: Projected, squash: number, light: Light): string {
  const s = feet.scale
  const at = (x: number, y: number) => ({ x: feet.x + x * s, y: feet.y - y * s * squash })
  const line = { stroke: light.ink, width: Math.max(0.8, s * 0.007) }
  const legs = [-0.24, 0.24].map((x) => polyline([at(x, 0.44), at(x * 1.1, 0)])).join('')
  const seat = polyline([at(-0.3, 0.5), at(0.3, 0.5), at(0.3, 0.43), at(-0.3, 0.43)], true)
  return path(legs, { ...line, width: line.width * 3 }) + path(seat, { fill: light.tone(0.5), ...line })
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

/** The dark back of somebody near the lens, at the edge the lead leaves free. */
function drawShoulder(
  owner: PanelBrief['characters'][number],
  leadX: number,
  brief: PanelBrief,
  camera: Camera,
  light: Light,
): string {
  const rng = createRng(`${owner.name}|${brief.shotNumber}|${brief.variation}|back`)
  const side = leadX > 0 ? -1 : leadX < 0 ? 1 : rng.pick([-1, 1])
  const look = lookFor(owner.name, owner.description)
  const dim: Light = { ...light, figure: (colour) => mix(light.figure(colour), '#15110e', 0.62) }
  const scale = Math.max(camera.height * 1.7, camera.stand(0, 0).scale * 1.25)
  const pose: Pose = {
    facing: 0,
    isBack: true,
    isSitting: false,
    stride: 0,
    tilt: side * -0.06,
    leftArm: 'relaxed',
    rightArm: 'relaxed',
    isSpeaking: false,
    expression: 'neutral',
  }
  const head = { x: camera.width * (0.5 + side * 0.33), y: camera.height * 0.46 }
  const feet = { x: head.x + side * scale * 0.05, y: head.y + 1.615 * scale * look.height }
  return drawFigure(look, pose, { feet, scale, pitch: 0, foreshortening: 1, bottom: 0 }, dim, rng).svg
}

/** More people than can be told apart: rows of heads and shoulders behind the leads. */
function drawCrowd(brief: PanelBrief, camera: Camera, light: Light, count: number): string {
  const rng = createRng(`${brief.sceneNumber}|${brief.variation}|crowd`)
  let svg = ''
  const heads = Math.min(26, count + 6)
  for (let index = 0; index < heads; index += 1) {
    const row = 2 - Math.floor((index / heads) * 3)
    const look = lookFor(brief.characters[MAX_INDIVIDUALS + index]?.name ?? `extra ${index}`)
    const at = {
      x: (((index * 7) % heads) / heads - 0.5) * (4.4 + row) + rng.range(-0.15, 0.15),
      y: 0,
      z: 1.3 + row * 0.8,
    }
    if (camera.isOverhead) {
      svg += drawFromAbove(look, { facing: 0 }, camera.project({ ...at, y: 1.4 }), light, 0)
      continue
    }
    const dim: Light = { ...light, figure: (colour) => mix(light.figure(colour), light.tone(0.3), 0.55) }
    const feet = camera.stand(at.x, at.z)
    const pose: Pose = {
      facing: rng.range(-0.6, 0.6),
      isBack: false,
      isSitting: false,
      stride: 0,
      tilt: 0,
      leftArm: 'relaxed',
      rightArm: 'relaxed',
      isSpeaking: false,
      expression: 'neutral',
    }
    svg += drawFigure(
      look,
      pose,
      {
        feet,
        scale: feet.scale,
        pitch: camera.pitch,
        foreshortening: camera.foreshortening,
        bottom: camera.height,
      },
      dim,
      rng,
    ).svg
  }
  return svg
}
