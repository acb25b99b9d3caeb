'use client'

import { useCallback, useMemo, useState } from 'react'
import type { ScriptDraft } from '@/contracts'
import { changesOf } from './changes'
import { isBarred } from './words'

/** What of a difference is accepted. Begins with everything that can be. */
export function useChoice(draft: ScriptDraft) {
  const { choosable, groups } = useMemo(() => {
    const rows = draft.scenes.filter(({ status }) => status !== 'unchanged')
    const barred = new Set(
      rows.filter(({ effects }) => isBarred(effects)).flatMap(({ key, group }) => [key, ...group]),
    )
    const keys = rows.map(({ key }) => key).filter((key) => !barred.has(key))
    return {
      choosable: draft.front ? [draft.front.key, ...keys] : keys,
      groups: new Map(rows.map(({ key, group }) => [key, group.length > 0 ? group : [key]])),
    }
  }, [draft])
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(() => new Set(choosable))

  const toggle = useCallback(
    (key: string) =>
      setAccepted((before) => {
        if (!choosable.includes(key)) return before
        const next = new Set(before)
        const isOn = before.has(key)
        for (const each of groups.get(key) ?? [key]) {
          if (isOn) next.delete(each)
          else next.add(each)
        }
        return next
      }),
    [choosable, groups],
  )
  const isAll = accepted.size === choosable.length
  const toggleAll = useCallback(
    () => setAccepted((before) => new Set(before.size === choosable.length ? [] : choosable)),
    [choosable],
  )
  const total = changesOf(draft)
  const count = changesOf(draft, (key) => accepted.has(key))
  return {
    accepted,
    choosable,
    /** All that can be. */
    isAll,
    /** Nothing is left out, be it that it cannot be accepted. */
    isWhole: count === total,
    count,
    total,
    toggle,
    toggleAll,
  }
}
