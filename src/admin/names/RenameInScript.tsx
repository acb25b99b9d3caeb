'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FormerName } from '@/contracts'
import { callApi } from '../lib/api'
import { RenamedDialog } from './RenamedDialog'
import { isAskedAbout, whereStillSaid } from './stillSaid'
import './names.css'

/**
 * On a character's page: after a new name was saved, asks whether the script is to say it as well; and says so, with the
 * way to that question, as long as something goes on saying an old one. Says nothing where nothing does.
 */
export function RenameInScript() {
  const { id, savedDocumentData, hasSavePermission } = useDocumentInfo()
  const [former, setFormer] = useState<FormerName[]>([])
  const [asked, setAsked] = useState<string | null>(null)
  const known = useRef<string | null>(null)
  const name = typeof savedDocumentData?.name === 'string' ? savedDocumentData.name : null

  const look = useCallback(
    async (signal?: AbortSignal): Promise<FormerName[]> => {
      const path = `/characters/${encodeURIComponent(String(id))}/former-names`
      const { names } = await callApi<{ names: FormerName[] }>(path, { signal })
      const found = names.filter(isAskedAbout)
      setFormer(found)
      return found
    },
    [id],
  )

  useEffect(() => {
    const old = known.current
    known.current = name
    if (!id || !name || !hasSavePermission || old === name) return
    const looking = new AbortController()
    look(looking.signal)
      .then((found) => {
        if (old && found.some((each) => each.name === old)) setAsked(old)
      })
      // The name is saved; what is asked on top of that is not worth an alarm.
      .catch(() => undefined)
    return () => looking.abort()
  }, [id, name, hasSavePermission, look])

  const open = former.find((each) => each.name === asked)
  if (!id || !name || former.length === 0) return null
  return (
    <>
      <section className="sr-former" aria-label="Former names">
        {former.map((each) => (
          <p key={each.name}>
            <span>{whereStillSaid(each)}</span>
            <button type="button" className="sr-button" onClick={() => setAsked(each.name)}>
              {each.mentions.scripts.length > 0 ? 'Rename it there…' : 'Look at them…'}
            </button>
          </p>
        ))}
      </section>
      {open && (
        <RenamedDialog
          characterId={String(id)}
          old={open.name}
          new={name}
          mentions={open.mentions}
          onClose={() => {
            setAsked(null)
            look().catch(() => undefined)
          }}
        />
      )}
    </>
  )
}
