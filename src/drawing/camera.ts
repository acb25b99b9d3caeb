import type { PanelBrief, ShotAngle, ShotSize } from '@/contracts'
import type { Point } from './ink'
import { createRng } from './rng'

/** A point of the stage in metres: x right, y up from the floor, z away from the viewer. */
export interface Point3 {
  x: number
  y: number
  z: number
}

/** Where a stage point lands: pixels, its distance in metres, and how many pixels a metre is there. */
export interface Projected extends Point {
  depth: number
  scale: number
}

/**
 * A pinhole camera. The actors stand around the origin and always face it squarely; `yaw` turns the set
 * beneath them, so that one location is seen from several sides while the blocking stays readable.
 */
export interface Camera {
  width: number
  height: number
  isOverhead: boolean
  /** Radians; positive looks down. */
  pitch: number
  /** Degrees the whole frame is canted (dutch). */
  roll: number
  /** Metres from the lens to the actors. */
  distance: number
  /** Metres of the lens above the floor. */
  eyeHeight: number
  /** 0 sharp background to 1 far out of focus: long lenses isolate the face. */
  defocus: number
  /** How much a standing figure is squashed by looking along it: 1 at eye level. */
  foreshortening: number
  /** Screen y of the horizon; outside the frame when the camera looks steeply up or down. */
  horizon: number
  project(point: Point3): Projected
  /** Where a figure at (x, z) stands: its feet and pixels per metre. Tight frames are anchored at the face, which they must hit. */
  stand(x: number, z: number): Projected
  /** From set coordinates: turned by the yaw, then projected. */
  projectSet(point: Point3): Projected
  /** Camera-space depth of a set point, for sorting. */
  turn(point: Point3): Point3
}

export const FIGURE_HEIGHT = 1.75
/** Points nearer than this to the lens are clipped. */
export const NEAR = 0.3

/** Height of a standing person relative to the frame, and where the top of the head sits. */
export const FRAMING: Record<ShotSize, { figure: number; headTop: number; lens: number; eye: number }> = {
  ECU: { figure: 9.2, headTop: -0.36, lens: 1.9, eye: 1.6 },
  CU: { figure: 4.3, headTop: 0.1, lens: 1.7, eye: 1.58 },
  MCU: { figure: 2.75, headTop: 0.1, lens: 1.45, eye: 1.55 },
  MS: { figure: 1.72, headTop: 0.1, lens: 1.2, eye: 1.5 },
  MLS: { figure: 1.18, headTop: 0.1, lens: 1.05, eye: 1.45 },
  FS: { figure: 0.8, headTop: 0.12, lens: 0.95, eye: 1.4 },
  LS: { figure: 0.42, headTop: 0.4, lens: 0.82, eye: 1.55 },
  ELS: { figure: 0.17, headTop: 0.6, lens: 0.72, eye: 2.4 },
}

const PITCH: Partial<Record<ShotAngle, number>> = { high: 0.5, low: -0.3, POV: 0.02, overhead: 1.42 }
const DEFOCUS: Record<ShotSize, number> = {
  ECU: 0.75,
  CU: 0.62,
  MCU: 0.48,
  MS: 0.3,
  MLS: 0.15,
  FS: 0.05,
  LS: 0,
  ELS: 0,
}
/** Metres of floor that fit in the frame's height when seen from straight above. */
const PLAN_HEIGHT: Record<ShotSize, number> = {
  ECU: 1.1,
  CU: 1.5,
  MCU: 2,
  MS: 2.6,
  MLS: 3.2,
  FS: 4.2,
  LS: 6.5,
  ELS: 11,
}

/**
 * Places the camera that frames a shot. `height` is the image area's, in pixels; `subject` is how tall those in
 * frame are relative to an adult: tight shots of a child are taken from a child's height. `drop` is how many metres lower
 * than standing all of them are.
 */
export function buildCamera(brief: PanelBrief, width: number, height: number, subject = 1, drop = 0): Camera {
  const framing = FRAMING[brief.size]
  const isFaceShot = framing.figure > 1.5
  // From the waist up a child alone is smaller in the frame than a grown-up, or nobody could tell.
  const tall = !isFaceShot ? 1 : brief.size === 'MS' && subject < 0.9 ? 0.25 + subject * 0.75 : subject
  const eyeLevel = framing.eye * tall - drop
  const rng = createRng(`${brief.location}|${brief.variation}|camera`)
  const isInterior = brief.interiorExterior === 'INT' || brief.interiorExterior === 'INT/EXT'
  const isOverhead = brief.angle === 'overhead'
  // A small room cannot be backed out of as far as a street, so its extreme long shot keeps people larger.
  const figure = brief.size === 'ELS' && isInterior ? 0.26 : framing.figure
  const headTop = isInterior && tall === 1 && framing.headTop > 0.3 ? framing.headTop - 0.08 : framing.headTop
  const focal = framing.lens * Math.min(width, height * 2)
  const figurePixels = figure * height

  let pitch = PITCH[brief.angle] ?? 0
  const foreshortening = isOverhead ? 0.25 : pitch > 0.1 ? 0.86 : pitch < -0.1 ? 0.94 : 1
  const distance = isOverhead
    ? (focal * PLAN_HEIGHT[brief.size]) / height + FIGURE_HEIGHT * 0.9
    : (focal * FIGURE_HEIGHT * tall) / figurePixels
  const pivot = isOverhead ? 0 : eyeLevel
  if (pitch < 0 && pivot + distance * Math.sin(pitch) < 0.18) {
    // The lens cannot go below the floor: lie down and look up as far as the distance allows.
    pitch = -Math.asin(Math.min(0.9, (pivot - 0.18) / distance))
  }
  const eye = {
    x: 0,
    y: pivot + distance * Math.sin(pitch),
    z: -distance * Math.cos(pitch),
  }
  const cosPitch = Math.cos(pitch)
  const sinPitch = Math.sin(pitch)

  const yaw = setYaw(brief, rng.range(-0.12, 0.12))
  const cosYaw = Math.cos(yaw)
  const sinYaw = Math.sin(yaw)
  const turn = (point: Point3): Point3 => ({
    x: point.x * cosYaw + point.z * sinYaw,
    y: point.y,
    z: -point.x * sinYaw + point.z * cosYaw,
  })

  let centreY = height / 2
  const project = (point: Point3): Projected => {
    const dx = point.x - eye.x
    const dy = point.y - eye.y
    const dz = point.z - eye.z
    const depth = dz * cosPitch - dy * sinPitch
    const up = dy * cosPitch + dz * sinPitch
    const scale = focal / Math.max(depth, 0.01)
    return { x: width / 2 + dx * scale, y: centreY - up * scale, depth, scale }
  }
  const stand = (x: number, z: number): Projected => {
    const feet = project({ x, y: 0, z })
    if (!isFaceShot) return feet
    const face = project({ x, y: eyeLevel, z })
    return { ...face, y: face.y + eyeLevel * face.scale * foreshortening }
  }
  if (!isOverhead) {
    // Shift the lens until the head has the headroom this size asks for.
    const feet = stand(0, 0)
    const headY = feet.y - (FIGURE_HEIGHT * tall - drop) * feet.scale * foreshortening
    centreY += headTop * height - headY
  }
  return {
    width,
    height,
    isOverhead,
    pitch,
    roll: brief.angle === 'dutch' ? (brief.variation % 2 === 0 ? -11 : 11) : 0,
    distance,
    eyeHeight: eye.y,
    defocus: isOverhead ? 0 : DEFOCUS[brief.size],
    foreshortening,
    horizon: centreY - Math.tan(pitch) * focal,
    project,
    stand,
    projectSet: (point) => project(turn(point)),
    turn,
  }
}

/** Singles look across the set, each person's in their own direction, so that a reverse angle has its own wall. */
function setYaw(brief: PanelBrief, drift: number): number {
  if (brief.angle === 'overhead') return drift
  const isWide = brief.size === 'LS' || brief.size === 'ELS' || brief.size === 'FS'
  // The place alone, once more in a scene, is looked at from elsewhere; what establishes it is always the same view.
  const isPlaceAgain =
    brief.characters.length === 0 &&
    brief.description.trim() !== '' &&
    !/^establishing\b/i.test(brief.description)
  const view = isPlaceAgain
    ? `place ${brief.shotNumber}`
    : isWide
      ? 'wide'
      : (brief.characters[0]?.name ?? 'insert')
  const rng = createRng(`${brief.location}|${view}`)
  const side = rng.chance(0.5) ? 1 : -1
  return side * rng.range(isWide ? 0.14 : 0.22, isWide ? 0.34 : 0.5) + drift
}
