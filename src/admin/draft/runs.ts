import type { DraftScene, DraftStatus } from '@/contracts'
import { isCostly } from './words'

export type SceneFilter = DraftStatus | 'all' | 'costly'

/** What the list shows: a scene that differs, or a run of those that do not. */
export type ListItem =
  | { kind: 'change'; scene: DraftScene }
  | { kind: 'same'; key: string; scenes: DraftScene[] }

function isShown({ effects, flags, status }: DraftScene, filter: SceneFilter): boolean {
  if (filter === 'all') return true
  if (filter === 'costly') return isCostly(effects)
  // One may be changed and stand elsewhere, too.
  return filter === 'moved' ? flags.isMoved : status === filter
}

/** Scenes in their order, those that are as they were gathered; these only where nothing is filtered. */
export function listItems(scenes: DraftScene[], filter: SceneFilter): ListItem[] {
  const items: ListItem[] = []
  for (const scene of scenes) {
    if (scene.status !== 'unchanged') {
      if (isShown(scene, filter)) items.push({ kind: 'change', scene })
      continue
    }
    if (filter !== 'all' && filter !== 'unchanged') continue
    const last = items.at(-1)
    if (last?.kind === 'same') last.scenes.push(scene)
    else items.push({ kind: 'same', key: scene.key, scenes: [scene] })
  }
  return items
}
