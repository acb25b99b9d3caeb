import type { SceneCoverage } from '@/contracts'
import { groupedBy } from '@/lib/groupedBy'
import { plural } from '../lib/format'

const comes = (count: number) => (count === 1 ? 'comes' : 'come')

const sceneIn = (sceneNumber: string | null): string =>
  sceneNumber === null ? 'a scene that is not in the script any more' : `scene ${sceneNumber}`

/** `2 shots come along to scene 4, 1 shot comes along to scene 5`. */
function inWords(numbers: Array<string | null>, way: 'to' | 'from'): string {
  const parts = [...groupedBy(numbers, (number) => number)].map(([number, { length }]) => {
    return `${plural(length, 'shot')} ${comes(length)} along ${way} ${sceneIn(number)}`
  })
  return parts.join(', ')
}

/** `3 shots come along to scene 4 with Update all: their words are there now.`: what happens to a scene's shots; may be none. */
export function comingAlong({
  shotsLeaving,
  shotsComing,
}: {
  shotsLeaving: ReadonlyArray<Pick<SceneCoverage['shotsLeaving'][number], 'sceneNumber'>>
  shotsComing: ReadonlyArray<Pick<SceneCoverage['shotsComing'][number], 'sceneNumber'>>
}): string[] {
  const leaving = shotsLeaving.map(({ sceneNumber }) => sceneNumber)
  const coming = shotsComing.map(({ sceneNumber }) => sceneNumber)
  const whose = (numbers: unknown[]) => (numbers.length === 1 ? 'its' : 'their')
  return [
    ...(leaving.length > 0
      ? [`${inWords(leaving, 'to')} with Update all: ${whose(leaving)} words are there now.`]
      : []),
    ...(coming.length > 0
      ? [`${inWords(coming, 'from')} with Update all: ${whose(coming)} words are here now.`]
      : []),
  ]
}

/** Of a whole board; empty where no shot moves. */
export const comingAlongSummary = (count: number): string =>
  count === 0
    ? ''
    : `${plural(count, 'shot')} ${comes(count)} along into another scene with Update all, where ${count === 1 ? 'its' : 'their'} words are now; panels and approvals come with ${count === 1 ? 'it' : 'them'}.`
