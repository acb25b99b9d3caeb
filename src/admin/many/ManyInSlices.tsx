'use client'

import { useConfig } from '@payloadcms/ui'
import { type ReactNode, useEffect } from 'react'
import { inSlices } from './inSlices'

/**
 * What lists do to all that are selected, and “Empty trash”, works whatever their number is. Payload's buttons (DeleteMany,
 * EditMany, RestoreMany, ListEmptyTrashButton) send one request each and let themselves be told of no other way, so it is
 * the page's `fetch` that knows of slices.
 */
export function ManyInSlices({ children }: { children: ReactNode }) {
  const { config } = useConfig()
  const { api } = config.routes

  useEffect(() => {
    const plain = window.fetch
    window.fetch = inSlices(plain.bind(window), { api, origin: window.location.origin })
    return () => {
      window.fetch = plain
    }
  }, [api])

  return children
}
