'use client'

import { useConfig } from '@payloadcms/ui'
import { useCallback } from 'react'

/** Makes paths under wherever the admin panel is mounted: `path('/queue')` → `/admin/queue`. */
export function useAdminPath(): (path: string) => string {
  const { config } = useConfig()
  const base = config.routes.admin === '/' ? '' : config.routes.admin
  return useCallback((path: string) => `${base}${path}`, [base])
}
