'use client'

import type { DraftScene, DraftStatus } from '@/contracts'
import { changesIn } from './changes'
import type { SceneFilter } from './runs'
import { isCostly, STATUS_WORDS, STATUSES } from './words'

/** Which scenes the list shows. */
export function FilterBar({
  scenes,
  counts,
  total,
  filter,
  onFilter,
}: {
  scenes: DraftScene[]
  counts: Record<DraftStatus, number>
  /** Changes, as they are counted where they are applied. */
  total: number
  filter: SceneFilter
  onFilter: (filter: SceneFilter) => void
}) {
  const costly = changesIn(scenes.filter(({ effects }) => isCostly(effects)))
  const choices: Array<[SceneFilter, string]> = [
    ['all', `All changes ${total.toLocaleString('en')}`],
    ...STATUSES.filter((status) => counts[status] > 0 && status !== 'unchanged').map(
      (status): [SceneFilter, string] => [status, `${STATUS_WORDS[status]} ${counts[status]}`],
    ),
  ]
  if (costly > 0) choices.push(['costly', `Touches work done ${costly}`])
  return (
    <fieldset className="sr-filter">
      <legend className="sr-visually-hidden">Show changes</legend>
      {choices.map(([value, label]) => (
        <button
          key={value}
          type="button"
          className="sr-filter__choice"
          aria-pressed={filter === value}
          onClick={() => onFilter(value)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  )
}
