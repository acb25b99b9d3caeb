import type { PayloadRequest } from 'payload'
import type { DraftEffects, SceneCoverage } from '@/contracts'
import { turns } from '@/lib/giveWay'
import { groupedBy } from '@/lib/groupedBy'
import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import type { OneName } from '../names/oneName'
import { soundsTheSame } from '../scenes/markStale'
import { isShownIn, type MovedText, pageChange } from '../scenes/pageChange'
import { plannedActionOf, sceneCoverage } from '../scenes/sceneCoverage'
import { isSameSetting } from '../scenes/setting'
import { countOf, whatChanged } from '../scenes/staleReason'
import type { ScenePlan } from '../scripts/planScenes'
import { type AfterPlan, afterPlan, shownUnderOneName, underOneName } from './afterPlan'
import type { Board, BoardPanel, BoardShot } from './board'
import { NO_EFFECTS } from './presentDifference'
import { generatedVoices, recordingWords } from './recordingWords'

const sentence = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
const are = (count: number, noun: string, rest: string) => sentence(`${countOf(count, noun)} ${rest}`)

interface Args {
  episodeId: string
  plan: ScenePlan
  board: Board
  /** What people and places are called: another name of somebody hits no picture. */
  name: OneName
}

/**
 * What a plan, and the update after it, mean for what hangs on each stored scene, by its id. Scenes that nothing happens
 * to are not in it.
 */
export async function effectsOfPlan(req: PayloadRequest, args: Args): Promise<Map<string, DraftEffects>> {
  const { plan, board, name } = args
  const after = await afterPlan(req, args)
  const effects = new Map<string, DraftEffects>()
  const turn = turns()
  for (const scene of plan.gone) {
    await turn()
    effects.set(scene.id, ofGone(scene, board, after))
  }
  for (const { stored } of plan.stays) {
    await turn()
    effects.set(stored.id, ofChanged(stored, board, after, { name, moved: plan.moved }))
  }
  return effects
}

const recorded = (scene: Scene) =>
  (scene.dialogueLines ?? []).filter(({ audio }) => relationId(audio) !== null)

/** Of a scene's recordings those that no line has then, or one that says something else. */
const lostRecordings = (scene: Scene, after: AfterPlan) =>
  recorded(scene).filter((line) => !after.linesOf(line).some((next) => soundsTheSame(line, next)))

/** `Two shots will go with their words to INT. SMITHY - DAY, scene 5 of the new script.` Numbers may be others than before. */
function movedMessages(shots: readonly BoardShot[], after: AfterPlan): string[] {
  const goals = shots.map(({ id }) => after.goalOf(id)).filter((goal) => goal !== null)
  return [...groupedBy(goals, ({ id }) => id).values()].map((all) => {
    const { heading, sceneNumber } = all[0] as Scene
    const words = all.length === 1 ? 'its words' : 'their words'
    return are(
      all.length,
      'shot',
      `will go with ${words} to ${heading}, scene ${sceneNumber} of the new script`,
    )
  })
}

function ofGone(scene: Scene, board: Board, after: AfterPlan): DraftEffects {
  const panels = board.panels.get(scene.id) ?? []
  const shots = board.shots.get(scene.id) ?? []
  const goes = (shotId: string | null) => shotId !== null && after.goalOf(shotId) !== null
  const recordings = recorded(scene).length
  const lost = {
    shots: shots.filter(({ id }) => !goes(id)).length,
    panels: panels.filter(({ shotId }) => !goes(shotId)).length,
    recordings: lostRecordings(scene, after),
  }
  const isApproved = ({ status }: BoardPanel) => status === 'approved'
  const approved = panels.filter((panel) => isApproved(panel) && !goes(panel.shotId)).length
  const stale = panels.flatMap((panel) => {
    const why = panel.isStale ? null : whyMoved(scene, panel.shotId, after)
    return why ? [{ ...panel, why }] : []
  })
  const locked = panels.filter(({ status }) => status === 'locked').length
  const messages: string[] = []
  if (locked > 0)
    messages.push(
      are(locked, 'panel', `of it ${locked === 1 ? 'is' : 'are'} locked: unlock before taking it out`),
    )
  if (approved > 0) messages.push(are(approved, 'approved panel', 'will go with it'))
  const what = [
    lost.shots > 0 ? countOf(lost.shots, 'shot') : '',
    lost.panels > 0 ? countOf(lost.panels, 'panel') : '',
    ...recordingWords(lost.recordings),
  ].filter(Boolean)
  messages.push(
    what.length > 0
      ? `It will be moved to the trash with ${what.join(', ')}.`
      : 'It will be moved to the trash.',
    ...movedMessages(shots, after),
    ...staleMessages(stale),
  )
  return {
    ...NO_EFFECTS,
    shots: shots.length,
    panels: panels.length,
    panelsStale: stale.length,
    approved: approved + stale.filter(isApproved).length,
    approvedGone: approved,
    locked,
    recordings,
    recordingsStale: lost.recordings.length,
    voicesStale: generatedVoices(lost.recordings),
    isTrashed: true,
    messages,
  }
}

/** Why the picture of a shot is out of date then. */
type Why = 'page' | 'elsewhere' | 'anew'

/** Of a shot that goes into another scene; null where it does not go, or shows there what it did. */
function whyMoved(scene: Scene, shotId: string | null, after: AfterPlan): Why | null {
  const goal = shotId === null ? null : after.goalOf(shotId)
  if (!goal) return null
  if (!isSameSetting(after.scenes.get(scene.id) ?? scene, goal)) return 'elsewhere'
  return after.fateOf(shotId as string) === 'anew' ? 'anew' : null
}

/** @param what changed on the page, where something did: `The heading` */
function staleMessages(panels: ReadonlyArray<{ why: Why }>, what = ''): string[] {
  const [page, elsewhere, anew] = (['page', 'elsewhere', 'anew'] as const).map(
    (reason) => panels.filter(({ why }) => why === reason).length,
  ) as [number, number, number]
  const because = (count: number, reason: string) =>
    count > 0 ? [are(count, 'panel', `will be out of date: ${reason}`)] : []
  return [
    ...(page > 0 ? [`${what} changed: ${countOf(page, 'panel')} will be out of date.`] : []),
    ...because(elsewhere, 'the words are in another place, or at another time'),
    ...because(anew, 'part of what is in the shot is gone'),
  ]
}

function ofChanged(
  stored: Scene,
  board: Board,
  plan: AfterPlan,
  { name, moved }: { name: OneName; moved: MovedText },
): DraftEffects {
  const after = plan.scenes.get(stored.id) as Scene
  const shots = board.shots.get(stored.id) ?? []
  const panels = board.panels.get(stored.id) ?? []
  const change = pageChange(stored, after, name, moved)
  const isPlanned = plannedActionOf(stored) !== null
  // Of a panel whose shot cannot be seen nobody knows what it shows.
  const byId = new Map<string | null, BoardShot>(shots.map((shot) => [shot.id, shot]))
  const whyStale = ({ shotId }: BoardPanel): Why | null => {
    const fate = shotId === null ? null : plan.fateOf(shotId)
    // It goes with its shot.
    if (fate === 'out') return null
    if (isShownIn(byId.get(shotId) ?? {}, change, isPlanned)) return 'page'
    return whyMoved(stored, shotId, plan) ?? fate
  }
  const recordings = recorded(stored)
  const stale = lostRecordings(stored, plan)
  const newlyStale = panels.flatMap((panel) => {
    const why = panel.isStale ? null : whyStale(panel)
    return why ? [{ ...panel, why }] : []
  })
  const approved = newlyStale.filter(({ status }) => status === 'approved').length
  const locked = newlyStale.filter(({ status }) => status === 'locked').length
  const out = shots.filter(({ id }) => plan.fateOf(id) === 'out').length
  const what = sentence(whatChanged(change)).slice(0, -1)
  const messages: string[] = []
  if (locked > 0) messages.push(are(locked, 'locked panel', 'will not be up to date any more'))
  if (approved > 0) messages.push(are(approved, 'approved panel', 'will not be up to date any more'))
  if (newlyStale.length > approved + locked) messages.push(...staleMessages(newlyStale, what))
  const isCut = (line: (typeof stale)[number]) => plan.linesOf(line).length === 0
  const cut = stale.filter(isCut)
  const kept = stale.filter((line) => !isCut(line))
  if (kept.length > 0)
    messages.push(sentence(`${recordingWords(kept).join(' and ')} will say something else than the script`))
  if (cut.length > 0)
    messages.push(
      sentence(
        `${recordingWords(cut).join(' and ')} will go with ${cut.length === 1 ? 'its line' : 'their lines'}`,
      ),
    )
  messages.push(
    ...movedMessages(shots, plan),
    ...coverageMessages([stored, after], [shots, plan.shotsOf(stored.id)], { name, plan }),
    ...(out > 0
      ? [are(out, 'shot', `will be taken out by the next update: ${ALL_GONE[out === 1 ? 0 : 1]}`)]
      : []),
  )
  return {
    ...NO_EFFECTS,
    shots: shots.length,
    panels: panels.length,
    panelsStale: newlyStale.length,
    shotsOut: out,
    approved,
    locked,
    recordings: recordings.length,
    recordingsStale: stale.length,
    voicesStale: generatedVoices(stale),
    messages,
  }
}

const ALL_GONE = ['nothing that it shows is left', 'nothing that they show is left']

/** What would be in no shot, and which shots would show what is not there any more: new by this change. */
function coverageMessages(
  scenes: readonly [before: Scene, after: Scene],
  shots: readonly [before: readonly BoardShot[], after: readonly BoardShot[]],
  { name, plan }: { name: OneName; plan: AfterPlan },
): string[] {
  const [was, is] = scenes.map((scene, index) =>
    sceneCoverage(
      underOneName(scene, name),
      (shots[index] ?? []).map((shot) => shownUnderOneName(shot, name)),
      () => false,
    ),
  ) as [SceneCoverage, SceneCoverage]
  const knownLines = new Set(was.linesInNoShot)
  const knownGone = new Set(was.shotsWithWordsGone.map(({ shotId }) => shotId))
  const lines = is.linesInNoShot.filter((id) => !knownLines.has(id)).length
  const action = is.newAction.filter((text) => !was.newAction.includes(text)).length
  // What the machine suggested is mended by the next update.
  const isLeft = ({ shotId }: { shotId: string }) => !knownGone.has(shotId) && plan.fateOf(shotId) === null
  const gone = is.shotsWithWordsGone.filter(isLeft).length
  const what = [
    lines > 0 && countOf(lines, 'line'),
    action > 0 && `${countOf(action, 'paragraph')} of action`,
  ]
  const named = what.filter((part) => part !== false).join(' and ')
  return [
    ...(named ? [sentence(`${named} will be in no shot yet`)] : []),
    ...(gone > 0 ? [are(gone, 'shot', 'will show what is not in the script any more')] : []),
  ]
}

/** Whether something that somebody decided on, or made, is hit: then a person confirms first. */
export const isDecisionHit = ({ approved, locked, isTrashed, shots, recordings }: DraftEffects): boolean =>
  approved + locked > 0 || (isTrashed && shots + recordings > 0)
