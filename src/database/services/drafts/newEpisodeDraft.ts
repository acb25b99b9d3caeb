import type { ScriptDraft } from '@/contracts'
import { giveWay } from '@/lib/giveWay'
import { NEW_EPISODE_ETAG } from './episodeState'
import { bodyOf, presentTexts } from './presentDraft'
import type { ProposedScript } from './proposeDraft'

/** The difference that a script makes where there is no episode yet: every scene is new. Nothing is kept. */
export async function newEpisodeDraft(
  projectId: string | null,
  proposed: ProposedScript,
): Promise<ScriptDraft> {
  const { script, kind, format, filename } = proposed
  const presented = await presentTexts('', script.text)
  await giveWay()
  const body = await bodyOf(presented)
  await giveWay()
  return {
    id: null,
    projectId,
    episodeId: null,
    state: 'proposed',
    base: { scriptVersion: 0, etag: NEW_EPISODE_ETAG },
    isOutdated: false,
    source: { kind, format, filename, version: null },
    createdBy: null,
    createdAt: new Date().toISOString(),
    counts: presented.difference.counts,
    applied: null,
    undone: null,
    canUndo: false,
    ...body,
    locations: [],
    characters: [],
    warnings: script.breakdown.warnings,
    undoBlockedBy: [],
  }
}
