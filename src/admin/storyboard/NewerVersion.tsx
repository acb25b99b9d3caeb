'use client'

import type { BoardShot } from '@/contracts'

/** Says that a newer drawing lies beside the one that a person chose, and shows it on request. */
export function NewerVersion({
  shot,
  selectedId,
  onSelect,
}: {
  shot: BoardShot
  selectedId: string | null
  onSelect: (panelId: string) => void
}) {
  const newer = shot.panels.find(({ id }) => id === shot.newerPanelId)
  if (!newer || !shot.panel) return null
  return (
    <p className="sr-detail__newer" role="status">
      <span>
        Version {newer.version} came since and lies beside version {shot.panel.version}, which stays until
        somebody chooses another.
      </span>
      {selectedId !== newer.id && (
        <button type="button" className="sr-link-button" onClick={() => onSelect(newer.id)}>
          Look at version {newer.version}
        </button>
      )}
    </p>
  )
}
