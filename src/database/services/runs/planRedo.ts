import {
  type BoardScene,
  type BoardShot,
  type EpisodeBoard,
  PIPELINE_ORDER,
  type RedoPlan,
  type StartRunArgs,
} from '@/contracts'
import { counted } from '@/lib/counted'

/** More are counted, not named. */
const NAMED = 4

interface PlacedShot {
  shot: BoardShot
  name: string
}

/** `2 locked panels: scene 1, shot 2; scene 4, shot 1`; nothing where there is none. */
function named(shots: PlacedShot[], one: string, many: string): string[] {
  if (shots.length === 0) return []
  const names = shots.slice(0, NAMED).map(({ name }) => name)
  const more = shots.length > NAMED ? [`${shots.length - NAMED} more`] : []
  return [`${shots.length} ${shots.length === 1 ? one : many}: ${[...names, ...more].join('; ')}`]
}

const hasStatus = (shot: BoardShot, status: string) => shot.panels.some((panel) => panel.status === status)

/** Whether no machine makes another shot of it, by its panels; see shotsWithPanelsOfPeople. */
const hasPanelOfPeople = ({ panels }: BoardShot) =>
  panels.some(
    ({ status, origin, chosenAt }) =>
      ['approved', 'locked'].includes(status) || origin === 'drawn' || chosenAt,
  )

/** What suggesting shots makes: how many there will be is known when they have been suggested. */
function newShots(scenes: number, all: number, kept: number): string[] {
  const of = `of ${counted(scenes, 'scene')}`
  if (all === 0) return [`The shots ${of}`]
  const anew = all - kept
  const now = `there ${all === 1 ? 'is' : 'are'} ${counted(all, 'shot')} now, and may be more ${kept < all ? 'or fewer ' : ''}then`
  if (kept === 0) return [`The shots ${of}: ${now}`]
  const added = `Shots for what the page has and no shot that stays shows: ${now}`
  return anew === 0 ? [added] : [`${anew} of the ${counted(all, 'shot')} ${of}`, added]
}

/** What a run with `mode: 'all'` would do to what is on the board. Pure. */
export function planRedo(
  board: EpisodeBoard,
  { steps = PIPELINE_ORDER, sceneIds, shotIds }: Pick<StartRunArgs, 'steps' | 'sceneIds' | 'shotIds'>,
): RedoPlan {
  // As a run has it: what stands elsewhere is made where somebody asks for it.
  const isAsked = ({ id, wordsIn }: BoardScene) =>
    sceneIds ? sceneIds.includes(id) : Boolean(shotIds) || wordsIn === null
  const scenes = board.scenes.filter(isAsked)
  const every = scenes.flatMap((scene) =>
    scene.shots.map(
      (shot): PlacedShot => ({ shot, name: `scene ${scene.sceneNumber}, shot ${shot.shotNumber}` }),
    ),
  )
  const shots = every.filter(({ shot }) => !shotIds || shotIds.includes(shot.id))
  const locked = shots.filter(({ shot }) => hasStatus(shot, 'locked'))
  const open = shots.filter(({ shot }) => !hasStatus(shot, 'locked'))
  // What people recorded or chose is not spoken again.
  const isDue = ({ audioIsChosen }: BoardScene['lines'][number]) => !audioIsChosen
  const spoken = scenes.filter(({ lines }) => lines.some(isDue))
  const all = scenes.flatMap((scene) => scene.lines)
  const lines = all.filter(isDue).length
  const plan: RedoPlan = {
    scenes: scenes.map(({ sceneNumber }) => sceneNumber),
    makes: [],
    keeps: [],
    removes: [],
    // Each step plans its own work first.
    tasks: steps.length,
    isEstimate: false,
  }
  if (steps.includes('analyse-script')) {
    plan.makes.push(`What is read out of ${counted(scenes.length, 'scene')}: mood, props, how lines are said`)
    plan.keeps.push('What people wrote about a scene themselves')
    plan.tasks += scenes.length
  }
  if (steps.includes('speak-dialogue')) {
    if (lines > 0) plan.makes.push(`${counted(lines, 'recording')} of dialogue`)
    const own = all.length - lines
    if (own > 0) plan.keeps.push(`${counted(own, 'recording')} that people made or chose`)
    plan.tasks += spoken.length
  }
  if (steps.includes('suggest-shots')) {
    const human = every.filter(({ shot }) => shot.origin === 'human')
    const decided = every.filter(({ shot }) => shot.origin !== 'human' && hasPanelOfPeople(shot))
    const kept = human.length + decided.length
    plan.makes.push(...newShots(scenes.length, every.length, kept))
    plan.keeps.push(
      ...named(human, 'shot that people made or changed', 'shots that people made or changed'),
      ...named(
        decided,
        'shot whose panel people drew, chose, approved or locked',
        'shots whose panels people drew, chose, approved or locked',
      ),
    )
    if (kept < every.length)
      plan.removes.push(
        'Of the shots that are made anew, those that are not suggested again go into the trash',
      )
    plan.tasks += scenes.length
  }
  if (steps.includes('draw-panel')) {
    plan.isEstimate = steps.includes('suggest-shots')
    const panels = counted(open.length, 'panel')
    plan.makes.push(open.length === 1 ? `${panels}, as a new version` : `${panels}, each as a new version`)
    plan.keeps.push(...named(locked, 'locked panel', 'locked panels'))
    const chosen = open.filter(({ shot }) => hasStatus(shot, 'approved') || shot.panel?.chosenAt)
    plan.keeps.push(
      ...named(
        chosen,
        'panel that people drew, chose or approved, which stays in use',
        'panels that people drew, chose or approved, which stay in use',
      ),
    )
    if (open.some(({ shot }) => shot.panels.length > 0)) plan.keeps.push('Every version that there is')
    plan.tasks += open.length
  }
  if (steps.includes('assemble')) plan.makes.push('The storyboard PDF, the shot list and the animatic')
  return plan
}
