'use client'

import type { KeyboardEvent } from 'react'
import { LIKENESSES, type Likeness } from '@/script-files/printed/likeness'
import { kindOfKey } from './KindButtons'
import type { ReadingAction } from './readingState'

interface Keys {
  dispatch: (action: ReadingAction) => void
  /** Confirms the current line as it is. */
  confirm: () => void
  edit: () => void
  /** Asks which lines are like the current one. */
  askAlike: () => void
  isAskingAlike: boolean
  pickAlike: (likeness: Likeness | null) => void
  accept: () => void
}

/** The keys of the confirmation view. Keys with Ctrl or Alt are the browser's, but for undo. */
export function useReadingKeys(keys: Keys) {
  const act = (key: string): boolean => {
    const { dispatch } = keys
    if (keys.isAskingAlike) {
      const likeness = LIKENESSES[Number(key) - 1]
      if (!likeness && key !== 'Escape') return false
      keys.pickAlike(likeness ?? null)
      return true
    }
    const kind = kindOfKey(key)
    if (kind) dispatch({ type: 'kind', kind })
    else if (key === 'ArrowDown' || key === 'j') dispatch({ type: 'step', by: 1 })
    else if (key === 'ArrowUp' || key === 'k') dispatch({ type: 'step', by: -1 })
    else if (key === 'n') dispatch({ type: 'doubt', by: 1 })
    else if (key === 'p') dispatch({ type: 'doubt', by: -1 })
    else if (key === 'PageDown') dispatch({ type: 'page', by: 1 })
    else if (key === 'PageUp') dispatch({ type: 'page', by: -1 })
    else if (key === 'u') dispatch({ type: 'undo' })
    else if (key === 'o') keys.confirm()
    else if (key === 'e') keys.edit()
    else if (key === 'l') keys.askAlike()
    else if (key === 'Enter') keys.accept()
    else return false
    return true
  }
  return (event: KeyboardEvent) => {
    const { target, key } = event
    const isUndo = (event.ctrlKey || event.metaKey) && key.toLowerCase() === 'z'
    if ((event.ctrlKey || event.metaKey || event.altKey) && !isUndo) return
    // A button that has the focus is pressed by its own keys.
    if (target instanceof HTMLButtonElement && (key === 'Enter' || key === ' ')) return
    const name = isUndo ? 'u' : key.length === 1 ? key.toLowerCase() : key
    if (act(name)) event.preventDefault()
  }
}
