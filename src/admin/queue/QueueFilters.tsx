'use client'

import type { ProjectSwitch } from '@/database/services/StudioService'
import { ProjectSelect } from '../current-project/ProjectSelect'

/** What the queue may be narrowed to. */
export interface QueueOffer {
  /** Null where there is nothing to choose. */
  projects: ProjectSwitch | null
  /** Those of the current project, in order. */
  episodes: Array<{ id: string; label: string }>
}

/** Narrows the queue to the project that all lists are narrowed to, and to one of its episodes. */
export function QueueFilters({
  offer: { projects, episodes },
  episodeId,
  onEpisode,
}: {
  offer: QueueOffer
  episodeId: string | null
  onEpisode: (id: string | null) => void
}) {
  if (!projects) return null
  return (
    <div className="sr-queue__filters">
      <ProjectSelect offer={projects} isInline />
      {episodes.length > 1 && (
        <label>
          Episode
          <select
            value={episodeId ?? ''}
            onChange={({ currentTarget }) => onEpisode(currentTarget.value || null)}
          >
            <option value="">All episodes</option>
            {episodes.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}
