import type { PanelBrief } from '../../../contracts/storyboard'
import type { Camera } from './camera'
import { drawFigure, type FigureDrawing } from './figure/body'
import { lookFor } from './figure/look'
import { poseFor, readAction } from './figure/pose'
import { ellipse, path } from './ink'
import type { Light } from './light'
import { createRng } from './rng'

/** Most people who are drawn one by one; more are a crowd behind them. */
export const MAX_INDIVIDUALS = 5

interface Mark {
  x: number
  z: number
  facing: number
  isBack?: boolean
}

/** Where everybody stands, in metres, and which way they look. */
export function blockActors(brief: PanelBrief, count: number): Mark[] {
  const rng = createRng(`${brief.sceneNumber}|${brief.shotNumber}|${brief.variation}|blocking`)
  const flip = rng.chance(0.5) ? 1 : -1
  const isProfile = brief.angle === 'profile'
  const isTight = brief.size === 'ECU' || brief.size === 'CU' || brief.size === 'MCU'
  const turn = isProfile ? 1 : brief.angle === 'POV' ? 0.04 : rng.range(0.28, 0.6)
  if (count === 1) {
    // A single looks across the frame and gets the room in front of the eyes.
    const room =
      brief.size === 'ECU'
        ? 0
        : { CU: 0.045, MCU: 0.09, MS: 0.16, MLS: 0.25, FS: 0.3, LS: 0.8, ELS: 1.6 }[brief.size]
    return [{ x: -flip * room * rng.range(0.6, 1), z: 0, facing: flip * turn }]
  }
  const gap = isTight
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

/** Draws everybody in frame, the farthest first. */
export function drawActors(
  brief: PanelBrief,
  camera: Camera,
  light: Light,
): { svg: string; figures: FigureDrawing[] } {
  const people = brief.characters.slice(0, MAX_INDIVIDUALS)
  const inFrame = brief.size === 'ECU' ? people.slice(0, 1) : people
  const marks = blockActors(brief, inFrame.length)
  const action = readAction(brief.description)
  const order = inFrame
    .map((person, index) => ({ person, mark: marks[index] ?? { x: 0, z: 0, facing: 0 }, index }))
    .sort((a, b) => b.mark.z - a.mark.z)
  let svg = ''
  const figures: FigureDrawing[] = []
  for (const { person, mark, index } of order) {
    const rng = createRng(`${person.name}|${brief.sceneNumber}|${brief.shotNumber}|${brief.variation}`)
    const look = lookFor(person.name, person.description)
    const pose = poseFor(brief, {
      facing: mark.facing,
      isBack: mark.isBack ?? false,
      isSpeaking: person.isSpeaking,
      isLead: index === 0,
      action,
      rng,
    })
    const feet = camera.project({ x: mark.x, y: 0, z: mark.z })
    svg += path(
      ellipse(feet.x + light.side * feet.scale * 0.12, feet.y, feet.scale * 0.36, feet.scale * 0.08),
      { fill: '#1d1813', width: 0, opacity: 0.22 },
    )
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
    svg += drawing.svg
    figures.push(drawing)
  }
  return { svg, figures }
}
