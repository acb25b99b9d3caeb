'use client'

import { memo } from 'react'
import type { DraftScene } from '@/contracts'
import { Badge } from '../ui/Badge'
import { type LoadScene, SceneTexts } from './SceneTexts'
import { isBarred, isCostly, numbersOf, STATUS_TONES, STATUS_WORDS } from './words'

interface Props {
  scene: DraftScene
  /** Null where nothing is chosen, as in a comparison of versions. */
  isAccepted: boolean | null
  /** It was decided: nothing to tick any more. */
  isSettled: boolean
  /** What was accepted has been taken back. */
  isUndone?: boolean
  /** Where it moved, and what goes with it, in words; empty where nothing is to say. */
  about: string
  load: LoadScene | null
  onToggle: (key: string) => void
}

/** One scene that differs: what happened to it, both texts, and what accepting it means. */
export const SceneRow = memo(function SceneRow({
  scene,
  isAccepted,
  isSettled,
  isUndone,
  about,
  load,
  onToggle,
}: Props) {
  const { key, status, flags, effects, old, new: next } = scene
  const heading = (next ?? old)?.heading ?? ''
  const barred = isBarred(effects)
  const also = [
    flags.isMoved && status !== 'moved' && 'moved',
    flags.isRenumbered && status !== 'renumbered' && status !== 'moved' && 'renumbered',
    flags.isOnlyMarginal && 'notes and layout only',
  ].filter(Boolean)
  return (
    <article
      className="sr-change"
      data-key={key}
      data-status={status}
      data-accepted={isAccepted ?? undefined}
      tabIndex={-1}
      aria-label={`${STATUS_WORDS[status]}: scene ${numbersOf(scene)}, ${heading}`}
    >
      <header className="sr-change__head">
        {isAccepted !== null && !isSettled && (
          <input
            type="checkbox"
            checked={isAccepted}
            disabled={barred}
            aria-label={`Accept: ${STATUS_WORDS[status].toLowerCase()} scene ${numbersOf(scene)}`}
            onChange={() => onToggle(key)}
          />
        )}
        <span className="sr-change__number">{numbersOf(scene)}</span>
        <h3>
          {old && next && old.heading !== next.heading && (
            <>
              <del className="sr-change__was">{old.heading}</del>{' '}
            </>
          )}
          {heading}
        </h3>
        {isSettled && isAccepted === false && <span className="sr-muted">Not applied</span>}
        {isUndone && isAccepted && <span className="sr-muted">Undone</span>}
        {also.map((word) => (
          <span key={String(word)} className="sr-muted">
            {word}
          </span>
        ))}
        <Badge tone={STATUS_TONES[status]}>{STATUS_WORDS[status]}</Badge>
      </header>
      {(effects.messages.length > 0 || about) && (
        <ul className="sr-change__effects" data-costly={isCostly(effects) || undefined}>
          {effects.messages.map((message) => (
            <li key={message}>{message}</li>
          ))}
          {about && <li>{about}</li>}
        </ul>
      )}
      <SceneTexts scene={scene} load={load} />
    </article>
  )
})
