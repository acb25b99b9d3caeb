'use client'

import type { RenamedLocation } from '@/contracts'

export const locationKey = ({ old, new: next }: RenamedLocation): string => `${old.id}\n${next}`

/** Places that seem to have a new name: only a person can say. */
export function LocationQuestions({
  locations,
  same,
  onChange,
}: {
  locations: RenamedLocation[]
  /** By {@link locationKey}. */
  same: ReadonlySet<string>
  onChange: (same: Set<string>) => void
}) {
  if (locations.length === 0) return null
  return (
    <fieldset className="sr-places">
      <legend>Places with another name</legend>
      {locations.map((location) => {
        const key = locationKey(location)
        return (
          <label key={key}>
            <input
              type="checkbox"
              checked={same.has(key)}
              onChange={() => {
                const next = new Set(same)
                if (!next.delete(key)) next.add(key)
                onChange(next)
              }}
            />
            <span>
              {location.question} <span className="sr-muted">Tick it and the place keeps what it has.</span>
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
