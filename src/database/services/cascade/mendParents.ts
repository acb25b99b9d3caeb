import type { PayloadRequest, Where } from 'payload'
import { relationId } from '@/lib/ids'

type Slug = 'scenes' | 'shots' | 'panels'
type Row = Record<string, unknown> & { id: string }
type VersionRow = Row & { parent: string; version: Row }

/** What each is part of, of those that have versions. */
const PARENT = { scenes: 'episode', shots: 'scene' } as const

async function rowsOf(req: PayloadRequest, collection: Slug, where: Where, select: string[]): Promise<Row[]> {
  const { docs } = await req.payload.db.find<Row>({
    collection,
    where,
    select: Object.fromEntries(select.map((field) => [field, true])),
    pagination: false,
    limit: 0,
    req,
  })
  return docs
}

/** By id, what they are part of: those that are known, and others that are named. */
async function withNamed(
  req: PayloadRequest,
  collection: 'scenes' | 'shots',
  known: readonly Row[],
  named: readonly unknown[],
): Promise<Map<string, Row>> {
  const byId = new Map(known.map((row) => [String(row.id), row]))
  const missing = [...new Set(named.map(relationId))].filter((id) => id !== null && !byId.has(id))
  if (missing.length === 0) return byId
  const select = collection === 'shots' ? ['scene', 'episode'] : ['episode']
  const others = await rowsOf(req, collection, { id: { in: missing } }, select)
  for (const row of others) byId.set(String(row.id), row)
  return byId
}

const either = (first: Where, second: Where): Where => ({ or: [first, second] })

/** Writes what follows from the parent where a document says something else. */
async function follow(
  req: PayloadRequest,
  collection: 'shots' | 'panels',
  row: Row,
  rightly: Record<string, string | null>,
): Promise<void> {
  const wrong = Object.entries(rightly).filter(([field, id]) => id && relationId(row[field]) !== id)
  if (wrong.length === 0) return
  const data = Object.fromEntries(wrong)
  const where = { id: { equals: row.id } }
  // A copy: the engine turns ids into its own in place.
  await req.payload.db.updateMany({ collection, where, data: { ...data }, req, returning: false })
  Object.assign(row, data)
}

async function mendShots(req: PayloadRequest, scenes: readonly Row[], of: Where): Promise<Row[]> {
  const inScenes: Where = { scene: { in: scenes.map(({ id }) => id) } }
  const shots = await rowsOf(req, 'shots', either(of, inScenes), ['scene', 'episode'])
  const named = shots.map(({ scene }) => scene)
  const sceneById = await withNamed(req, 'scenes', scenes, named)
  for (const shot of shots) {
    const scene = sceneById.get(relationId(shot.scene) ?? '')
    if (scene) await follow(req, 'shots', shot, { episode: relationId(scene.episode) })
  }
  return shots
}

async function mendPanels(req: PayloadRequest, shots: readonly Row[], of: Where): Promise<void> {
  const inShots: Where = { shot: { in: shots.map(({ id }) => id) } }
  const panels = await rowsOf(req, 'panels', either(of, inShots), ['shot', 'scene', 'episode'])
  const named = panels.map(({ shot }) => shot)
  const shotById = await withNamed(req, 'shots', shots, named)
  for (const panel of panels) {
    const shot = shotById.get(relationId(panel.shot) ?? '')
    if (!shot) continue
    const rightly = { scene: relationId(shot.scene), episode: relationId(shot.episode) }
    await follow(req, 'panels', panel, rightly)
  }
}

/**
 * What was moved out of an episode or scene, or into it, may still name another one further up: the program moves shots
 * with their words, and a process may die in the midst of that. Put right before a deletion goes by those names, so that
 * it takes what is part of the document, all of it and nothing else.
 */
export async function mendParents(req: PayloadRequest, root: string, id: string): Promise<void> {
  if (root !== 'episodes' && root !== 'scenes') return
  const of: Where = { [root === 'episodes' ? 'episode' : 'scene']: { equals: id } }
  const scenes = await rowsOf(req, 'scenes', root === 'episodes' ? of : { id: { equals: id } }, ['episode'])
  const shots = await mendShots(req, scenes, of)
  await mendPanels(req, shots, of)
}

/**
 * Earlier versions of what is part of something else by now name that from then on, after all that is part of the
 * document went. On SQLite the database refuses the deletion else: a version must name a parent that is there.
 */
export async function mendVersions(req: PayloadRequest, root: string, id: string): Promise<void> {
  const collection = root === 'episodes' ? 'scenes' : root === 'scenes' ? 'shots' : null
  if (!collection) return
  const field = PARENT[collection]
  const { docs: versions } = await req.payload.db.findVersions<VersionRow>({
    collection,
    where: { [`version.${field}`]: { equals: id } },
    pagination: false,
    limit: 0,
    req,
  })
  for (const { id: versionId, parent, version, ...more } of versions) {
    const [now] = await rowsOf(req, collection, { id: { equals: parent } }, [field])
    const current = relationId(now?.[field])
    if (current === null || current === id) continue
    const versionData = { ...more, parent, version: { ...version, [field]: current } } as never
    await req.payload.db.updateVersion({ collection, id: versionId, versionData, req, returning: false })
  }
}
