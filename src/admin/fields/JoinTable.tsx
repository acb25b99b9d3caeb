'use client'

import { JoinField, useAuth, useDocumentInfo } from '@payloadcms/ui'
import type { JoinFieldClientProps } from 'payload'

/**
 * Payload's table of what belongs to a document, which offers “Add new” to those alone who may change the document and
 * make its parts. Payload asks neither where the parts are of one kind: `AddNewButton` of @payloadcms/ui.
 */
export function JoinTable(props: JoinFieldClientProps) {
  const { field } = props
  const { permissions } = useAuth()
  const { hasSavePermission } = useDocumentInfo()
  const made = [field.collection].flat()
  const mayCreate = made.some((slug) => permissions?.collections?.[slug]?.create)
  if (hasSavePermission && mayCreate) return <JoinField {...props} />
  const admin = { ...field.admin, allowCreate: false } as typeof field.admin
  return <JoinField {...props} field={{ ...field, admin }} />
}
