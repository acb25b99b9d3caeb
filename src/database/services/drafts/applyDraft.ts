import type { PayloadRequest } from 'payload'
import type { DraftWarning, ScriptFormatId } from '@/contracts'
import { engineOf } from '@/database/engine'
import { Conflict, PreconditionFailed, ValidationError } from '@/errors'
import { relationId } from '@/lib/ids'
import {
  type ComposedDraft,
  composeDifference,
  FRONT,
  type ScriptDifference,
  type StoredScript,
  withGroups,
} from '@/screenplay'
import { inTurn } from '../locks/projectTurn'
import { decidedPanels } from '../panels/decidedPanels'
import { ofDraft } from '../scenes/staleReason'
import { hashOfText } from '../scripts/importedBefore'
import { type ImportArgs, type ImportResult, importInTurn } from '../scripts/importScript'
import type { SceneIdentity } from '../scripts/planScenes'
import { readStoredApart } from '../scripts/readApart'
import { remarksOf } from '../scripts/remarks'
import { assertNamesInScript, type SameNames } from '../scripts/sameNames'
import type { ImportProgress } from '../scripts/writeScenes'
import { differenceOf, identityOf, sceneOfRow } from './differenceOf'
import {
  type DraftRecord,
  journalIn,
  loadDraft,
  packJournal,
  recordDraft,
  saveDraft,
  textsOf,
} from './draftRecord'
import { episodeOfDraft } from './episodeOfDraft'
import { type EpisodeState, loadEpisodeState } from './episodeState'
import { type DraftJournal, journalOf, mergeJournals, sameIn } from './journal'
import { moveMarks } from './moveMarks'
import type { ForetoldWarning } from './presentDraft'

export interface ApplyArgs {
  /** Keys of what is accepted. @default everything */
  scenes?: string[]
  /** What a person said is the same, of people and places. */
  same?: SameNames
  /** The etag that the caller saw. */
  ifMatch?: string
  onProgress?: ImportProgress
}

const CHANGED =
  'The episode has changed since this draft was proposed. Propose it again to see what it would change now.'

/** @throws {ValidationError} naming every key that is none of the difference's. */
function acceptedKeys(difference: ScriptDifference, keys: string[]): Set<string> {
  const known = new Set(difference.rows.map(({ key }) => key))
  if (difference.isFrontChanged) known.add(FRONT)
  const unknown = keys.filter((key) => !known.has(key))
  if (unknown.length > 0)
    throw new ValidationError(
      unknown.map((key) => ({
        field: `scenes.${keys.indexOf(key)}`,
        message: `is ${key}, which this draft has not`,
      })),
    )
  if (keys.length === 0) throw new ValidationError([{ field: 'scenes', message: 'accepts nothing' }])
  return withGroups(difference.rows, keys)
}

/** @throws {Conflict} naming the scenes that would go and have locked panels. */
async function assertNoneLocked(
  req: PayloadRequest,
  state: EpisodeState,
  difference: ScriptDifference,
  gone: ReadonlySet<string>,
): Promise<void> {
  if (gone.size === 0) return
  const decided = await decidedPanels(req, { scene: { in: [...gone] } })
  const locked = new Set(decided.filter(({ isLocked }) => isLocked).map(({ sceneId }) => sceneId))
  if (locked.size === 0) return
  const rows = difference.rows.flatMap((row) => {
    const scene = sceneOfRow(state, difference, row)
    return scene && locked.has(scene.id)
      ? [{ key: row.key, sceneId: scene.id, sceneNumber: scene.sceneNumber }]
      : []
  })
  const names = rows.map(({ sceneNumber }) => sceneNumber).join(', ')
  throw new Conflict(
    `Scene ${names}: panels are locked. Unlock them before the scene goes, or leave it out of what you accept.`,
    { scenes: rows },
  )
}

function rowsById(
  state: EpisodeState,
  difference: ScriptDifference,
  composed: ComposedDraft,
  { ids }: SceneIdentity,
): DraftJournal['rows'] {
  const rows: DraftJournal['rows'] = {}
  for (const row of difference.rows) rows[row.key] = [sceneOfRow(state, difference, row)?.id ?? null, null]
  composed.parts.forEach(({ row }, index) => {
    rows[row.key] = [rows[row.key]?.[0] ?? null, ids[index] ?? null]
  })
  return rows
}

/**
 * Applies a draft, or the accepted part of it, in the project's turn. Before anything is written, what was there is
 * written down with the draft: by that it is finished after a crash, and undone.
 *
 * @throws {PreconditionFailed} where the episode has changed since. @throws {Conflict} @throws {ValidationError}
 */
export async function applyDraft(
  req: PayloadRequest,
  projectId: string,
  draftId: string,
  args: ApplyArgs,
): Promise<ImportResult> {
  return inTurn(req, projectId, async () => {
    const draft = await loadDraft(req, draftId)
    if (draft.state === 'applying')
      return (await finishApplying(req, draft)) ?? applyProposed(req, draft, args)
    if (draft.state !== 'proposed') throw new Conflict(`This draft is ${draft.state}: it cannot be applied.`)
    return applyProposed(req, draft, args)
  })
}

async function applyProposed(
  req: PayloadRequest,
  draft: DraftRecord,
  args: ApplyArgs,
): Promise<ImportResult> {
  const state = await loadEpisodeState(req, relationId(draft.episode) as string)
  if (state.etag !== draft.baseEtag || (args.ifMatch ?? state.etag) !== state.etag)
    throw new PreconditionFailed(CHANGED, state.etag)
  const texts = await textsOf(draft)
  const script = await readStoredApart(texts.text)
  if (args.same) assertNamesInScript(script.breakdown, args.same)
  const difference = await differenceOf(state, script)
  const accepted = args.scenes ? acceptedKeys(difference, args.scenes) : null
  const composed = composeDifference(difference, accepted)
  const identity = identityOf(state, difference, composed, accepted, engineOf(req.payload).newId)
  await assertNoneLocked(req, state, difference, identity.gone)
  if (composed.parts.length === 0)
    throw new Conflict('No scene would be left: a script has at least one. Accept another one, too.')
  const isNewFront = accepted === null || !difference.isFrontChanged || accepted.has(FRONT)
  const marks = moveMarks(difference, composed, { old: texts.baseMarks, new: texts.marks }, isNewFront)
  const rows = rowsById(state, difference, composed, identity)
  return importDraft(req, draft, {
    text: composed.text,
    identity,
    rows,
    accepted: accepted && [...accepted],
    extra: {
      marks,
      rules: texts.rules,
      remarks: remarksOfFile(draft, script),
      same: args.same,
      onProgress: args.onProgress,
    },
  })
}

/** What a draft had to say before it was applied, without what was only foretold. */
const ofFile = (warnings: DraftRecord['warnings']): DraftWarning[] =>
  ((warnings ?? []) as unknown as ForetoldWarning[]).filter(({ isForetold }) => !isForetold)

/** Of an edit none: what is kept of the file before it stays. */
function remarksOfFile({ sourceKind, warnings }: DraftRecord, { text, breakdown }: StoredScript) {
  if (sourceKind !== 'file') return undefined
  return remarksOf(ofFile(warnings), text, breakdown.warnings)
}

interface DraftImport {
  text: string
  identity: SceneIdentity
  rows: DraftJournal['rows']
  accepted: string[] | null
  /** Of an application that was cut off. */
  journal?: DraftJournal
  extra?: Partial<ImportArgs>
}

async function importDraft(
  req: PayloadRequest,
  draft: DraftRecord,
  { text, identity, rows, accepted, journal: earlier, extra }: DraftImport,
): Promise<ImportResult> {
  const isFile = draft.sourceKind === 'file'
  const result = await importInTurn(req, {
    projectId: relationId(draft.project) as string,
    episodeId: relationId(draft.episode) as string,
    script: await readStoredApart(text),
    ...(isFile
      ? { format: draft.sourceFormat as ScriptFormatId, filename: draft.sourceFilename ?? undefined }
      : {}),
    identity,
    staleCause: ofDraft(draft.id, draft.createdAt),
    ...extra,
    onPlanned: async (planned) => {
      const now = journalOf(planned, identity, rows)
      await saveDraft(req, draft.id, {
        state: 'applying',
        accepted,
        appliedHash: hashOfText(text),
        journal: await packJournal(earlier ? mergeJournals(earlier, now) : now),
      })
    },
  })
  await finish(req, draft, result)
  return result
}

async function finish(req: PayloadRequest, draft: DraftRecord, result: ImportResult): Promise<void> {
  const counts = result.diff
  const known = ofFile(draft.warnings)
  const isKnown = (warning: DraftWarning) =>
    known.some(({ line, message }) => line === warning.line && message === warning.message)
  const episode = await episodeOfDraft(req, draft)
  const scriptVersion = episode.script?.version ?? 0
  await saveDraft(req, draft.id, {
    state: 'applied',
    appliedAt: new Date().toISOString(),
    appliedBy: req.user?.id ?? draft.createdBy ?? null,
    appliedVersion: scriptVersion,
    warnings: [...known, ...result.warnings.filter((warning) => !isKnown(warning))],
  })
  await recordDraft(req, draft, 'draft-applied', { scriptVersion, counts })
}

/**
 * Brings an application that was cut off to its end. Where it had not come so far as to change the script, the draft is
 * a proposal again.
 *
 * @returns null where it is.
 */
export async function finishApplying(req: PayloadRequest, draft: DraftRecord): Promise<ImportResult | null> {
  const journal = await journalIn(draft)
  const episode = await episodeOfDraft(req, draft)
  const text = episode.script?.text ?? ''
  if (!journal || hashOfText(text) !== draft.appliedHash) {
    await saveDraft(req, draft.id, { state: 'proposed', journal: null, appliedHash: null, accepted: null })
    return null
  }
  return importDraft(req, draft, {
    text,
    identity: { ids: journal.ids, gone: new Set(journal.gone) },
    rows: journal.rows,
    accepted: draft.accepted as string[] | null,
    journal,
    // What was said to be the same has been written down with the plan, and may not have come to be.
    extra: { same: sameIn(journal) },
  })
}
