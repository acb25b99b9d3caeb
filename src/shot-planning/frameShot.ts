import type { SceneBrief, ShotAngle, ShotMovement, ShotSize } from '@/contracts'
import { CUES, isInVehicle, motionOf } from './cues'
import { type Framing, type ShotDraft, spokenMs } from './draft'

type ScenePlace = Pick<SceneBrief, 'interiorExterior' | 'location'>

/** A speech the camera may close in on without anyone noticing it move. */
const SLOW_PUSH_MS = 7_000

/** Millimetres on a 35 mm frame: the wider the shot, the shorter the lens. */
const LENSES: Record<ShotSize, number> = {
  ELS: 18,
  LS: 24,
  FS: 28,
  MLS: 35,
  MS: 40,
  MCU: 50,
  CU: 85,
  ECU: 100,
}

/** Size, angle and movement for a draft, by its kind and the words it shows. */
export function frameShot(shot: ShotDraft, place: ScenePlace): Framing {
  const framing = {
    size: sizeOf(shot, place),
    angle: angleOf(shot, place),
    movement: movementOf(shot, place),
  }
  // Nobody lays track in a car.
  if (
    isInVehicle(place.location) &&
    ['dolly-in', 'dolly-out', 'track', 'crane', 'orbit'].includes(framing.movement)
  ) {
    framing.movement = shot.intensity >= 0.6 ? 'handheld' : 'static'
  }
  return framing
}

/** The usual lens for a frame. */
export function lensFor({ kind }: ShotDraft, { size, angle }: Framing): number {
  if (kind === 'insert') return 100
  if (angle === 'OTS') return 65
  if (angle === 'POV') return 35
  return LENSES[size]
}

function sizeOf(shot: ShotDraft, { interiorExterior, location }: ScenePlace): ShotSize {
  const isExterior = interiorExterior === 'EXT' || interiorExterior === 'EST'
  const tightness = shot.progress * 0.6 + shot.intensity * 0.6
  switch (shot.kind) {
    case 'establishing':
      return isExterior ? 'ELS' : 'LS'
    case 'master':
      if (isInVehicle(location)) return 'MS'
      if (shot.characters.length === 0) return isExterior ? 'ELS' : 'LS'
      return shot.characters.length > 2 || CUES.group.test(shot.text) ? 'LS' : 'MLS'
    case 'two-shot':
      return shot.characters.length > 2 && !isInVehicle(location) ? 'MLS' : 'MS'
    case 'insert':
      return 'ECU'
    case 'pov':
      return shot.characters.length > 0 ? 'MS' : 'LS'
    case 'reaction':
      return shot.intensity >= 0.8 && shot.progress > 0.6 ? 'ECU' : 'CU'
    case 'voice-over':
      return shot.characters.length > 0 ? 'MCU' : isExterior ? 'LS' : 'FS'
    case 'over-shoulder':
      return tightness > 0.45 ? 'MCU' : 'MS'
    case 'single':
      if (shot.intensity >= 0.9 && shot.progress > 0.7) return 'ECU'
      return tightness > 0.5 ? 'CU' : 'MCU'
    case 'action':
      return actionSize(shot, isExterior)
  }
}

function actionSize(shot: ShotDraft, isExterior: boolean): ShotSize {
  if (shot.characters.length === 0) return isExterior ? 'LS' : 'FS'
  const motion = motionOf(shot.text)
  if (motion === 'chase') return isExterior ? 'LS' : 'FS'
  if (motion === 'fight' || motion === 'walk') return 'MLS'
  if (motion === 'enter') return 'FS'
  return 'MS'
}

function angleOf(shot: ShotDraft, { location }: ScenePlace): ShotAngle {
  if (shot.kind === 'over-shoulder') return isInVehicle(location) ? 'profile' : 'OTS'
  if (shot.kind === 'pov') return 'POV'
  if (CUES.overhead.test(shot.text)) return 'overhead'
  if (CUES.low.test(shot.text)) return 'low'
  if (CUES.high.test(shot.text)) return 'high'
  if (CUES.dutch.test(shot.text)) return 'dutch'
  if (shot.kind === 'insert') return 'high'
  if (isInVehicle(location) && shot.kind === 'two-shot') return 'profile'
  return 'eye'
}

function movementOf(shot: ShotDraft, { interiorExterior, location }: ScenePlace): ShotMovement {
  const motion = motionOf(shot.text)
  switch (shot.kind) {
    case 'establishing':
      if (interiorExterior === 'EXT' || interiorExterior === 'EST') {
        return CUES.tilt.test(shot.text)
          ? 'tilt'
          : /\b(?:STREET|ROAD|SEA|OCEAN|BEACH|DESERT|FIELD|VALLEY|CITY|SKYLINE)/i.test(location)
            ? 'pan'
            : 'crane'
      }
      return 'pan'
    case 'master':
      if (motion === 'walk' || motion === 'enter') return 'pan'
      return CUES.group.test(shot.text) && /\b(?:circle|surround\w*|danc\w+|around)\b/i.test(shot.text)
        ? 'orbit'
        : 'static'
    case 'action':
      if (motion === 'chase') return interiorExterior === 'INT' ? 'handheld' : 'track'
      if (motion === 'fight') return 'handheld'
      if (motion === 'walk') return 'track'
      if (motion === 'enter') return 'pan'
      if (CUES.tilt.test(shot.text)) return 'tilt'
      return CUES.reveal.test(shot.text) ? 'dolly-out' : 'static'
    case 'pov':
      return CUES.zoom.test(shot.text) ? 'zoom' : 'handheld'
    case 'insert':
      return CUES.reveal.test(shot.text) ? 'rack-focus' : 'static'
    case 'reaction':
      return shot.intensity >= 0.6 ? 'dolly-in' : 'static'
    case 'single':
      return spokenMs(shot.lines) >= SLOW_PUSH_MS ? 'dolly-in' : 'static'
    case 'voice-over':
      return spokenMs(shot.lines) >= SLOW_PUSH_MS ? 'pan' : 'static'
    default:
      return 'static'
  }
}
