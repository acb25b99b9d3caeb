import {
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

/** What a run with `mode: 'all'` would do to what is on the board. Pure. */
export function planRedo(
  board: EpisodeBoard,
  { steps = PIPELINE_ORDER, sceneIds, shotIds }: Pick<StartRunArgs, 'steps' | 'sceneIds' | 'shotIds'>,
): RedoPlan {
  const scenes = board.scenes.filter(({ id }) => !sceneIds || sceneIds.includes(id))
  const shots = scenes.flatMap((scene) =>
    scene.shots
      .filter(({ id }) => !shotIds || shotIds.includes(id))
      .map((shot): PlacedShot => ({ shot, name: `scene ${scene.sceneNumber}, shot ${shot.shotNumber}` })),
  )
  const locked = shots.filter(({ shot }) => hasStatus(shot, 'locked'))
  const open = shots.filter(({ shot }) => !hasStatus(shot, 'locked'))
  const spoken = scenes.filter(({ lines }) => lines.length > 0)
  const lines = spoken.reduce((sum, scene) => sum + scene.lines.length, 0)
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
  if (steps.includes('speak-dialogue') && lines > 0) {
    plan.makes.push(`${counted(lines, 'recording')} of dialogue`)
    plan.tasks += spoken.length
  }
  if (steps.includes('suggest-shots')) {
    plan.makes.push(`The shots of ${counted(scenes.length, 'scene')}`)
    const human = shots.filter(({ shot }) => shot.origin === 'human')
    plan.keeps.push(...named(human, 'shot that people made or changed', 'shots that people made or changed'))
    plan.removes.push(
      'Shots that are not suggested again go into the trash, unless people made them or approved or locked their panels',
    )
    plan.tasks += scenes.length
  }
  if (steps.includes('draw-panel')) {
    plan.isEstimate = steps.includes('suggest-shots')
    const panels = counted(open.length, 'panel')
    plan.makes.push(open.length === 1 ? `${panels}, as a new version` : `${panels}, each as a new version`)
    plan.keeps.push(...named(locked, 'locked panel', 'locked panels'))
    const approved = open.filter(({ shot }) => hasStatus(shot, 'approved'))
    plan.keeps.push(
      ...named(
        approved,
        'approved panel, which stays the one that is shown',
        'approved panels, which stay the ones that are shown',
      ),
    )
    if (open.some(({ shot }) => shot.panels.length > 0)) plan.keeps.push('Every version that there is')
    plan.tasks += open.length
  }
  if (steps.includes('assemble')) plan.makes.push('The storyboard PDF, the shot list and the animatic')
  return plan
}
