'use client'

import { type RefObject, useEffect } from 'react'

interface Acts {
  onToggle: (key: string) => void
  onToggleAll: () => void
}

/** J and K go from row to row, Space accepts or leaves the one, A all or none. */
export function useRowKeys(list: RefObject<HTMLElement | null>, { onToggle, onToggleAll }: Acts): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const box = list.current
      const target = event.target as HTMLElement
      if (!box || event.altKey || event.ctrlKey || event.metaKey) return
      // Where keys have a meaning of their own, they keep it.
      if (target.closest('input:not([type="checkbox"]), select, textarea')) return
      const rows = [...box.querySelectorAll<HTMLElement>('.sr-change')]
      const at = rows.findIndex((row) => row.contains(document.activeElement))
      const key = event.key.toLowerCase()
      if (key === 'j' || key === 'k') {
        const row = rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + (key === 'j' ? 1 : -1)))]
        row?.focus({ preventScroll: true })
        row?.scrollIntoView({ block: row.clientHeight > 400 ? 'start' : 'nearest' })
      } else if (key === 'a') {
        onToggleAll()
      } else if (event.key === ' ' && target.classList.contains('sr-change')) {
        onToggle(target.dataset.key ?? '')
      } else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [list, onToggle, onToggleAll])
}
