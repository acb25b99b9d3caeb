'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import type { NameMentions } from '@/contracts'
import { callApi } from '../lib/api'
import { RenamedDialog } from './RenamedDialog'

interface Renaming {
  old: string
  new: string
  mentions: NameMentions
}

/**
 * On a character's page: after a new name was saved, asks whether the script is to say it as well. Says nothing where no
 * script says the old one.
 */
export function RenameInScript() {
  const { id, savedDocumentData } = useDocumentInfo()
  const [renaming, setRenaming] = useState<Renaming | null>(null)
  const known = useRef<string | null>(null)
  const name = typeof savedDocumentData?.name === 'string' ? savedDocumentData.name : null

  useEffect(() => {
    const old = known.current
    known.current = name
    if (!id || !name || !old || old === name) return
    const asked = new AbortController()
    const path = `/characters/${encodeURIComponent(String(id))}/mentions?name=${encodeURIComponent(old)}`
    callApi<NameMentions>(path, { signal: asked.signal })
      .then((mentions) => {
        if (mentions.scripts.length + mentions.shots.length > 0) setRenaming({ old, new: name, mentions })
      })
      // The name is saved; what is asked on top of that is not worth an alarm.
      .catch(() => undefined)
    return () => asked.abort()
  }, [id, name])

  if (!renaming || !id) return null
  return <RenamedDialog characterId={String(id)} {...renaming} onClose={() => setRenaming(null)} />
}
