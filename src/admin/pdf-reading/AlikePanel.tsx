'use client'

import { LINE_KIND_LABELS } from '@/script-files/printed/kinds'
import { LIKENESSES, type Likeness } from '@/script-files/printed/likeness'
import { plural } from '../lib/format'
import { type ReadingState, reachOf, ruleForCurrent } from './readingState'

const LABELS: Record<Likeness, string> = {
  words: 'with the same words, whatever the number',
  place: 'that begin at the same place and were read alike',
  capitals: 'that stand alone in capitals at the same place',
}

/** Asks which lines are like the current one, with how many there are of each. */
export function AlikePanel({ state, onPick }: { state: ReadingState; onPick: (likeness: Likeness) => void }) {
  const kind = state.lines[state.current]?.kind ?? 'action'
  return (
    <fieldset className="sr-reading__alike" aria-label="All like this">
      <strong>Make “{LINE_KIND_LABELS[kind].toLowerCase()}” of all lines</strong>
      {LIKENESSES.map((likeness, index) => {
        const rule = ruleForCurrent(state, likeness)
        if (!rule) return null
        return (
          <button key={likeness} type="button" className="sr-button" onClick={() => onPick(likeness)}>
            {LABELS[likeness]} · {plural(reachOf(state, rule), 'line')} <kbd>{index + 1}</kbd>
          </button>
        )
      })}
      <span className="sr-muted">
        <kbd>Esc</kbd> none
      </span>
    </fieldset>
  )
}
