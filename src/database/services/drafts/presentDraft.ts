import type { PayloadRequest } from 'payload'
import type {
  DraftPerson,
  DraftScene,
  DraftSourceKind,
  DraftWarning,
  ScriptDraft,
  ScriptDraftSummary,
} from '@/contracts'
import { engineOf } from '@/database/engine'
import { giveWay } from '@/lib/giveWay'
import { relationId } from '@/lib/ids'
import { composeDifference, type StoredScript } from '@/screenplay'
import { oneNameIn } from '../names/oneName'
import type { AccessOptions } from '../Service'
import { hashOfText } from '../scripts/importedBefore'
import { findPeopleAndPlaces } from '../scripts/peopleAndPlaces'
import { planScenes } from '../scripts/planScenes'
import { readStoredApart } from '../scripts/readApart'
import { loadBoard } from './board'
import { differenceOf, identityOf, sceneOfRow } from './differenceOf'
import { type DraftRecord, journalIn, textsOf } from './draftRecord'
import { effectsOfPlan } from './effects'
import type { EpisodeState } from './episodeState'
import { keptComparison } from './keptComparison'
import { NO_EFFECTS, type Presented, presentFront, presentScene, presentScenes } from './presentDifference'
import { likelyPairs, renamedCharacters } from './renamedCharacters'
import { renamedLocations } from './renamedLocations'

/** What a proposal has to say, or what would be said of it once it is applied: then that is said anew, as it came. */
export type ForetoldWarning = DraftWarning & { isForetold?: true }

export const plainWarnings = (warnings: readonly ForetoldWarning[]): DraftWarning[] =>
  warnings.map(({ line, message }) => ({ line, message }))

/**
 * What a text would change in an episode, and what that means for what hangs on its scenes.
 *
 * @param kind a file or an edit finds people by their earlier names, and nobody is asked; an earlier version of the script
 *   is what they were called
 */
export async function presentProposal(
  req: PayloadRequest,
  access: AccessOptions,
  state: EpisodeState,
  after: StoredScript,
  kind: DraftSourceKind,
): Promise<Presented & Pick<ScriptDraft, 'locations' | 'characters'> & { warnings: ForetoldWarning[] }> {
  const { episode, before, loaded } = state
  const episodeId = String(episode.id)
  const projectId = relationId(episode.project) as string
  // Each of these may take some hundred milliseconds of a season: others have a turn in between.
  await giveWay()
  const difference = await differenceOf(state, after)
  await giveWay()
  const found = await findPeopleAndPlaces(req, projectId, after.breakdown)
  await giveWay()
  const renamed = await renamedCharacters(difference, found)
  await giveWay()
  const characters = kind === 'restore' ? renamed : renamed.filter(({ isKnown }) => !isKnown)
  const same = likelyPairs(characters)
  // Who seems to be called otherwise is taken for the same one: what was made of them is not lost.
  const cast =
    same.length > 0 ? await findPeopleAndPlaces(req, projectId, after.breakdown, { characters: same }) : found
  const composed = composeDifference(difference, null)
  await giveWay()
  const identity = identityOf(state, difference, composed, null, engineOf(req.payload).newId)
  const parents = { projectId, episodeId, ...cast }
  const plan = await planScenes(req, after.breakdown, parents, before, identity, loaded)
  const name = await oneNameIn(req, projectId, same)
  await giveWay()
  const board = await loadBoard(req.payload, episodeId, access)
  const effects = await effectsOfPlan(req, { episodeId, plan, board, name })
  await giveWay()
  const locations = renamedLocations(state, difference, found)
  await giveWay()
  return {
    difference,
    sceneIds: (row) => {
      const id = sceneOfRow(state, difference, row)?.id ?? null
      return { old: id, new: id }
    },
    effectsOf: (row) => effects.get(sceneOfRow(state, difference, row)?.id ?? '') ?? NO_EFFECTS,
    locations,
    characters,
    warnings: [
      ...after.breakdown.warnings,
      ...plan.warnings.map(({ line, message, foretold }) => ({
        line,
        message: foretold ?? message,
        isForetold: true as const,
      })),
    ],
  }
}

/** A difference of two texts that belong to no plan: an applied draft, two versions. */
export async function presentTexts(base: string, text: string, draft?: DraftRecord): Promise<Presented> {
  const before = base.trim() ? await readStoredApart(base) : null
  const after = await readStoredApart(text)
  await giveWay()
  const difference = await keptComparison(before, after)
  await giveWay()
  const journal = draft ? await journalIn(draft) : null
  return {
    difference,
    sceneIds: ({ key }) => ({ old: journal?.rows[key]?.[0] ?? null, new: journal?.rows[key]?.[1] ?? null }),
    effectsOf: () => NO_EFFECTS,
  }
}

/** Names of people, by id. */
export async function peopleOf(
  req: PayloadRequest,
  ids: Array<string | null>,
): Promise<Map<string, DraftPerson>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (wanted.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { id: { in: wanted } },
    select: { name: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return new Map(docs.map(({ id, name }) => [String(id), { id: String(id), name: name ?? 'Somebody' }]))
}

export interface SummaryArgs {
  people: Map<string, DraftPerson>
  isOutdated: boolean
  canUndo: boolean
}

export function summaryOf(
  draft: DraftRecord,
  { people, isOutdated, canUndo }: SummaryArgs,
): ScriptDraftSummary {
  const person = (value: unknown) => people.get(relationId(value) ?? '') ?? null
  const { appliedAt, appliedVersion, undoneAt } = draft
  return {
    id: draft.id,
    projectId: relationId(draft.project) as string,
    episodeId: relationId(draft.episode),
    state: draft.state,
    base: { scriptVersion: draft.baseVersion, etag: draft.baseEtag },
    isOutdated,
    source: {
      kind: draft.sourceKind,
      format: draft.sourceFormat,
      filename: draft.sourceFilename ?? null,
      version: draft.sourceVersion ?? null,
    },
    createdBy: person(draft.createdBy),
    createdAt: draft.createdAt,
    counts: draft.counts as ScriptDraftSummary['counts'],
    applied: appliedAt
      ? {
          at: appliedAt,
          by: person(draft.appliedBy),
          scriptVersion: appliedVersion ?? 0,
          scenes: (draft.accepted as string[] | null) ?? null,
        }
      : null,
    undone: undoneAt ? { at: undoneAt, by: person(draft.undoneBy) } : null,
    canUndo,
  }
}

/** The parts of a draft that its difference gives. */
export const bodyOf = async (presented: Presented): Promise<Pick<ScriptDraft, 'front' | 'scenes'>> => ({
  front: presentFront(presented.difference),
  scenes: await presentScenes(presented),
})

export async function sceneOfKey(presented: Presented, key: string): Promise<DraftScene | null> {
  const row = presented.difference.rows.find((each) => each.key === key)
  return row ? presentScene(presented, row) : null
}

/** Of a draft that is no proposal any more, or whose episode has changed. */
export async function presentStored(draft: DraftRecord): Promise<Presented> {
  const { base, text } = await textsOf(draft)
  return presentTexts(base, text, draft)
}

export const isScriptOf = (draft: DraftRecord, text: string | null | undefined): boolean =>
  draft.state === 'applied' && hashOfText(text ?? '') === draft.appliedHash
