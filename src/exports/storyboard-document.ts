import type { OverlaySet } from '../contracts/overlays'
import type { SceneBrief, ShotAngle, ShotMovement, ShotSize } from '../contracts/storyboard'

/** A dialogue line as it is printed under a panel. */
export interface StoryboardLine {
  /** All who say it: `NORA`, `NORA & BEN`. */
  speaker: string
  /** Without its parentheses; empty where nothing was written. */
  parenthetical: string
  text: string
}

export interface StoryboardShot {
  shotNumber: string
  size: ShotSize
  angle: ShotAngle
  movement: ShotMovement
  /** Focal length in mm; null where none was chosen. */
  lens: number | null
  durationSeconds: number
  description: string
  characters: string[]
  lines: StoryboardLine[]
  /** A PNG or JPEG on this machine; null draws an empty frame. */
  imagePath: string | null
  /** The shot's production status as it is shown, e.g. `approved`, `approved, out of date`. */
  status: string
  /** What its picture was drawn from has changed since. */
  isOutOfDate: boolean
  /** What a reader should know of it, e.g. that it is not in the script any more; empty for nothing. */
  remark: string
}

export interface StoryboardScene {
  sceneNumber: string
  /** The slug line as written. */
  heading: string
  interiorExterior: SceneBrief['interiorExterior']
  location: string
  timeOfDay: string | null
  /** One or two sentences; empty where nobody wrote any. */
  summary: string
  durationSeconds: number
  shots: StoryboardShot[]
  /** Lines that are heard in no shot, in order. */
  linesInNoShot: StoryboardLine[]
}

/** One episode's storyboard, ready to be written as PDF, CSV or pictures: plain data, in story order. */
export interface StoryboardDocument {
  projectTitle: string
  episodeTitle: string
  /** A line under the titles, e.g. `Draft 3`; empty for none. */
  subtitle: string
  /** When it was exported, ISO 8601. The only date in the document, so that a given document always prints the same. */
  date: string
  /** Frame width / height of the production, e.g. 16/9, 2.39. */
  aspectRatio: number
  /** Frames a second, for timecodes. */
  fps: number
  /** What its pages show with the pictures. A shot list has no pictures. */
  overlays: OverlaySet
  scenes: StoryboardScene[]
}
