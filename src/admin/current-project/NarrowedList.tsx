'use client'

import { useListDrawerContext, useSelection } from '@payloadcms/ui'
import { useEffect } from 'react'
import type { ProjectSwitch } from '@/database/services/StudioService'
import { ProjectSelect } from './ProjectSelect'

/**
 * Above a list, with the project that it is narrowed to.
 *
 * Payload's “Select all” across pages, and what is done to them then, knows the filters in the address and nothing of
 * `baseFilter`: it would change or delete the documents of every other project as well. In a narrowed list only what is
 * on the page can be selected; the button is hidden by the stylesheet, and so is the one that empties the whole trash.
 */
export function NarrowedList({ offer }: { offer: ProjectSwitch }) {
  const { isInDrawer } = useListDrawerContext()
  const { selectAll, toggleAll } = useSelection()
  const isBeyondPage = !isInDrawer && offer.currentId !== null && selectAll === 'allAvailable'
  useEffect(() => {
    if (isBeyondPage) toggleAll()
  }, [isBeyondPage, toggleAll])
  // A list that is opened over a document is not narrowed.
  if (isInDrawer) return null
  return (
    <div className={`sr-list-project${offer.currentId ? ' sr-list-project--narrowed' : ''}`}>
      <ProjectSelect offer={offer} isInline />
    </div>
  )
}
