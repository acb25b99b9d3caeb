'use client'

import { useEffect, useId, useRef, useState } from 'react'
import type { BreakdownScene } from '@/screenplay'
import { Dialog } from '../../ui/Dialog'
import { formatEighths } from '../counts'

const SHOWN = 200

/** Finds a scene by number or by words of its heading. Arrow keys choose, Enter goes there. */
export function GoToScene({
  scenes,
  onGo,
  onClose,
}: {
  scenes: BreakdownScene[]
  /** With the line of its heading. */
  onGo: (line: number) => void
  onClose: () => void
}) {
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  // After the dialog gave the focus to its first button.
  useEffect(() => field.current?.focus(), [])
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found = scenes
    .filter((scene) => {
      const text = `${scene.sceneNumber} ${scene.heading}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    .slice(0, SHOWN)
  const chosen = Math.min(active, found.length - 1)
  const go = (scene: BreakdownScene | undefined) => scene && onGo(scene.range.start)
  const move = (to: number) => {
    setActive(to)
    document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <Dialog title="Go to scene" onClose={onClose}>
      <div className="sr-goto">
        <input
          type="search"
          role="combobox"
          aria-label="Scene number or words of its heading"
          aria-expanded={true}
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
          placeholder="Number or words of the heading"
          ref={field}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            setActive(0)
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') move(Math.min(chosen + 1, found.length - 1))
            else if (event.key === 'ArrowUp') move(Math.max(chosen - 1, 0))
            else if (event.key === 'Enter') go(found[chosen])
            else return
            event.preventDefault()
          }}
        />
        <div className="sr-goto__list" id={`${id}-list`} role="listbox" aria-label="Scenes">
          {found.map((scene, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken by the field above
            <div
              key={scene.sceneNumber}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              onClick={() => go(scene)}
            >
              <strong>{scene.sceneNumber}</strong>
              <span>{scene.heading}</span>
              <span className="sr-muted">{formatEighths(scene.pageEighths)}</span>
            </div>
          ))}
          {found.length === 0 && <p className="sr-muted">No scene like that.</p>}
        </div>
      </div>
    </Dialog>
  )
}
