'use client'

import { useCallback, useRef, useState } from 'react'
import type { AppliedDraft, ScriptDraft } from '@/contracts'
import { plural } from '../lib/format'
import { Dialog } from '../ui/Dialog'
import { AppliedNote } from './AppliedNote'
import { ChangeList } from './ChangeList'
import { DraftFooter } from './DraftFooter'
import { readDraftScene } from './draftApi'
import { FilterBar } from './FilterBar'
import { knownAmong, likelyOf, NameQuestions, pairsOf } from './NameQuestions'
import type { SceneFilter } from './runs'
import { useChoice } from './useChoice'
import { useDraftSteps } from './useDraftSteps'
import { useRowKeys } from './useRowKeys'
import { costOf, summaryOf } from './words'
import './draft.css'

interface Props {
  title: string
  draft: ScriptDraft
  /** Stays after applying and says what happened, with a way back. @default closes: the caller says it */
  staysOpen?: boolean
  /** Makes the difference again where the episode has changed since. */
  onRepeat?: () => void
  onApplied: (applied: AppliedDraft) => void
  onUndone?: () => void
  onClose: () => void
}

const nothing = () => undefined

/** A changed script before it is one: every scene that differs, what it costs, and which of it is wanted. */
export function DraftDialog(props: Props) {
  const { title, draft, staysOpen = false, onRepeat, onApplied, onUndone, onClose } = props
  const [filter, setFilter] = useState<SceneFilter>('all')
  const [samePlaces, setSamePlaces] = useState<Set<string>>(new Set())
  const [samePeople, setSamePeople] = useState(() => likelyOf(draft.characters))
  const list = useRef<HTMLDivElement>(null)
  const choice = useChoice(draft)
  const { accepted, choosable } = choice
  const { step, problem, isOutdated, apply, undo, discard } = useDraftSteps(draft, onApplied)

  const id = draft.id ?? ''
  const load = useCallback((key: string) => readDraftScene(id, key), [id])
  const isChoosing = step.name === 'choosing' || step.name === 'applying'
  useRowKeys(list, {
    onToggle: isChoosing ? choice.toggle : nothing,
    onToggleAll: isChoosing ? choice.toggleAll : nothing,
  })
  const isBusy = step.name === 'applying' || step.name === 'undoing'
  const close = () => {
    if (isBusy) return
    discard()
    if (step.name === 'undone') onUndone?.()
    onClose()
  }
  const chosen = draft.scenes.filter(({ key }) => accepted.has(key))

  return (
    <Dialog
      title={title}
      size="large"
      onClose={close}
      footer={
        isChoosing ? (
          <DraftFooter
            count={choice.count}
            total={choice.total}
            isAll={choice.isAll}
            isApplying={step.name === 'applying'}
            isOutdated={isOutdated}
            cost={costOf(chosen)}
            problem={problem}
            onToggleAll={choice.toggleAll}
            onRepeat={onRepeat}
            onClose={close}
            onApply={() =>
              void apply({
                ...(choice.isWhole ? {} : { scenes: [...accepted] }),
                sameLocations: pairsOf(draft.locations, samePlaces),
                sameCharacters: pairsOf(draft.characters, samePeople),
              })
            }
          />
        ) : (
          <AppliedNote
            step={step}
            problem={problem}
            onUndo={(applied, keepChanged) => void undo(applied, keepChanged)}
            onClose={close}
            isShort={!staysOpen}
          />
        )
      }
    >
      <div className="sr-draft" ref={list} data-step={step.name}>
        <p className="sr-draft__summary" role="status">
          <strong>{summaryOf(draft.counts)}</strong>
          {draft.front && ' The title page differs.'}
        </p>
        {choosable.length > 1 && (
          <div className="sr-draft__tools">
            <FilterBar
              scenes={draft.scenes}
              counts={draft.counts}
              total={choice.total}
              filter={filter}
              onFilter={setFilter}
            />
            <p className="sr-muted sr-draft__keys">
              <kbd>J</kbd> <kbd>K</kbd> next, previous · <kbd>Space</kbd> accept or not · <kbd>A</kbd> all or
              none
            </p>
          </div>
        )}
        {draft.warnings.length > 0 && (
          <details className="sr-draft__warnings">
            <summary>{plural(draft.warnings.length, 'remark')} about the new text</summary>
            <ul>
              {draft.warnings.map(({ line, message }) => (
                <li key={`${line}${message}`}>{line ? `Line ${line}: ${message}` : message}</li>
              ))}
            </ul>
          </details>
        )}
        {isChoosing && (
          <>
            <NameQuestions
              legend="People with another name"
              note="Ticked, it is one person: looks, voice and recordings stay, and the old name still finds them. Unticked, somebody new is made. It is ticked already where one name goes and one comes with the same lines."
              questions={knownAmong(draft.characters, false)}
              same={samePeople}
              onChange={setSamePeople}
            />
            <NameQuestions
              legend="People with an earlier name"
              note="It is the same person in any case. Ticked, lists and captions show the name of this script again, and the present one still finds them."
              questions={knownAmong(draft.characters, true)}
              same={samePeople}
              onChange={setSamePeople}
            />
            <NameQuestions
              legend="Places with another name"
              note="Tick it and the place keeps what it has. Else a new one is made."
              questions={draft.locations}
              same={samePlaces}
              onChange={setSamePlaces}
            />
          </>
        )}
        <ChangeList
          front={draft.front}
          scenes={draft.scenes}
          filter={filter}
          accepted={accepted}
          isSettled={!isChoosing}
          isUndone={step.name === 'undone'}
          load={id ? load : null}
          onToggle={choice.toggle}
        />
      </div>
    </Dialog>
  )
}
