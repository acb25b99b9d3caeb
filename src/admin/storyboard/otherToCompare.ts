import type { BoardPanel, BoardShot } from '@/contracts'

/**
 * The version beside the one that is looked at: the one asked for; without a wish, or where that one is looked at now,
 * the one in use, else what lies beside that, else the newest other. Null where there is no other.
 */
export function otherToCompare(shot: BoardShot, selectedId: string, wantedId?: string): BoardPanel | null {
  const others = shot.panels.filter(({ id }) => id !== selectedId)
  const byId = (id: string | null | undefined) => others.find((panel) => panel.id === id)
  return byId(wantedId) ?? byId(shot.panel?.id) ?? byId(shot.newerPanelId) ?? others[0] ?? null
}
