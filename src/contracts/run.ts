import type { OverlayPlace, OverlaySet } from './overlays'
import type { TaskState } from './task'

/**
 * The steps of the pipeline, in the order they run. Each can be run, rerun or skipped by itself. Voices come
 * before shots: a shot must be as long as what is really said in it.
 */
export const PIPELINE_STEPS = {
  'analyse-script': 'Read the script',
  'speak-dialogue': 'Speak dialogue',
  'suggest-shots': 'Suggest shots',
  'draw-panel': 'Draw panels',
  assemble: 'Assemble',
} as const
export type PipelineStep = keyof typeof PIPELINE_STEPS
export const PIPELINE_ORDER = Object.keys(PIPELINE_STEPS) as PipelineStep[]

export interface StartRunArgs {
  episodeId: string
  /** @default all, in order */
  steps?: PipelineStep[]
  /**
   * `missing` makes what is not there yet or is stale; `all` makes everything anew, as new versions.
   * What a person changed or locked is left alone by both.
   * @default 'missing'
   */
  mode?: 'missing' | 'all'
  /** Only these scenes. */
  sceneIds?: string[]
  /** Only these shots (draw-panel). */
  shotIds?: string[]
}

/** What making things anew would do, for who is about to: in plain words. */
export interface RedoPlan {
  /** Numbers of the scenes it is about, in order. */
  scenes: string[]
  /** What is made anew: `45 panels, each as a new version`. */
  makes: string[]
  /** What is left as it is, and why: `2 locked panels: scene 1, shot 2; scene 4, shot 1`. */
  keeps: string[]
  /** What goes: `Shots that are not suggested again …`. */
  removes: string[]
  /** How many tasks the queue gets. */
  tasks: number
  /** New shots may be more or fewer than those there are, and so may their panels. */
  isEstimate: boolean
}

export type RunState =
  /** Something is running or about to. */
  | 'running'
  | 'done'
  /** Nothing can go on until a person retries or discards what failed. */
  | 'failed'
  | 'cancelled'

export interface RunStage {
  type: PipelineStep
  label: string
  total: number
  completed: number
  failed: number
  inProgress: number
  waiting: number
  cancelled: number
  /** 0 to 100. */
  percentage: number
}

/**
 * What is not in what a run made: files of pictures and recordings that are gone, lines that are in no shot, shots that
 * show what is not in the script any more, sound that runs over the end of its shot, and scenes and shots that were taken
 * out while it ran.
 */
export interface RunWarning {
  kind: 'picture' | 'recording' | 'line' | 'shot' | 'sound' | 'gone'
  sceneNumber: string
  /** Empty of a line that is in no shot, and of a scene. */
  shotNumber: string
  /** The record whose file is gone, or cannot be measured; null where none is. */
  mediaId: string | null
  /** In plain words, with the scene and the shot. */
  message: string
}

export interface RunStatus {
  runId: string
  episodeId: string | null
  projectId: string | null
  state: RunState
  /** Somebody cancelled it, and what was being worked on has not quite ended. */
  isCancelling: boolean
  /**
   * Who cancelled it (null: nobody known), when, and what else they did that ended it; null where nobody did, or its
   * tasks were cancelled one by one.
   */
  cancelled: { by: string | null; at: string; reason: string | null } | null
  /** 0 to 100, over all stages. */
  percentage: number
  stages: RunStage[]
  tasks: { total: number; completed: number; dead: number }
  failures: Array<{ taskId: string; title: string; message: string; attempts: number; state: TaskState }>
  /** What its documents and film had to be made without. At most 200. */
  warnings: RunWarning[]
  /**
   * Why it put the episode together without an animatic: no ffmpeg where the work was done, or no shots to show. Null
   * where it made one, or was not asked to.
   */
  withoutAnimatic: 'ffmpeg' | 'shots' | null
  /** What is being worked on now, in plain words. */
  running: Array<{ taskId: string; title: string; percentage: number; stage: string | null }>
  /** Shots of which a panel is being drawn, and those that were asked for by name and wait for theirs. */
  drawing: string[]
  startedAt: string
  finishedAt: string | null
  /** Seconds to go, null where unknown. */
  etaSeconds: number | null
}

/* ------------------------------------------------------------------ the board */

export interface BoardMedia {
  id: string
  url: string
  thumbnailUrl: string | null
  mimeType: string
  durationSeconds: number | null
  /** Pixels, so that a page can keep a picture's place; null for sound. */
  width: number | null
  height: number | null
}

export interface BoardPanel {
  id: string
  version: number
  status: 'draft' | 'review' | 'approved' | 'locked'
  origin: 'ai' | 'drawn'
  confidence: number | null
  isStale: boolean
  /** Why, in words; null where it is not known, or not stale. */
  staleReason: string | null
  image: BoardMedia | null
  /** When a person made it the version to show, by drawing, uploading, choosing or approving it; null: nobody has. */
  chosenAt: string | null
  createdAt: string
}

export interface BoardLine {
  id: string
  characterId: string | null
  /** The speaker's name as in Characters; of several the first one's. The cue where nobody is known. */
  character: string
  /** The names of all who say it, `character` first. */
  speakers: string[]
  cue: string
  parenthetical: string
  emotion: string
  text: string
  /** Seconds from the start of the scene; null before voices are made. */
  startSeconds: number | null
  durationSeconds: number | null
  isDual: boolean
  audio: BoardMedia | null
  audioIsStale: boolean
  audioStaleReason: string | null
  /** A person recorded or chose it: no generated one takes its place. */
  audioIsChosen: boolean
}

export interface BoardShot {
  id: string
  shotNumber: string
  order: number
  size: string
  angle: string
  movement: string
  lens: number | null
  durationSeconds: number
  description: string
  origin: 'ai' | 'human'
  characters: Array<{ id: string; name: string }>
  lineIds: string[]
  /** The one to show: locked, else what a person drew, uploaded, chose or approved last, else the newest. */
  panel: BoardPanel | null
  /** The newest that came since a person chose `panel`, and lies beside it; null where there is none. */
  newerPanelId: string | null
  /** All of them, newest first. */
  panels: BoardPanel[]
}

/**
 * How a scene's shots stand to what its page says now. Of a scene without shots nothing is out of date. Where shots leave
 * or come with their words, all else is as it is once they have.
 */
export interface SceneCoverage {
  /** Suggesting shots would change something, beside that shots go where their words went. */
  isOutOfDate: boolean
  /** In words, one sentence each. What only people can decide on is said here, too. */
  reasons: string[]
  /** Ids of lines that are heard in no shot, in order. */
  linesInNoShot: string[]
  linesInSeveral: string[]
  /** Paragraphs of action that are new or changed since shots were suggested. */
  newAction: string[]
  shotsWithWordsGone: Array<{
    shotId: string
    /** Nothing of the words that it shows is in the script. */
    isAll: boolean
    /** What it shows stands there still, word for word: only other sentences of its paragraph changed. */
    isSaidStill: boolean
    /** Paragraphs that it was suggested from and that the page has no more. */
    action: string[]
    /** How many of its lines the page has no more. */
    lines: number
    /** No machine changes it: only people decide. */
    isPeoples: boolean
  }>
  /** Shots that have somebody in frame who is not in the scene: its page names them no more. */
  shotsWithPeopleGone: Array<{ shotId: string; characterIds: string[]; isPeoples: boolean }>
  /** Shots whose words are in another scene now: they go there as soon as shots are suggested, with their panels. */
  shotsLeaving: Array<{ shotId: string; sceneId: string; sceneNumber: string }>
  /**
   * Shots of other scenes whose words are in this one now, and the lines that will be in them. `sceneNumber` is null where
   * their scene is in the trash.
   */
  shotsComing: Array<{ shotId: string; sceneNumber: string | null; lineIds: string[] }>
}

export interface BoardScene {
  id: string
  sceneNumber: string
  order: number
  heading: string
  interiorExterior: string
  location: string
  timeOfDay: string | null
  mood: string | null
  synopsis: string | null
  action: string
  sections: string[]
  /** Who is in it: those who speak, then who its page names and whom a person put in. */
  characters: Array<{ id: string; name: string }>
  status: 'pending' | 'generating' | 'reviewing' | 'approved'
  /** The episode's script has it, or there is none. Not so of one that came back from the trash, or that a person added. */
  isInScript: boolean
  /**
   * Of one that is not in the script: the number of the scene of the script in which its words stand, so that it counts
   * for nothing and is in no export; null where they stand nowhere else.
   */
  wordsIn: string | null
  durationSeconds: number
  lines: BoardLine[]
  shots: BoardShot[]
  coverage: SceneCoverage
}

/** Whether an output would be made otherwise now. */
export interface OutputState {
  isOutOfDate: boolean
  /** What has changed since, in words: `two panels of scene 3 have other pictures`. Empty where nothing has. */
  reasons: string[]
}

/** A document or a film that was made of an episode. */
export interface BoardOutput extends BoardMedia, OutputState {}

export interface BoardOutputs {
  pdf: BoardOutput | null
  csv: BoardOutput | null
  animatic: BoardOutput | null
}

/** How far the panels of some shots are, each counted in shots. */
export interface PanelStages {
  shots: number
  /** Have a panel, whatever its state. */
  drawn: number
  /** Of those: wait for a decision. */
  inReview: number
  /** Of those: were approved, or locked since. */
  approved: number
}

/** An episode as a producer looks at it: scenes, shots, current panels, spoken lines. */
export interface EpisodeBoard {
  episode: { id: string; title: string; episodeNumber: number; status: string }
  project: {
    id: string
    title: string
    aspectRatio: string
    fps: number
    aiEnabled: boolean
    /** What is drawn over the pictures, place by place. */
    overlays: Record<OverlayPlace, OverlaySet>
  }
  scenes: BoardScene[]
  outputs: BoardOutputs
  totals: {
    scenes: number
    /** With those that come along from scenes in the trash, as soon as shots are suggested; as their panels and time are. */
    shots: number
    /** Of these, those that go into another scene then. */
    shotsMoving: number
    panels: number
    panelsInReview: number
    panelsApproved: number
    lines: number
    linesVoiced: number
    /** Of scenes that have shots: lines that are heard in none of them. */
    linesInNoShot: number
    shotsWithWordsGone: number
    /** Scenes whose shots are not those of their page any more. */
    scenesOutOfDate: number
    /** Seconds, as estimated from the script; 0 where there is none. */
    scriptDuration: number
    /** Seconds of all shots. */
    duration: number
  }
}
