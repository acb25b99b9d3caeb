/**
 * The storyboard vocabulary: codes are stored, labels are shown.
 * Narrative (scene, character, location) and production (shot, panel) are kept apart, as MovieLabs' OMC does.
 */
/** An hour: longer than the longest take of any film. */
export const MAX_SHOT_SECONDS = 3600
/** Of all shots of an episode together, as one film. */
export const MAX_FILM_SECONDS = 12 * 3600

export const SHOT_SIZES = {
  ECU: 'Extreme close-up',
  CU: 'Close-up',
  MCU: 'Medium close-up',
  MS: 'Medium shot',
  MLS: 'Medium long shot',
  FS: 'Full shot',
  LS: 'Long shot',
  ELS: 'Extreme long shot',
} as const
export type ShotSize = keyof typeof SHOT_SIZES

export const SHOT_ANGLES = {
  eye: 'Eye level',
  high: 'High angle',
  low: 'Low angle',
  overhead: 'Overhead',
  dutch: 'Dutch angle',
  OTS: 'Over the shoulder',
  POV: 'Point of view',
  profile: 'Profile',
} as const
export type ShotAngle = keyof typeof SHOT_ANGLES

export const SHOT_MOVEMENTS = {
  static: 'Static',
  pan: 'Pan',
  tilt: 'Tilt',
  'dolly-in': 'Dolly in',
  'dolly-out': 'Dolly out',
  track: 'Track',
  crane: 'Crane',
  handheld: 'Handheld',
  zoom: 'Zoom',
  orbit: 'Orbit',
  'rack-focus': 'Rack focus',
} as const
export type ShotMovement = keyof typeof SHOT_MOVEMENTS

/** One dialogue line as shot planning and drawing see it. */
export interface SceneLineBrief {
  /** The id of the line in the scene (a Payload array row id). */
  id: string
  character: string
  /** All who say it, `character` first; absent or empty where it is `character` alone. */
  speakers?: string[]
  parenthetical: string
  text: string
  extensions: string[]
  durationSeconds: number
}

/** What tells one of a scene's people from the others. */
export interface ScenePerson {
  /** Canonical, as in {@link SceneBrief.characters}. */
  name: string
  displayName: string
  /** Other names in the script. */
  aliases: string[]
  /** As stored: `63`, `late forties`; null where nobody said. */
  age: string | null
  /** Looks, in words. */
  description: string | null
}

/** One scene's context: what shot suggestion works on. Times in seconds. */
export interface SceneBrief {
  sceneNumber: string
  heading: string
  interiorExterior: 'INT' | 'EXT' | 'INT/EXT' | 'EST' | 'OTHER'
  location: string
  timeOfDay: string | null
  action: string
  /** Page order: paragraphs of action, and lines by id. */
  beats: Array<{ type: 'action'; text: string } | { type: 'line'; lineId: string }>
  lines: SceneLineBrief[]
  /** Canonical names of everybody in the scene: speakers and those named in its action. */
  characters: string[]
  /** What is known of them, where anything is. */
  people?: ScenePerson[]
  /** What the shots' durations must add up to. */
  durationSeconds: number
  /** The location of the scene before, null for the first: an establishing shot is due where it changes. */
  previousLocation: string | null
}

/** A suggested shot. Durations of all suggestions of one scene add up to its durationSeconds. */
export interface ShotSuggestion {
  /** `1`, `2`, … in order; unique within the scene. */
  shotNumber: string
  size: ShotSize
  angle: ShotAngle
  movement: ShotMovement
  /** Focal length in mm on a 35 mm frame. */
  lens: number
  durationSeconds: number
  description: string
  /** Canonical names of who is in frame. */
  characters: string[]
  /** Ids of the dialogue lines heard over this shot. Each line of the scene is covered by exactly one shot. */
  lineIds: string[]
  /**
   * The paragraphs of action it shows, each as it stands in the brief's beats: by them it is known later whether what
   * it shows is still in the script. A provider that leaves them out is known by its lines alone.
   */
  action?: string[]
  /** Why this shot: `establishing`, `coverage`, `reaction`, `action`, `insert`. */
  purpose: 'establishing' | 'master' | 'coverage' | 'reaction' | 'action' | 'insert'
  /** 0 to 1: how sure the rules are. */
  confidence: number
}

/** Everything needed to draw one storyboard panel: plain JSON, the same input always draws the same image. */
export interface PanelBrief {
  projectTitle: string
  sceneNumber: string
  shotNumber: string
  size: ShotSize
  angle: ShotAngle
  movement: ShotMovement
  durationSeconds: number
  description: string
  /** Who is in frame. `isSpeaking` marks who talks. */
  characters: Array<{
    /** Seeds a constant look: the name that they were first drawn under, whatever they are called by now. */
    name: string
    /** What they are called, as people write it; `name` where it is not given. */
    displayName?: string
    isSpeaking: boolean
    /** Age, then looks: `63, woman, sleeves rolled`. */
    description?: string | null
  }>
  /** The first words heard. */
  dialogue: string | null
  /** What is heard, in order, each with who says it: shown under the frame. Not given, it is `dialogue` alone. */
  lines?: Array<{ speaker: string; text: string }>
  interiorExterior: 'INT' | 'EXT' | 'INT/EXT' | 'EST' | 'OTHER'
  location: string
  /** The first words of the scene's action: what the place looks like where its name does not say. */
  setting?: string | null
  timeOfDay: string | null
  /** Frame width / height, e.g. 16/9, 2.39. */
  aspectRatio: number
  /** Changes the drawing without changing its content: a person asked for another version. */
  variation: number
}
