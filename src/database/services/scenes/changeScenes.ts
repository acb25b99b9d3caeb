import { enforceMaxVersions, type PayloadRequest } from 'payload'
import type { DocumentChange } from '@/contracts'
import { engineOf } from '@/database/engine'
import type { Scene } from '@/payload-types'
import { changeEvent } from '../events/recordChange'
import { rowId } from '../scripts/sceneRow'
import { retitleShots } from '../shots/retitle'
import { markScenesStale } from './markScenesStale'
import { flagChangedLines } from './markStale'
import { sceneContentHash } from './sceneContentHash'
import { staleCauseOf } from './staleReason'

type Row = Record<string, unknown>

export interface SceneChange {
  id: string
  data: Row
}

/** Scenes that are read and written together: few enough that nobody waits for them. */
const CHUNK = 40

/**
 * Changes many scenes as this project's own code decided it, past Payload's validation: with versions, events, hashes,
 * and marks on what is stale, all as one by one. What follows from a change is written before it, so that a process
 * that dies in between has not forgotten it: whoever finishes finds the scene still to be changed.
 *
 * @param req its context says why things become stale (`staleCause`), or that something is undone (`isUndoing`)
 * @param onChanged after each scene
 */
export async function changeScenes(
  req: PayloadRequest,
  changes: SceneChange[],
  onChanged: () => void = () => undefined,
): Promise<void> {
  for (let start = 0; start < changes.length; start += CHUNK) {
    const chunk = changes.slice(start, start + CHUNK)
    await changeChunk(req, chunk)
    for (const _scene of chunk) onChanged()
  }
}

async function changeChunk(req: PayloadRequest, chunk: SceneChange[]): Promise<void> {
  const { payload } = req
  const ids = chunk.map(({ id }) => id)
  const common = { collection: 'scenes', limit: 0, pagination: false, req } as const
  const { docs } = await payload.db.find<Scene>({
    ...common,
    where: { id: { in: ids } },
    // Typed as never being false, and read as "none" by both adapters.
    joins: false as never,
  })
  const stored = new Map(docs.map((scene) => [String(scene.id), scene]))
  const { docs: kept } = await payload.db.findVersions<Row>({
    ...common,
    where: { parent: { in: ids } },
    select: { parent: true },
  })
  const versions = new Map<string, number>()
  for (const { parent } of kept) versions.set(String(parent), (versions.get(String(parent)) ?? 0) + 1)

  const pairs = chunk.flatMap(({ id, data }) => {
    const before = stored.get(id)
    return before ? [{ before, ...changed(req, before, data) }] : []
  })
  if (!req.context.isUndoing) await markScenesStale(req, pairs)
  for (const { before, after } of pairs)
    if (before.sceneNumber !== after.sceneNumber) await retitleShots(req, before.id, after.sceneNumber)
  await engineOf(payload).changeDocuments(payload, {
    collection: 'scenes',
    changes: pairs.map((pair) => changeOf(req, pair, versions.has(pair.before.id))),
  })
  const { config } = payload.collections.scenes
  const max = config.versions ? config.versions.maxPerDoc : 0
  for (const { before } of pairs)
    if (max && (versions.get(before.id) ?? 0) >= max)
      await enforceMaxVersions({ id: before.id, collection: config, max, payload, req })
}

interface Pair {
  before: Scene
  after: Scene
  data: Row
}

/** A scene with its changes, and what hooks would have computed. */
function changed(req: PayloadRequest, before: Scene, given: Row): Omit<Pair, 'before'> {
  const { flattenedFields } = req.payload.collections.scenes.config
  const lists = new Set(flattenedFields.filter(({ type }) => type === 'array').map(({ name }) => name))
  const data = Object.fromEntries(
    Object.entries(given).map(([field, value]) => [
      field,
      // Lists that are kept as JSON are as they are given.
      lists.has(field) ? withIds(value, (before as unknown as Row)[field]) : value,
    ]),
  )
  if (Array.isArray(data.dialogueLines) && !req.context.isUndoing)
    data.dialogueLines = flagChangedLines(
      data.dialogueLines,
      before.dialogueLines ?? [],
      staleCauseOf(req.context),
    )
  data.contentHash = sceneContentHash({ ...before, ...data })
  data.updatedAt = new Date().toISOString()
  return { data, after: { ...before, ...data } as Scene }
}

/** Rows of a list have ids; what is left out of one that was there before stays as it was. */
function withIds(value: unknown, before: unknown): unknown {
  if (!Array.isArray(value) || value.some((row) => typeof row !== 'object' || row === null)) return value
  const known = new Map(((before ?? []) as Row[]).map((row) => [row.id, row]))
  return (value as Row[]).map((row) => ({ ...known.get(row.id), ...row, id: row.id ?? rowId() }))
}

function changeOf(req: PayloadRequest, { before, after, data }: Pair, hasVersions: boolean): DocumentChange {
  const updatedAt = after.updatedAt
  // What came in bulk has no version yet: what it was would be lost (see collections/hooks/keepOriginalVersion).
  const original = { data: versionOf(before), createdAt: before.createdAt, updatedAt: before.updatedAt }
  const event = changeEvent({
    req,
    collection: 'scenes',
    action: 'updated',
    doc: after as unknown as Row,
    previousDoc: before as unknown as Row,
    context: req.context,
  })
  const isPlain = Object.values(data).every((value) => typeof value !== 'object' || value === null)
  return {
    id: before.id,
    data: isPlain ? data : versionOf(after),
    versions: [
      ...(hasVersions ? [] : [original]),
      { data: versionOf(after), createdAt: updatedAt, updatedAt },
    ],
    events: event ? [event] : [],
  }
}

/** A copy, as the adapter takes the ids out of the rows of a version. */
const versionOf = ({ id: _id, ...rest }: Scene): Row => structuredClone(rest)
