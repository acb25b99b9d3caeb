'use client'

import { toast, useRouteCache, useRouteTransition } from '@payloadcms/ui'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { CURRENT_PROJECT_KEY, type CurrentProjectPreference } from '@/contracts'
import { messageOf } from '../lib/api'
import { useAdminPath } from '../lib/useAdminPath'

/** The pages that show what the current project narrows: lists, their trash, and the queue. */
const LISTS = /^\/(?:queue|collections\/[^/]+(?:\/trash)?)\/?$/

/**
 * Chooses the project that all lists are narrowed to, null for none, and draws the list anew that is open. A form is
 * left as it is: drawn anew it would lose what is typed and not saved.
 */
export function useChooseProject(): { isChoosing: boolean; choose: (id: string | null) => Promise<boolean> } {
  const [isChoosing, setIsChoosing] = useState(false)
  const router = useRouter()
  const pathname = usePathname()
  const searchParams = useSearchParams()
  const adminPath = useAdminPath()
  const { clearRouteCache } = useRouteCache()
  const { startRouteTransition } = useRouteTransition()

  const choose = async (id: string | null) => {
    setIsChoosing(true)
    try {
      await save({ project: id })
    } catch (error) {
      toast.error(messageOf(error))
      return false
    } finally {
      setIsChoosing(false)
    }
    if (LISTS.test(pathname.slice(adminPath('').length))) {
      const params = new URLSearchParams(searchParams.toString())
      // Another project may have fewer pages.
      params.delete('page')
      startRouteTransition(() => router.replace(`${pathname}?${params}`))
      clearRouteCache()
    }
    return true
  }
  return { isChoosing, choose }
}

/** Payload's own hook for preferences does not say when it failed. */
async function save(value: CurrentProjectPreference): Promise<void> {
  const response = await fetch(`/api/payload-preferences/${CURRENT_PROJECT_KEY}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ value }),
  }).catch(() => null)
  if (!response?.ok) throw new Error('The choice could not be saved. Check the connection and try again.')
}
