import { type CollectionSlug, isolateObjectProperty, type PayloadRequest, type Where } from 'payload'
import { relationId } from '@/lib/ids'
import { deletingInTurn } from '../locks/projectTurn'
import { assertNothingLocked } from '../panels/lockedPanels'
import { forgetTasks } from './forgetTasks'
import { mendParents, mendVersions } from './mendParents'
import { noteRemoved, type Removed } from './removedWith'

export type CascadeRoot =
  | 'projects'
  | 'episodes'
  | 'scenes'
  | 'shots'
  | 'characters'
  | 'locations'
  | 'worlds'
  | 'voices'
  | 'media'
  | 'users'

type Step =
  /** Part of the root: goes with it. In the order listed, so that no step meets what an earlier one needs. */
  | { collection: CollectionSlug; remove: (id: string) => Where }
  /** Only points at the root: lets go of it. */
  | { collection: CollectionSlug; detach: string }
  /** Rows of an array that are nothing without the root: `field` is the reference in the row. */
  | { collection: CollectionSlug; dropRows: string; field: string }

const of = (field: string) => (id: string) => ({ [field]: { equals: id } }) as Where

const ofWorld = (id: string): Where => {
  const and: Where[] = [{ world: { equals: id } }, { scope: { equals: 'world' } }]
  return { and }
}

const ofProjectOrItsWorlds = (id: string): Where => {
  const or: Where[] = [{ project: { equals: id } }, { 'world.project': { equals: id } }]
  return { or }
}

const STEPS: Record<CascadeRoot, Step[]> = {
  projects: [
    { collection: 'panels', remove: of('project') },
    { collection: 'shots', remove: of('project') },
    { collection: 'scenes', remove: of('project') },
    { collection: 'script-drafts', remove: of('project') },
    { collection: 'episodes', remove: of('project') },
    { collection: 'sessions', remove: of('project') },
    { collection: 'characters', remove: ofProjectOrItsWorlds },
    { collection: 'locations', remove: of('project') },
    { collection: 'worlds', remove: of('project') },
    { collection: 'voices', remove: of('project') },
    { collection: 'prompts-executed', remove: of('project') },
    { collection: 'media', remove: of('project') },
  ],
  episodes: [
    { collection: 'panels', remove: of('episode') },
    { collection: 'shots', remove: of('episode') },
    { collection: 'scenes', remove: of('episode') },
    { collection: 'script-drafts', remove: of('episode') },
  ],
  scenes: [
    { collection: 'panels', remove: of('scene') },
    { collection: 'shots', remove: of('scene') },
  ],
  shots: [{ collection: 'panels', remove: of('shot') }],
  characters: [
    { collection: 'scenes', detach: 'characters' },
    { collection: 'scenes', detach: 'dialogueLines.character' },
    { collection: 'scenes', detach: 'dialogueLines.speakers' },
    { collection: 'shots', detach: 'characters' },
    { collection: 'characters', dropRows: 'relationships', field: 'character' },
  ],
  locations: [{ collection: 'scenes', detach: 'location' }],
  voices: [{ collection: 'characters', detach: 'voiceProfile.voice' }],
  worlds: [
    { collection: 'locations', detach: 'world' },
    { collection: 'characters', remove: ofWorld },
  ],
  media: [
    { collection: 'panels', remove: of('image') },
    { collection: 'shots', detach: 'images' },
    { collection: 'shots', detach: 'audio' },
    { collection: 'scenes', detach: 'dialogueLines.audio' },
    { collection: 'panels', detach: 'styleReference' },
    { collection: 'characters', detach: 'visualDesign.references' },
    { collection: 'characters', detach: 'visualDesign.approvedDesign' },
    { collection: 'locations', detach: 'references' },
    { collection: 'worlds', detach: 'images' },
    { collection: 'voices', detach: 'sample' },
    { collection: 'sessions', detach: 'attachedMedia' },
    { collection: 'sessions', detach: 'messages.media' },
    { collection: 'episodes', detach: 'outputs.storyboardPdf' },
    { collection: 'episodes', detach: 'outputs.shotListCsv' },
    { collection: 'episodes', detach: 'outputs.animatic' },
  ],
  users: [
    { collection: 'projects', dropRows: 'members', field: 'user' },
    { collection: 'projects', detach: 'createdBy' },
    { collection: 'tasks', detach: 'createdBy' },
    { collection: 'sessions', remove: of('user') },
    { collection: 'panels', detach: 'statusChangedBy' },
    { collection: 'prompts-executed', detach: 'user' },
    { collection: 'script-drafts', detach: 'createdBy' },
    { collection: 'script-drafts', detach: 'appliedBy' },
    { collection: 'script-drafts', detach: 'undoneBy' },
  ],
}

interface RemoveArgs {
  req: PayloadRequest
  root: CascadeRoot
  id: string
}

/** A copy of `value` without references to `id` at `path`. */
function without(value: unknown, path: string[], id: string): unknown {
  const [head, ...rest] = path
  if (head === undefined) {
    if (Array.isArray(value)) return value.filter((entry) => String(entry) !== id)
    return String(value) === id ? null : value
  }
  if (Array.isArray(value)) return value.map((entry) => without(entry, path, id))
  if (value === null || typeof value !== 'object') return value
  const record = value as Record<string, unknown>
  return { ...record, [head]: without(record[head], rest, id) }
}

type Row = Record<string, unknown>

/** Rewrites one field of every document that refers to `id` at `path`. @returns how many. */
async function rewrite(
  req: PayloadRequest,
  collection: CollectionSlug,
  path: string,
  id: string,
  change: (doc: Row) => Row,
): Promise<number> {
  const { docs } = await req.payload.find({
    collection,
    where: { [path]: { equals: id } },
    depth: 0,
    pagination: false,
    trash: true,
    overrideAccess: true,
    req,
  })
  for (const doc of docs) {
    // The whole document: on SQLite, Payload empties every array that an update with a list does not name.
    const data = { ...doc, ...change(doc as unknown as Row) }
    await req.payload.db.updateOne({ collection, id: doc.id, data, req, returning: false })
  }
  return docs.length
}

function detach(req: PayloadRequest, collection: CollectionSlug, path: string, id: string): Promise<number> {
  const segments = path.split('.')
  const field = segments[0] as string
  return rewrite(req, collection, path, id, (doc) => without({ [field]: doc[field] }, segments, id) as Row)
}

function dropRows(
  req: PayloadRequest,
  step: { collection: CollectionSlug; dropRows: string; field: string },
  id: string,
) {
  return rewrite(req, step.collection, `${step.dropRows}.${step.field}`, id, (doc) => ({
    [step.dropRows]: ((doc[step.dropRows] ?? []) as Row[]).filter((row) => String(row[step.field]) !== id),
  }))
}

/**
 * Removes what is part of a document and detaches what points at it, before the document itself goes.
 * Children go before parents, so that a crash in the middle leaves a tree that can be deleted again; where
 * the engine has transactions, all of it is part of the request's.
 *
 * @throws {Conflict} where a shot, a scene or a media file has a locked panel on it, or where a script is being
 * imported into the project or episode: nothing was changed.
 * @returns how many of each collection were removed or detached; the event of the deletion says it, too.
 */
export async function removeDependents(args: RemoveArgs): Promise<Removed> {
  const { req, root, id } = args
  if (req.context.isCascading) return {}
  if (root === 'scenes') await mendParents(req, root, id)
  if (root === 'media' || root === 'shots' || root === 'scenes')
    await assertNothingLocked(req, root, id, 'deleting')
  const projectId = await projectWithImports(req, root, id)
  return projectId ? deletingInTurn(req, projectId, () => removeInTurn(args)) : removeInTurn(args)
}

/** The project whose imports could be writing into what is to go. */
async function projectWithImports(
  req: PayloadRequest,
  root: CascadeRoot,
  id: string,
): Promise<string | null> {
  if (root === 'projects') return id
  if (root !== 'episodes') return null
  const query = {
    collection: root,
    id,
    depth: 0,
    joins: false,
    trash: true,
    select: { project: true },
  } as const
  const episode = await req.payload.findByID({ ...query, disableErrors: true, overrideAccess: true, req })
  return relationId(episode?.project)
}

async function removeInTurn({ req, root, id }: RemoveArgs): Promise<Removed> {
  const removed: Removed = {}
  // A bulk delete runs its hooks at the same time on one request: what is said here is not for the others.
  const inner = isolateObjectProperty(req, 'context')
  inner.context = {
    ...req.context,
    isCascading: true,
    cascadeRoot: root,
    ...(root === 'projects' ? { deletingProject: id } : {}),
    ...(root === 'episodes' ? { deletingEpisode: id } : {}),
  }
  if (root === 'episodes') await mendParents(req, root, id)
  if (root === 'projects' || root === 'episodes') removed.tasks = await forgetTasks(req, root, id)
  for (const step of STEPS[root]) {
    if (!('remove' in step)) {
      const count =
        'detach' in step ? await detach(req, step.collection, step.detach, id) : await dropRows(req, step, id)
      if (count > 0)
        removed[`${step.collection} (detached)`] = (removed[`${step.collection} (detached)`] ?? 0) + count
      continue
    }
    const { docs } = await req.payload.delete({
      collection: step.collection,
      where: step.remove(id),
      depth: 0,
      trash: true,
      overrideAccess: true,
      req: inner,
    })
    if (docs.length > 0) removed[step.collection] = docs.length
  }
  await mendVersions(req, root, id)
  noteRemoved(req.context, root, id, removed)
  req.payload.logger.info({ msg: `Removed what belonged to ${root} ${id}`, removed })
  return removed
}
