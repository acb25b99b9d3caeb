import { isolateObjectProperty, type PayloadRequest } from 'payload'
import type { DocumentChange, DraftWarning, NewEvent, UndoneDraft } from '@/contracts'
import { engineOf } from '@/database/engine'
import { Conflict } from '@/errors'
import { relationId } from '@/lib/ids'
import { parkedNumber } from '@/lib/parkedNumber'
import type { Scene } from '@/payload-types'
import { countLines } from '../characters/countLines'
import { countScenes } from '../episodes/countScenes'
import { inTurn } from '../locks/projectTurn'
import { aliasesOf } from '../names/byName'
import { refreshProgress } from '../projects/refreshProgress'
import { changeScenes } from '../scenes/changeScenes'
import { forgetScenes } from '../scenes/forgetScenes'
import { markPanels } from '../scenes/markStale'
import { settlePlaces } from '../scenes/settlePlaces'
import { ofDraft } from '../scenes/staleReason'
import { freeNumber } from '../scripts/renumber'
import { followScript } from '../shots/followScript'
import { type DraftRecord, journalIn, loadDraft, recordDraft, saveDraft, textsOf } from './draftRecord'
import { episodeOfDraft } from './episodeOfDraft'
import { forgetUnnamed } from './forgetUnnamed'
import type { DraftJournal } from './journal'
import { restoreNames } from './restoreNames'
import { checkUndo, type UndoCheck } from './undoBlocks'

export type UndoResult = Pick<UndoneDraft, 'warnings' | 'scenes'>

/**
 * Takes back what applying a draft did, in the project's turn: script, scenes with ids, numbers and order, lines and
 * their recordings, people and places that it brought, and the marks of what it made stale. What somebody changed since
 * is never taken away: it is refused, or those scenes stay as they are.
 *
 * @throws {Conflict} with `details.blocks`
 */
export async function undoDraft(
  req: PayloadRequest,
  projectId: string,
  draftId: string,
  { keepChanged = false }: { keepChanged?: boolean } = {},
): Promise<UndoResult> {
  return inTurn(req, projectId, async () => {
    const draft = await loadDraft(req, draftId)
    if (draft.state !== 'applied' && draft.state !== 'undoing')
      throw new Conflict(`This draft is ${draft.state}: there is nothing to undo.`)
    return undoInTurn(req, draft, keepChanged || draft.state === 'undoing')
  })
}

/** The same, for who has the project's turn. Can be repeated after a crash. */
export async function undoInTurn(
  req: PayloadRequest,
  draft: DraftRecord,
  keepChanged: boolean,
): Promise<UndoResult> {
  const episodeId = relationId(draft.episode) as string
  const journal = await journalIn(draft)
  if (!journal) throw new Conflict('What this draft changed is not known any more.')
  const episode = await episodeOfDraft(req, draft)
  const check = await checkUndo(req, draft, journal, episode, draft.state === 'undoing')
  const refusals = keepChanged ? check.blocks.filter(({ canBeKept }) => !canBeKept) : check.blocks
  if (refusals.length > 0)
    throw new Conflict(refusals.map(({ message }) => message).join(' '), { blocks: check.blocks })
  // Before anything is written: a draft that cannot be read is not begun.
  const { base } = await textsOf(draft)
  await saveDraft(req, draft.id, { state: 'undoing' })

  const warnings: DraftWarning[] = check.blocks.map(({ message }) => ({
    line: null,
    message: `${message} It stays as it is.`,
  }))
  const inner = isolateObjectProperty(req, 'context')
  inner.context = { ...req.context, isUndoing: true }
  const formerly = [...check.scenes.values()].flatMap(({ id, deletedAt }) => (deletedAt ? [] : String(id)))
  const removed = await forgetAdded(inner, journal, check)
  const scenes = await restoreScenes(inner, journal, check, warnings)
  if (check.kept.size > 0) await settlePlaces(inner, episodeId, check.kept, formerly)
  await forgetUnnamed(inner, journal)
  await restorePlaces(inner, journal)
  await restoreNames(inner, journal, warnings)
  const renamed = (journal.renamings ?? []).map(({ before, after }) => ({
    old: after.name,
    new: before.name,
  }))
  await followScript(inner, {
    projectId: relationId(draft.project) as string,
    episodeId,
    script: base,
    more: renamed,
  })
  await restoreMarks(inner, draft, journal, check)
  const { version: _version, importState, ...before } = journal.script
  const script = {
    ...before,
    text: base,
    // Those of a file whose text is taken back say nothing about this one.
    ...(draft.sourceKind === 'file' && !('remarks' in before) ? { remarks: null } : {}),
    importState: importState === 'importing' ? 'imported' : importState,
  }
  const after = await req.payload.update({
    collection: 'episodes',
    id: episodeId,
    data: { script: { ...episode.script, ...script } } as never,
    depth: 0,
    overrideAccess: true,
    req: inner,
  })
  await countScenes(req, episodeId)
  await countLines(req, relationId(draft.project) as string)
  await refreshProgress(req.payload, relationId(draft.project) as string)
  await saveDraft(req, draft.id, {
    state: 'undone',
    undoneAt: new Date().toISOString(),
    undoneBy: req.user?.id ?? null,
  })
  const result = { warnings, scenes: { ...scenes, removed, kept: check.kept.size } }
  const scriptVersion = after.script?.version ?? 0
  await recordDraft(req, draft, 'draft-undone', { scriptVersion, scenes: result.scenes })
  return result
}

/** Deletes the scenes that the draft brought and nobody has touched. @returns how many. */
async function forgetAdded(
  req: PayloadRequest,
  journal: DraftJournal,
  { scenes, kept }: UndoCheck,
): Promise<number> {
  const added = journal.added.flatMap(({ id }) => (kept.has(id) ? [] : (scenes.get(id) ?? [])))
  // All is counted once at the end.
  await forgetScenes(req, added)
  for (const { id } of added) scenes.delete(id)
  return added.length
}

/** Scenes that stayed get back what they were, those that went come back; their numbers come first. */
async function restoreScenes(
  req: PayloadRequest,
  journal: DraftJournal,
  { scenes, kept }: UndoCheck,
  warnings: DraftWarning[],
): Promise<{ restored: number; returned: number }> {
  const changed = journal.changed.filter(({ id }) => !kept.has(id))
  const returning = journal.trashed.filter(({ id }) => !kept.has(id) && scenes.get(id)?.deletedAt)
  const wanted = new Map<string, string>()
  for (const { id, before } of changed)
    if ('sceneNumber' in before) wanted.set(id, String(before.sceneNumber))
  for (const { id, sceneNumber } of returning) wanted.set(id, sceneNumber)

  const moves = new Map([...wanted].filter(([id, number]) => scenes.get(id)?.sceneNumber !== number))
  const numbers = new Set(wanted.values())
  const used = new Set([...scenes.values()].map(({ sceneNumber }) => sceneNumber).concat(...numbers))
  const write = (id: string, data: Record<string, unknown>) =>
    req.payload.db.updateOne({ collection: 'scenes', id, data, req, returning: false })
  const engine = engineOf(req.payload)
  const writeAll = (changes: DocumentChange[]) =>
    engine.changeDocuments(req.payload, { collection: 'scenes', changes })
  await writeAll([...moves.keys()].map((id) => ({ id, data: { sceneNumber: parkedNumber(id) } })))
  for (const scene of scenes.values()) {
    if (wanted.has(scene.id) || !numbers.has(scene.sceneNumber)) continue
    if (scene.deletedAt) {
      await write(scene.id, { sceneNumber: parkedNumber(scene.id) })
      continue
    }
    const sceneNumber = freeNumber(scene.sceneNumber, used)
    used.add(sceneNumber)
    await changeScenes(req, [{ id: scene.id, data: { sceneNumber } }])
    const message = `Scene ${scene.sceneNumber} came after the draft; it is number ${sceneNumber} now.`
    warnings.push({ line: null, message })
  }
  await writeAll(
    returning.map(({ id, sceneNumber }) => ({
      id,
      data: { sceneNumber, deletedAt: null },
      events: [returnOf(req, scenes.get(id) as Scene, sceneNumber)],
    })),
  )
  await changeScenes(
    req,
    changed.map(({ id, before }) => ({ id, data: withWholeLines(before) })),
  )
  for (const { id, sceneNumber } of journal.parked) {
    const scene = scenes.get(id)
    if (!scene?.deletedAt || used.has(sceneNumber) || numbers.has(sceneNumber)) continue
    await write(id, { sceneNumber })
  }
  return { restored: changed.length, returned: returning.length }
}

/** A line that comes back says of each field what it was: what is left out would stay as the draft has it. */
const NO_LINE = {
  character: null,
  speakers: [],
  cue: null,
  parenthetical: null,
  emotion: null,
  start: null,
  duration: null,
  audio: null,
  audioIsStale: false,
  audioStaleReason: null,
  audioIsChosen: false,
}

const withWholeLines = (before: Record<string, unknown>): Record<string, unknown> =>
  Array.isArray(before.dialogueLines)
    ? { ...before, dialogueLines: before.dialogueLines.map((line) => ({ ...NO_LINE, ...line })) }
    : before

const returnOf = (req: PayloadRequest, scene: Scene, sceneNumber: string): NewEvent => ({
  type: 'scene.updated',
  action: 'updated',
  entityCollection: 'scenes',
  entityId: scene.id,
  projectId: relationId(scene.project),
  actorId: req.user?.id ?? null,
  actorKind: req.user ? 'user' : 'system',
  before: { deletedAt: scene.deletedAt ?? null },
  after: { deletedAt: null, sceneNumber },
  requestId: null,
})

/** Places lose the names that the draft gave them, unless somebody has changed those since. */
async function restorePlaces(req: PayloadRequest, { aliases }: DraftJournal): Promise<void> {
  for (const { id, before, aliases: given } of aliases) {
    const common = { collection: 'locations', id, depth: 0, overrideAccess: true, req } as const
    const place = await req.payload.findByID({ ...common, joins: false, disableErrors: true })
    const mine = given.filter((name) => !before.includes(name))
    const now = place ? aliasesOf(place) : []
    const rest = now.filter((name) => !mine.includes(name))
    if (rest.length !== now.length) await req.payload.update({ ...common, data: { aliases: rest } })
  }
}

/** Panels that the draft made stale are up to date again; those that were made from its words are not. */
async function restoreMarks(
  req: PayloadRequest,
  draft: DraftRecord,
  journal: DraftJournal,
  { kept }: UndoCheck,
): Promise<void> {
  const notKept = kept.size > 0 ? [{ scene: { not_in: [...kept] } }] : []
  await req.payload.db.updateMany({
    collection: 'panels',
    where: { and: [{ staleSource: { equals: draft.id } }, ...notKept] },
    data: { isStale: false, staleReason: null, staleSource: null },
    req,
    returning: false,
  })
  const scenes = journal.changed
    .filter(({ id, after }) => !kept.has(id) && Object.keys(after).some((field) => field !== 'order'))
    .map(({ id }) => id)
  if (scenes.length === 0 || !draft.appliedAt) return
  const cause = ofDraft(draft.id, draft.createdAt)
  await markPanels(
    req,
    { and: [{ scene: { in: scenes } }, { createdAt: { greater_than: draft.appliedAt } }] },
    `It was made ${cause.words.replace('in ', 'from ')}, which was undone.`,
    { words: cause.words },
  )
}
