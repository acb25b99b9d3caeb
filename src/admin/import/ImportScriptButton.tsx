'use client'

import { useState } from 'react'
import { createPortal } from 'react-dom'
import { ImportDialog } from './ImportDialog'
import { useShowImported } from './useShowImported'
import type { IntoProject } from './WhereTo'

/** Imports a script into the project, or the episode, that one is looking at. */
export function ImportScriptButton({
  into,
  target,
}: {
  /** One of them. */
  into?: IntoProject
  target?: { projectId: string; episodeId: string }
}) {
  const [isOpen, setIsOpen] = useState(false)
  const showImported = useShowImported()
  const close = () => setIsOpen(false)
  return (
    <>
      <button type="button" className="sr-button" onClick={() => setIsOpen(true)}>
        Import script
      </button>
      {isOpen &&
        // Out of the document's form: there are no forms in forms. React hands a submission up to it all the same, by
        // which the document would be saved.
        createPortal(
          <div onSubmit={(event) => event.stopPropagation()}>
            <ImportDialog
              into={into}
              target={target && { ...target, hasScript: false }}
              onClose={close}
              onImported={showImported}
            />
          </div>,
          document.body,
        )}
    </>
  )
}
