'use client'

import { useState } from 'react'
import type { DraftScene } from '@/contracts'
import { plural } from '../lib/format'
import { numbersOf } from './words'

/** Scenes one after the other that are as they were: a line, or their headings. */
export function UnchangedRun({ scenes }: { scenes: DraftScene[] }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className="sr-unchanged">
      <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen((value) => !value)}>
        {plural(scenes.length, 'scene')} unchanged
      </button>
      {isOpen && (
        <ul>
          {scenes.map((scene) => (
            <li key={scene.key}>
              <span>{numbersOf(scene)}</span> {scene.new?.heading ?? scene.old?.heading}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
