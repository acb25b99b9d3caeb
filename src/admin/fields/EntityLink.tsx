'use client'

import { FieldLabel, fieldBaseClass, Link, useFormFields } from '@payloadcms/ui'
import { useAdminPath } from '../lib/useAdminPath'
import { shown } from './shown'
import './fields.css'

/** What an event is about, as a link. The document may be gone: the record outlives it. */
export function EntityLink() {
  const adminPath = useAdminPath()
  const collection = useFormFields(([fields]) => fields?.entityCollection?.value)
  const id = useFormFields(([fields]) => fields?.entityId?.value)
  const action = useFormFields(([fields]) => fields?.action?.value)
  if (!collection || !id) return null
  return (
    <div className={`${fieldBaseClass} sr-shown`}>
      <FieldLabel label="About" path="about" />
      <output>
        {action === 'deleted' ? (
          <>{shown(collection, 'words')}, deleted since</>
        ) : (
          <Link href={adminPath(`/collections/${collection}/${id}`)}>
            Open it in {shown(collection, 'words')}
          </Link>
        )}
      </output>
    </div>
  )
}
