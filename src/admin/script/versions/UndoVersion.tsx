'use client'

import { toast } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { readDraft, undoDraft } from '../../draft/draftApi'
import { messageOf } from '../../lib/api'

/** Takes back the draft that made a version, where that still can be done. */
export function UndoVersion({
  draftId,
  version,
  onUndone,
}: {
  draftId: string
  version: number
  onUndone: () => void
}) {
  const [canUndo, setCanUndo] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  useEffect(() => {
    let isCurrent = true
    readDraft(draftId).then(
      (draft) => isCurrent && setCanUndo(draft.canUndo),
      // A draft that is gone cannot be undone: there is no button, and nothing else to say.
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [draftId])
  if (!canUndo) return null
  return (
    <button
      type="button"
      className="sr-button"
      disabled={isBusy}
      onClick={async () => {
        setIsBusy(true)
        try {
          const { warnings } = await undoDraft(draftId)
          toast.success(
            [`Version ${version} was undone.`, ...warnings.map(({ message }) => message)].join(' '),
          )
          onUndone()
        } catch (error) {
          toast.error(messageOf(error))
          setIsBusy(false)
        }
      }}
    >
      {isBusy ? 'Undoing…' : 'Undo this draft'}
    </button>
  )
}
