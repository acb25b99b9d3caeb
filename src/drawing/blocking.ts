import type { PanelBrief } from '@/contracts'
import { createRng } from './rng'

/** A place on the floor in metres, and where its owner looks: -1 left to 1 right. */
export interface Mark {
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
