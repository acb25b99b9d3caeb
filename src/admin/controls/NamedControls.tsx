'use client'

import { type ReactNode, useEffect } from 'react'
import { nameControls } from './nameControls'

/** A list is the main thing of its page as well, and Payload does not say so. */
function markMain(): void {
  const list = document.querySelector('.collection-list')
  if (list && !document.querySelector('main, [role="main"]')) list.setAttribute('role', 'main')
}

/** Around the whole panel: gives Payload's controls the names that they lack, whenever some have come. */
export function NamedControls({ children }: { children: ReactNode }) {
  useEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      nameControls(document)
      markMain()
    }
    const soon = () => {
      frame ||= requestAnimationFrame(look)
    }
    const observer = new MutationObserver((changes) => {
      if (changes.some(({ addedNodes }) => addedNodes.length > 0)) soon()
    })
    observer.observe(document.body, { childList: true, subtree: true })
    soon()
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [])
  return children
}
