import type { BoardScene, BoardShot } from '@/contracts'
import { together } from '@/lib/together'
import { cueName } from '@/screenplay'
import { overCutRemark, soundOverCuts } from './soundWarnings'

/** What of a shot is not on its page; empty for nothing. */
export function pageRemark({ id, characters }: BoardShot, { coverage }: BoardScene): string {
  const gone = coverage.shotsWithWordsGone.find(({ shotId }) => shotId === id)
  const strangers = coverage.shotsWithPeopleGone.find(({ shotId }) => shotId === id)?.characterIds ?? []
  const names = characters.flatMap((each) => (strangers.includes(each.id) ? cueName(each.name) : []))
  return [
    ...(gone ? [gone.isSaidStill ? 'Its paragraph changed' : 'Not in the script any more'] : []),
    ...(names.length > 0 ? [`Shows ${together(names)}, not in this scene`] : []),
  ].join('; ')
}

/** That what is heard in a shot does not fit into its time; empty where it does. */
export function soundRemark({ id }: BoardShot, scene: BoardScene): string {
  const over = soundOverCuts(scene).find(({ shot }) => shot.id === id)
  return over ? overCutRemark(over) : ''
}
