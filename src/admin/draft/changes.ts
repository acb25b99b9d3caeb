import type { DraftScene, ScriptDraft } from '@/contracts'

/** How many changes rows are: a split or a join is one, however many scenes it is of; what is unchanged is none. */
export const changesIn = (scenes: readonly DraftScene[]): number =>
  new Set(scenes.filter(({ status }) => status !== 'unchanged').map(({ key, group }) => group[0] ?? key)).size

/** Of a draft, the title page included: those whose key is `chosen`. What is locked counts, and can be in no choice. */
export const changesOf = (
  { scenes, front }: Pick<ScriptDraft, 'scenes' | 'front'>,
  chosen: (key: string) => boolean = () => true,
): number => changesIn(scenes.filter(({ key }) => chosen(key))) + (front && chosen(front.key) ? 1 : 0)
