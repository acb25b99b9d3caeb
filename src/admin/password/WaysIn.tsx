'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { CurrentPassword } from './CurrentPassword'
import { NoPassword } from './NoPassword'

/** Stands below the address of a user: what has to be said, or asked, of the ways by which they sign in. */
export function WaysIn() {
  return useDocumentInfo().id === undefined ? <NoPassword /> : <CurrentPassword />
}
