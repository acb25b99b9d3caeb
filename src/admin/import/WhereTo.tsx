import { useId } from 'react'

export interface IntoProject {
  id: string
  title: string
  /** Those without a script, in order. */
  emptyEpisodes: Array<{ id: string; label: string }>
}

/** Says into which project a script goes, and lets an episode be chosen that waits for one. */
export function WhereTo({
  into: { title, emptyEpisodes },
  episodeId,
  onEpisode,
}: {
  into: IntoProject
  /** Null: a new one. */
  episodeId: string | null
  onEpisode: (id: string | null) => void
}) {
  const id = useId()
  const isNew = episodeId === null
  return (
    <>
      <p>
        Into <strong>{title}</strong>:{' '}
        {isNew ? 'its scenes become a new episode.' : 'its scenes become those of the episode.'}
      </p>
      {emptyEpisodes.length > 0 && (
        <label htmlFor={id}>
          Episode
          <select
            id={id}
            value={episodeId ?? ''}
            onChange={({ currentTarget }) => onEpisode(currentTarget.value || null)}
          >
            {emptyEpisodes.map((episode) => (
              <option key={episode.id} value={episode.id}>
                {episode.label} (no script yet)
              </option>
            ))}
            <option value="">New episode</option>
          </select>
        </label>
      )}
    </>
  )
}
