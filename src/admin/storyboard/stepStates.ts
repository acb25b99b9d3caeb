import {
  type EpisodeBoard,
  PIPELINE_ORDER,
  PIPELINE_STEPS,
  type PipelineStep,
  type RunStatus,
} from '@/contracts'
import { plural } from '../lib/format'
import { comingAlongSummary } from './comingAlong'

export interface StepState {
  type: PipelineStep
  label: string
  /**
   * `stale`: all there, but what some of it was made from has changed since. `decide`: the same, and no machine changes
   * it, as it is people's.
   */
  state: 'todo' | 'partial' | 'waiting' | 'running' | 'done' | 'stale' | 'decide' | 'failed'
  /** 0 to 100. */
  percentage: number
  /** `12 of 45 panels`, `18 panels out of date`. */
  count: string
  /** Why it is stale, or waits for a person, at length; empty where the count says it. */
  reason: string
}

const percent = (done: number, total: number) => (total === 0 ? 0 : Math.floor((done / total) * 100))

/** What stands in another scene is made, counted and decided on there. */
const countedOf = ({ scenes }: EpisodeBoard) => scenes.filter(({ wordsIn }) => !wordsIn)

/** How far the board itself is, whatever made it. */
function boardProgress(
  board: EpisodeBoard,
): Record<PipelineStep, { done: number; total: number; noun: string }> {
  const { outputs, totals } = board
  const scenes = countedOf(board)
  return {
    'analyse-script': {
      done: scenes.filter((scene) => scene.mood !== null).length,
      total: scenes.length,
      noun: 'scenes',
    },
    'suggest-shots': {
      done: scenes.filter(({ shots, coverage }) => shots.length + coverage.shotsComing.length > 0).length,
      total: scenes.length,
      noun: 'scenes',
    },
    'draw-panel': { done: totals.panels, total: totals.shots, noun: 'panels' },
    'speak-dialogue': { done: totals.linesVoiced, total: totals.lines, noun: 'lines' },
    assemble: {
      done: [outputs.pdf, outputs.csv, outputs.animatic].filter(Boolean).length,
      total: 3,
      noun: 'documents',
    },
  }
}

/** How much of what is on a board is out of date. */
export interface Stale {
  panels: number
  /** Generated voices. */
  lines: number
  /** Whose shots are not those of their page any more. */
  scenes: number
  linesInNoShot: number
}

/**
 * What was made from something that has changed since, and would be made anew: of a shot, its newest panel counts,
 * and none where one is locked; of the spoken lines none that a person recorded.
 */
export function staleOn(board: EpisodeBoard): Stale {
  const { totals } = board
  const scenes = countedOf(board)
  const shots = scenes.flatMap((scene) => scene.shots)
  const isStale = ({ panels }: (typeof shots)[number]) =>
    Boolean(panels[0]?.isStale) && !panels.some(({ status }) => status === 'locked')
  return {
    panels: shots.filter(isStale).length,
    scenes: totals.scenesOutOfDate,
    linesInNoShot: totals.linesInNoShot,
    lines: scenes.flatMap((scene) => scene.lines).filter((line) => saysOldWords(line) && !isPeoples(line))
      .length,
  }
}

/** What is out of date and stays so until a person decides on it: ids of shots, in the order of the story. */
export interface Waiting {
  /** Whose panel in use is out of date, and no update makes another: a newer version is there already. */
  toChoose: string[]
  /** Whose panel in use is locked and out of date. */
  locked: string[]
  /** Which are people's and show what is not in the script any more, or show somebody who is not in the scene. */
  notInScript: string[]
  /** In which a recording that a person brought says what its line said before: no update speaks over it. */
  oldRecordings: string[]
  /** How many such recordings there are; one may be in no shot, or in several. */
  recordings: number
}

type Line = EpisodeBoard['scenes'][number]['lines'][number]
const saysOldWords = (line: Line): boolean => Boolean(line.audio && line.audioIsStale)
/** A generated voice is spoken anew; a person's recording waits for a person. */
const isPeoples = ({ audioIsChosen }: Line): boolean => audioIsChosen

const oldRecordingsAmong = (lines: Line[]): Line[] =>
  lines.filter((line) => saysOldWords(line) && isPeoples(line))

export function waitingOn(board: EpisodeBoard): Waiting {
  const scenes = countedOf(board)
  const shots = scenes.flatMap((scene) => scene.shots)
  const isInUse = ({ panel }: (typeof shots)[number]) => Boolean(panel?.isStale)
  const isLocked = ({ panel }: (typeof shots)[number]) => panel?.status === 'locked'
  const idsOf = (list: typeof shots) => list.map(({ id }) => id)
  return {
    toChoose: idsOf(shots.filter((shot) => isInUse(shot) && !isLocked(shot) && !shot.panels[0]?.isStale)),
    locked: idsOf(shots.filter((shot) => isInUse(shot) && isLocked(shot))),
    notInScript: scenes.flatMap(({ shots: own, coverage }) => {
      const off = new Set([
        ...coverage.shotsWithWordsGone.flatMap((each) => (each.isPeoples ? each.shotId : [])),
        ...coverage.shotsWithPeopleGone.flatMap((each) => (each.isPeoples ? each.shotId : [])),
      ])
      return idsOf(own.filter(({ id }) => off.has(id)))
    }),
    oldRecordings: scenes.flatMap(({ shots: own, lines }) => {
      const old = new Set(oldRecordingsAmong(lines).map(({ id }) => id))
      return idsOf(own.filter(({ lineIds }) => lineIds.some((id) => old.has(id))))
    }),
    recordings: scenes.flatMap(({ lines }) => oldRecordingsAmong(lines)).length,
  }
}

/** The shots that a person decides on, each once. */
export function shotsToDecide(board: EpisodeBoard): string[] {
  const { toChoose, locked, notInScript, oldRecordings } = waitingOn(board)
  const all = new Set([...toChoose, ...locked, ...notInScript, ...oldRecordings])
  return board.scenes.flatMap(({ shots }) => shots.flatMap(({ id }) => (all.has(id) ? id : [])))
}

const verb = (count: number, one: string, several: string) => (count === 1 ? one : several)

/** `2 recordings say old words …`: what only a person mends. */
const oldRecordingsWords = (count: number): string =>
  `${plural(count, 'recording')} ${verb(count, 'says', 'say')} old words and ${verb(count, 'waits', 'wait')} for a person: nothing generated takes ${verb(count, 'its', 'their')} place. Record the line anew, or take the recording away to have it spoken.`

/** `7 panels wait for a choice: the version in use is out of date. 3 shots show …`; empty where nothing waits. */
export function waitingSummary(board: EpisodeBoard): string {
  const waiting = waitingOn(board)
  const [toChoose, locked, gone] = [waiting.toChoose, waiting.locked, waiting.notInScript].map(
    ({ length }) => length,
  ) as [number, number, number]
  return [
    toChoose > 0 &&
      `${plural(toChoose, 'panel')} ${verb(toChoose, 'waits', 'wait')} for a choice: the version in use is out of date, and a newer one lies beside it.`,
    locked > 0 && `${plural(locked, 'locked panel')} ${verb(locked, 'is', 'are')} out of date.`,
    gone > 0 && `${plural(gone, 'shot')} ${verb(gone, 'shows', 'show')} what is not in the script any more.`,
    waiting.recordings > 0 && oldRecordingsWords(waiting.recordings),
  ]
    .filter(Boolean)
    .join(' ')
}

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`

/** Why the documents and the film are out of date: each reason once, whichever of them it is about. Empty: they are not. */
export function outputReasons({ outputs }: EpisodeBoard): string[] {
  const made = [outputs.pdf, outputs.animatic, outputs.csv]
  return [...new Set(made.flatMap((output) => output?.reasons ?? []))]
}

/** `2 lines are in no shot. Shots of 1 scene, 18 panels are out of date.`; empty where nothing is. */
export function staleSummary(board: EpisodeBoard): string {
  const { panels, lines, scenes, linesInNoShot } = staleOn(board)
  const parts = [
    scenes > 0 && `the shots of ${plural(scenes, 'scene')}`,
    panels > 0 && plural(panels, 'panel'),
    lines > 0 && plural(lines, 'spoken line'),
  ].filter((part) => part !== false)
  const last = parts.pop()
  const named = parts.length > 0 ? `${parts.join(', ')} and ${last}` : (last ?? '')
  const isOne = scenes === 0 && panels + lines === 1
  const outdated =
    named && `${named.slice(0, 1).toUpperCase()}${named.slice(1)} ${isOne ? 'is' : 'are'} out of date.`
  const unheard =
    linesInNoShot > 0 && `${plural(linesInNoShot, 'line')} ${linesInNoShot === 1 ? 'is' : 'are'} in no shot.`
  return [unheard, outdated].filter(Boolean).join(' ')
}

/** More reasons stand at the step. */
const NAMED = 3

/** `two panels of scene 3 have other pictures, scene 4 was deleted`. */
function inShort(reasons: string[]): string {
  const rest = reasons.length - NAMED
  return [...reasons.slice(0, NAMED), ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ')
}

/** What is out of date, and what mends it; empty where nothing is. */
export function outOfDateSummary(board: EpisodeBoard): string {
  const stale = staleSummary(board)
  const waiting = waitingSummary(board)
  const moving = comingAlongSummary(board.totals.shotsMoving)
  const mended =
    stale && `${stale} Update all mends that: shots for what is in none, new versions of what is out of date.`
  if (moving || mended || waiting) return [moving, mended, waiting].filter(Boolean).join(' ')
  const reasons = outputReasons(board)
  return reasons.length > 0 ? `The documents are out of date: ${inShort(reasons)}.` : ''
}

/** `3 documents out of date`. */
function outdatedOutputs({ outputs: { pdf, csv, animatic } }: EpisodeBoard): string {
  const outdated = [pdf, csv, animatic].filter((output) => output?.isOutOfDate).length
  return `${plural(outdated, 'document')} out of date`
}

/** The five steps as the pipeline bar shows them: what runs now comes before what is there. */
export function stepStates(board: EpisodeBoard, run: RunStatus | null): StepState[] {
  const progress = boardProgress(board)
  const stale = staleOn(board)
  const reasons = outputReasons(board)
  const { shotsMoving } = board.totals
  const staleOf: Partial<Record<PipelineStep, string>> = {
    ...(shotsMoving > 0 && {
      'suggest-shots': `${plural(shotsMoving, 'shot')} ${verb(shotsMoving, 'comes', 'come')} along`,
    }),
    ...(stale.scenes > 0 && {
      'suggest-shots':
        stale.linesInNoShot > 0
          ? `${plural(stale.linesInNoShot, 'line')} in no shot`
          : `${plural(stale.scenes, 'scene')} out of date`,
    }),
    ...(stale.panels > 0 && { 'draw-panel': `${plural(stale.panels, 'panel')} out of date` }),
    ...(stale.lines > 0 && { 'speak-dialogue': `${plural(stale.lines, 'line')} out of date` }),
    ...(reasons.length > 0 && { assemble: outdatedOutputs(board) }),
  }
  const waiting = waitingOn(board)
  const [panels, locked, shots] = [waiting.toChoose, waiting.locked, waiting.notInScript].map(
    ({ length }) => length,
  ) as [number, number, number]
  const waitingOf: Partial<Record<PipelineStep, string>> = {
    ...(shots > 0 && { 'suggest-shots': `${plural(shots, 'shot')} not in the script` }),
    ...(locked > 0 && { 'draw-panel': `${plural(locked, 'locked panel')} out of date` }),
    ...(panels > 0 && {
      'draw-panel': `${plural(panels, 'panel')} ${verb(panels, 'waits', 'wait')} for a choice`,
    }),
    ...(waiting.recordings > 0 && {
      'speak-dialogue': `${plural(waiting.recordings, 'recording')} ${verb(waiting.recordings, 'says', 'say')} old words`,
    }),
  }
  const reasonOf: Partial<Record<PipelineStep, string>> = {
    assemble: reasons.map(sentence).join(' '),
    // Also where generated voices are out of date: their number stands before this one then.
    ...(waiting.recordings > 0 && { 'speak-dialogue': oldRecordingsWords(waiting.recordings) }),
  }
  return PIPELINE_ORDER.map((type) => {
    const { done, total, noun } = progress[type]
    const label = PIPELINE_STEPS[type]
    const stage = run?.stages.find((each) => each.type === type)
    const percentage = percent(done, total)
    const base = { type, label, count: `${done} of ${total} ${noun}`, percentage, reason: '' }
    if (stage && stage.failed > 0) return { ...base, state: 'failed' }
    if (stage && run?.state === 'running' && stage.percentage < 100) {
      const isRunning = stage.inProgress > 0 || stage.completed > 0
      return { ...base, percentage: stage.percentage, state: isRunning ? 'running' : 'waiting' }
    }
    if (done === 0) return { ...base, state: total === 0 && stage ? 'done' : 'todo' }
    const outdated = staleOf[type]
    const reason = reasonOf[type] ?? ''
    // Where there is no ffmpeg, two of three are all that can be made: that they are old is worth more to know.
    if (outdated && (done === total || type === 'assemble'))
      return { ...base, count: outdated, reason, state: 'stale' }
    const undecided = waitingOf[type]
    if (undecided && done === total) return { ...base, count: undecided, reason, state: 'decide' }
    return { ...base, state: done < total ? 'partial' : 'done' }
  })
}
