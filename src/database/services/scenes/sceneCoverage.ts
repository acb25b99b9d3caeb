import type { SceneCoverage } from '@/contracts'
import { relationIds } from '@/lib/ids'
import type { Scene, Shot } from '@/payload-types'
import { coverageOf, type ScenePage } from '@/shot-planning'
import { coverOf } from '../shots/standingShots'
import { beatsInOrder } from './beatsInOrder'
import { speakersOf } from './speakers'
import { countOf } from './staleReason'

type ScenePart = Pick<Scene, 'beats' | 'action' | 'dialogueLines' | 'plannedAction' | 'characters'>
type ShotPart = Pick<Shot, 'id' | 'dialogueLineIds' | 'actionShown'> &
  Partial<Pick<Shot, 'characters' | 'description'>>

/** The ids of who is in a scene: those who speak, then who its page names and whom a person put in. */
export const peopleOf = ({
  characters,
  dialogueLines,
}: Pick<Scene, 'characters' | 'dialogueLines'>): string[] => [
  ...new Set([...(dialogueLines ?? []).flatMap((line) => speakersOf(line)), ...relationIds(characters)]),
]

/** Whom a shot has in frame who is not in its scene. */
export function strangersIn(
  shot: Partial<Pick<Shot, 'characters'>>,
  scene: Parameters<typeof peopleOf>[0],
): string[] {
  const people = new Set(peopleOf(scene))
  return relationIds(shot.characters).filter((id) => !people.has(id))
}

/** What a scene's page says, as far as shots show it. */
export function scenePage(scene: ScenePart): ScenePage {
  const beats = beatsInOrder(scene)
  return {
    lineIds: (scene.dialogueLines ?? []).map(({ id }) => String(id)),
    action: [...new Set(beats.flatMap((beat) => (beat.type === 'action' ? beat.text : [])))],
  }
}

/** The paragraphs of action that a scene's shots were suggested from; null where nobody suggested any. */
export const plannedActionOf = ({ plannedAction }: Pick<Scene, 'plannedAction'>): string[] | null =>
  Array.isArray(plannedAction) ? plannedAction.filter((text) => typeof text === 'string') : null

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
const are = (count: number) => (count === 1 ? 'is' : 'are')

/**
 * How a scene's shots stand to its page now: what is in no shot, and which shots show what is not in the script any
 * more.
 *
 * @param isPeoples whether a shot is one that no machine changes: its words are gone, and only people can decide on it
 */
export function sceneCoverage(
  scene: ScenePart,
  shots: readonly ShotPart[],
  isPeoples: (shotId: string) => boolean,
): SceneCoverage {
  const { linesInNoShot, linesInSeveral, newAction, wordsGone } = coverageOf(
    scenePage(scene),
    shots.map(coverOf),
    plannedActionOf(scene),
  )
  const peopleGone = shots.flatMap((shot) => {
    const characterIds = strangersIn(shot, scene)
    return characterIds.length > 0
      ? [{ shotId: String(shot.id), characterIds, isPeoples: isPeoples(String(shot.id)) }]
      : []
  })
  const ours = wordsGone.filter(({ shotId }) => !isPeoples(shotId))
  const missing = [
    linesInNoShot.length > 0 && countOf(linesInNoShot.length, 'line'),
    newAction.length > 0 && `${countOf(newAction.length, 'paragraph')} of action`,
  ].filter((part) => part !== false)
  const count = linesInNoShot.length + newAction.length
  const reasons = [
    count > 0 && `${sentence(missing.join(' and '))} ${are(count)} in no shot.`,
    wordsGone.length > 0 &&
      `${sentence(countOf(wordsGone.length, 'shot'))} ${wordsGone.length === 1 ? 'shows' : 'show'} what is not in the script any more.`,
    peopleGone.length > 0 &&
      `${sentence(countOf(peopleGone.length, 'shot'))} ${peopleGone.length === 1 ? 'shows' : 'show'} somebody who is not in this scene.`,
    linesInSeveral.length > 0 &&
      `${sentence(countOf(linesInSeveral.length, 'line'))} ${are(linesInSeveral.length)} heard in more than one shot.`,
  ].filter((part) => part !== false)
  return {
    isOutOfDate: count > 0 || ours.length > 0 || peopleGone.some((each) => !each.isPeoples),
    reasons,
    linesInNoShot,
    linesInSeveral,
    newAction,
    shotsWithWordsGone: wordsGone.map(({ shotId, isAll, isSaidStill, action, lineIds }) => ({
      shotId,
      isAll,
      isSaidStill,
      action,
      lines: lineIds.length,
      isPeoples: isPeoples(shotId),
    })),
    shotsWithPeopleGone: peopleGone,
    // Known to whoever has all scenes of an episode.
    shotsLeaving: [],
    shotsComing: [],
  }
}
