'use client'

import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { KeptEditsNotice } from './KeptEditsNotice'
import { useKeptEdits } from './useKeptEdits'
import { labelOf, textOf } from './wordsOf'
import './kept-edits.css'

/** At the top of a document’s form: what was typed there and never saved, and what can be done about it. */
export function KeptEdits() {
  const { collectionSlug } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const { found, isKept, isOutdated, canPutBack, putBack, discard } = useKeptEdits()
  if (!isKept)
    return (
      <p className="sr-kept" role="note">
        This browser keeps nothing of what you type until it is saved: save often.
      </p>
    )
  if (!found || !collectionSlug) return null
  const fields = getEntityConfig({ collectionSlug })?.fields ?? []
  return (
    <KeptEditsNotice
      changes={found.changes.map(({ path, value }) => ({
        path,
        label: labelOf(fields, path),
        text: textOf(value),
      }))}
      keptAt={found.keptAt}
      isOutdated={isOutdated}
      canPutBack={canPutBack}
      onPutBack={putBack}
      onDiscard={discard}
    />
  )
}
