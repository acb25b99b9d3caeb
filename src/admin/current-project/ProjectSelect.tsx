'use client'

import { useEffect, useId, useState } from 'react'
import type { ProjectSwitch } from '@/database/services/StudioService'
import { useIsAlive } from '../ui/useIsAlive'
import { useChooseProject } from './useChooseProject'
import '../ui/ui.css'
import './current-project.css'

/** The project that lists are narrowed to: shows it, changes it, and leaves it. */
export function ProjectSelect({
  offer: { choices, currentId },
  isInline = false,
}: {
  offer: ProjectSwitch
  /** In one row, with a button of its own that leads back to all projects. */
  isInline?: boolean
}) {
  const id = useId()
  const isAlive = useIsAlive()
  const { isChoosing, choose } = useChooseProject()
  const [chosen, setChosen] = useState(currentId)
  // Chosen elsewhere: there is one in the navigation, and one above a list.
  useEffect(() => setChosen(currentId), [currentId])

  const change = async (next: string | null) => {
    setChosen(next)
    if (!(await choose(next))) setChosen(chosen)
  }
  const names = [
    'sr-project-select',
    isInline && 'sr-project-select--inline',
    chosen && 'sr-project-select--narrowed',
  ]
  return (
    <div className={names.filter(Boolean).join(' ')}>
      <label htmlFor={id}>Project</label>
      <select
        id={id}
        value={chosen ?? ''}
        disabled={isChoosing || !isAlive}
        onChange={({ currentTarget }) => void change(currentTarget.value || null)}
      >
        <option value="">All projects</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
      {isInline && chosen && (
        <button
          type="button"
          className="sr-link-button"
          disabled={isChoosing || !isAlive}
          onClick={() => void change(null)}
        >
          Show all projects
        </button>
      )}
    </div>
  )
}
