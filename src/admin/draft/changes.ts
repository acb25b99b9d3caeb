import type { DraftScene } from '@/contracts'

/** How many changes rows are: a split or a join is one, however many scenes it is of; what is unchanged is none. */
export const changesIn = (scenes: readonly DraftScene[]): number =>
  new Set(scenes.filter(({ status }) => status !== 'unchanged').map(({ key, group }) => group[0] ?? key)).size
