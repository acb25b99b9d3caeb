'use client'

import { Fragment, useMemo, useState } from 'react'
import type { MovedWords, WordChange } from '@/contracts'
import { plural } from '../lib/format'
import { foldSame, type ShownWords } from './foldSame'
import { withWays } from './withWays'

interface Props {
  words: WordChange[]
  side: 'old' | 'new'
  /** Nothing folded. */
  isOpen: boolean
  onOpen: () => void
}

const HIDDEN = { old: 'added', new: 'removed' } as const

/**
 * One side of a changed text: what it lost or gained is marked, what is only in another scene now as that, and long
 * stretches that are the same are folded.
 */
export function WordText({ words, side, isOpen, onOpen }: Props) {
  const shown = useMemo(() => {
    const all: ShownWords[] = isOpen ? words : foldSame(words)
    return withWays(all.filter((word) => (word.kind === 'folded' ? word.of : word.kind) !== HIDDEN[side]))
  }, [words, side, isOpen])
  return (
    <div className={`sr-words sr-words--${side}`}>
      {shown.map(({ word, way }, index) => (
        // Words are known by their place alone.
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Fragment key={index}>
          {way && <span className="sr-words__way">{wayOf(way, side)}</span>}
          <Words word={word} onOpen={onOpen} />
        </Fragment>
      ))}
    </div>
  )
}

/** `Moved to scene 5, INT. CELLAR - NIGHT` */
const wayOf = ({ sceneNumber, heading }: MovedWords, side: 'old' | 'new'): string =>
  side === 'old'
    ? `Moved to scene ${sceneNumber}, ${heading}`
    : `Moved here from scene ${sceneNumber}, ${heading}`

function Words({ word, onOpen }: { word: ShownWords; onOpen: () => void }) {
  if (word.kind === 'folded')
    return (
      <button type="button" className="sr-words__fold" onClick={onOpen}>
        {plural(word.lines, word.isMore ? 'more line' : 'line')} {word.moved ? 'moved' : 'the same'}
      </button>
    )
  if (word.moved) return <span className="sr-words__moved">{word.text}</span>
  if (word.kind === 'removed') return <del className="sr-words__removed">{word.text}</del>
  if (word.kind === 'added') return <ins className="sr-words__added">{word.text}</ins>
  return <span>{word.text}</span>
}

const CLIPPED_LINES = 14

/** A text that is only on one side. */
export function WholeText({ text, kind }: { text: string; kind: 'added' | 'removed' }) {
  const [isOpen, setIsOpen] = useState(false)
  const lines = text.split('\n')
  const isClipped = !isOpen && lines.length > CLIPPED_LINES + 4
  const shown = isClipped ? lines.slice(0, CLIPPED_LINES).join('\n') : text
  return (
    <div className={`sr-words sr-words--${kind}${kind === 'added' ? ' sr-words--new' : ''}`}>
      {kind === 'added' ? (
        <ins className="sr-words__whole">{shown}</ins>
      ) : (
        <del className="sr-words__whole">{shown}</del>
      )}
      {isClipped && (
        <button type="button" className="sr-words__fold" onClick={() => setIsOpen(true)}>
          {plural(lines.length - CLIPPED_LINES, 'more line')}
        </button>
      )}
    </div>
  )
}
