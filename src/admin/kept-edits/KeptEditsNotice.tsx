'use client'

import { useState } from 'react'
import { formatAgo } from '../lib/format'

interface Props {
  changes: Array<{ path: string; label: string; text: string }>
  /** ISO. */
  keptAt: string
  isOutdated: boolean
  canPutBack: boolean
  onPutBack: () => void
  onDiscard: () => void
}

/** Shows what was typed and not saved, field by field, to be put back, copied or discarded. */
export function KeptEditsNotice({ changes, keptAt, isOutdated, canPutBack, onPutBack, onDiscard }: Props) {
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    const text = changes.map(({ label, text }) => `${label}:\n${text}`).join('\n\n')
    // Not there without https; the words stand below, to be copied by hand.
    await navigator.clipboard?.writeText(text).then(
      () => setIsCopied(true),
      () => undefined,
    )
  }
  return (
    <section className="sr-kept" aria-label="Not saved">
      <p>
        <strong>What you typed here {formatAgo(keptAt, Date.now())} was not saved.</strong> It is kept in this
        browser. {isOutdated && 'Somebody has saved other changes since. '}
        {!canPutBack && 'You can put it back when you may edit here again; you can copy it now.'}
      </p>
      <dl className="sr-kept__changes">
        {changes.map(({ path, label, text }) => (
          <div key={path}>
            <dt>{label}</dt>
            <dd>{text || <em>changed</em>}</dd>
          </div>
        ))}
      </dl>
      <div className="sr-kept__actions">
        {canPutBack && (
          <button type="button" className="sr-button sr-button--primary" onClick={onPutBack}>
            Put it back
          </button>
        )}
        <button type="button" className="sr-button" onClick={copy}>
          {isCopied ? 'Copied' : 'Copy'}
        </button>
        <button type="button" className="sr-button" onClick={onDiscard}>
          Discard it
        </button>
      </div>
    </section>
  )
}
