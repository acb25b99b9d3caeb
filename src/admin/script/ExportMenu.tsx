'use client'

import { useEffect, useId, useRef, useState } from 'react'

const ENTRIES = [
  { label: 'Fountain', query: 'format=fountain' },
  { label: 'Final Draft (FDX)', query: 'format=fdx' },
  { label: 'PDF, A4', query: 'format=pdf&paper=a4' },
  { label: 'PDF, US Letter', query: 'format=pdf&paper=letter' },
  { label: 'Plain text', query: 'format=txt' },
]

/** The script as a file, in the formats that others open. */
export function ExportMenu({ episodeId }: { episodeId: string }) {
  const [isOpen, setIsOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()

  useEffect(() => {
    if (!isOpen) return
    box.current?.querySelector('a')?.focus()
    const onPointer = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setIsOpen(false)
    }
    document.addEventListener('pointerdown', onPointer)
    return () => document.removeEventListener('pointerdown', onPointer)
  }, [isOpen])

  const close = () => {
    setIsOpen(false)
    button.current?.focus()
  }
  const move = (by: number) => {
    const links = [...(box.current?.querySelectorAll('a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    links[(at + by + links.length) % links.length]?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the menu within
    <div
      className="sr-menu"
      ref={box}
      onKeyDown={(event) => {
        if (!isOpen) return
        if (event.key === 'Escape') close()
        else if (event.key === 'ArrowDown') move(1)
        else if (event.key === 'ArrowUp') move(-1)
        else return
        event.preventDefault()
      }}
    >
      <button
        ref={button}
        type="button"
        className="sr-button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen((value) => !value)}
      >
        Export
      </button>
      {isOpen && (
        <div className="sr-menu__list" role="menu" id={id} aria-label="Export the script">
          {ENTRIES.map(({ label, query }) => (
            <a
              key={query}
              role="menuitem"
              href={`/api/v1/episodes/${episodeId}/script?${query}`}
              download
              onClick={() => setIsOpen(false)}
            >
              {label}
            </a>
          ))}
        </div>
      )}
    </div>
  )
}
