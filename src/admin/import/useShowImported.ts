'use client'

import { useRouter } from 'next/navigation'
import { useAdminPath } from '../lib/useAdminPath'

/** Leads from an import, wherever it was asked for, to the script room, which says what was read. */
export function useShowImported(): (episodeId: string) => void {
  const router = useRouter()
  const adminPath = useAdminPath()
  return (episodeId) => router.push(adminPath(`/collections/episodes/${episodeId}/script?imported=1`))
}
