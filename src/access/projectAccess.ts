import type { Access, PayloadRequest, Where } from 'payload'
import { actorOf, type ProjectRole } from './roles'

/** read: see it. write: change scripts, shots, media. manage: delete, change members and money. */
export type ProjectNeed = 'read' | 'write' | 'manage'

const ROLES_FOR: Record<ProjectNeed, readonly ProjectRole[]> = {
  read: ['producer', 'director', 'editor', 'viewer'],
  write: ['producer', 'director', 'editor'],
  manage: ['producer'],
}

interface Membership {
  id: string
  isOwner: boolean
  role: ProjectRole | null
  isTrashed: boolean
}

/** One look-up of memberships per request and user: access functions run many times in one. */
const memberships = new WeakMap<object, Map<string, Promise<Membership[]>>>()

/** What is in the trash; one look-up per request, too. */
const trashed = new WeakMap<object, Promise<Record<'projects' | 'episodes', string[]>>>()

/**
 * One request's own: Payload hands copies of it to access functions while it checks the paths of a query
 * (`isolateObjectProperty` in `validateSearchParam`), and each of them looked everything up again.
 */
const ownOf = (req: PayloadRequest): object => req.payloadDataLoader ?? req

/** Call after a request changed who belongs to a project or what is in the trash, so that its next check sees it. */
export function forgetMemberships(req: PayloadRequest): void {
  memberships.delete(ownOf(req))
  trashed.delete(ownOf(req))
}

async function idsInTrash(req: PayloadRequest, collection: 'projects' | 'episodes'): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection,
    where: { deletedAt: { exists: true } },
    depth: 0,
    pagination: false,
    joins: false,
    trash: true,
    overrideAccess: true,
    select: { deletedAt: true },
  })
  return docs.map(({ id }) => String(id))
}

/**
 * Leaves out what is part of a project, or of an episode, that is in the trash: it is out of sight with it, and back
 * with it, without a mark of its own that a restoration would have to tell from others.
 *
 * @param fields what the documents call their project and their episode
 */
export async function outOfTrash(
  req: PayloadRequest,
  fields: { project?: string; episode?: string },
): Promise<true | Where> {
  let pending = trashed.get(ownOf(req))
  if (!pending) {
    pending = (async () => ({
      projects: await idsInTrash(req, 'projects'),
      episodes: await idsInTrash(req, 'episodes'),
    }))()
    trashed.set(ownOf(req), pending)
  }
  const { projects, episodes } = await pending
  const and = (
    [
      [fields.project, projects],
      [fields.episode, episodes],
    ] as const
  ).flatMap(([field, ids]): Where[] => {
    if (!field || ids.length === 0) return []
    const or: Where[] = [{ [field]: { exists: false } }, { [field]: { not_in: ids } }]
    return [{ or }]
  })
  return and.length === 0 ? true : { and }
}

const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? String((value as { id: unknown }).id) : String(value)

async function loadMemberships(req: PayloadRequest, userId: string): Promise<Membership[]> {
  const { docs } = await req.payload.find({
    collection: 'projects',
    where: {
      or: [{ createdBy: { equals: userId } }, { 'members.user': { equals: userId } }],
    },
    depth: 0,
    pagination: false,
    trash: true,
    overrideAccess: true,
    select: { createdBy: true, members: true, deletedAt: true },
  })
  return docs.map((project) => ({
    id: String(project.id),
    isOwner: project.createdBy != null && idOf(project.createdBy) === userId,
    role: (project.members ?? []).find((entry) => entry.user && idOf(entry.user) === userId)?.role ?? null,
    isTrashed: Boolean(project.deletedAt),
  }))
}

/**
 * The projects a request may read, write or manage.
 *
 * @param withTrashed also those in the trash: to look at them there, to restore and to delete them
 * @returns `all` for studio admins (and, to read, workers); else the ids, possibly none.
 */
export async function projectIdsFor(
  req: PayloadRequest,
  need: ProjectNeed,
  { withTrashed = false }: { withTrashed?: boolean } = {},
): Promise<'all' | string[]> {
  const actor = actorOf(req)
  if (!actor) return []
  if (actor.role === 'admin') return 'all'
  if (actor.role === 'worker') return need === 'manage' ? [] : 'all'
  const known = memberships.get(ownOf(req)) ?? new Map<string, Promise<Membership[]>>()
  memberships.set(ownOf(req), known)
  const pending = known.get(actor.id) ?? loadMemberships(req, actor.id)
  known.set(actor.id, pending)
  const isReadOnly = actor.role === 'viewer' && need !== 'read'
  return (await pending)
    .filter((member) => member.isOwner || (member.role !== null && ROLES_FOR[need].includes(member.role)))
    .filter((member) => !isReadOnly || member.isOwner)
    .filter((member) => withTrashed || !member.isTrashed)
    .map((member) => member.id)
}

/** Whether a request may do something in one project. */
export async function canInProject(
  req: PayloadRequest,
  projectId: string,
  need: ProjectNeed,
): Promise<boolean> {
  const ids = await projectIdsFor(req, need)
  return ids === 'all' || ids.includes(projectId)
}

/** Matches nothing: an empty list is the right answer for somebody who is in no project, not an error. */
export const NOTHING: Where = { id: { exists: false } }

const whereProject = (req: PayloadRequest, field: string, ids: 'all' | string[]): boolean | Where => {
  if (ids === 'all') return true
  if (ids.length > 0) return { [field]: { in: ids } }
  return actorOf(req) ? NOTHING : false
}

/** Access to documents of a collection that has a `project` field; also where that is in the trash. */
export const inProjectOrTrash =
  (need: ProjectNeed): Access =>
  async ({ req }) =>
    whereProject(req, 'project', await projectIdsFor(req, need))

/**
 * Access to documents of a collection that has a `project` field, out of the trash.
 *
 * @param episode the name of their relation to an episode, where they have one
 */
export const inProject =
  (need: ProjectNeed, episode?: 'episode'): Access =>
  async ({ req }) => {
    const ids = await projectIdsFor(req, need)
    const where = whereProject(req, 'project', ids)
    if (where === false || ids.length === 0) return where
    // Those whose projects are counted up have none in the trash among them.
    const visible = await outOfTrash(req, { ...(ids === 'all' ? { project: 'project' } : {}), episode })
    if (where === true) return visible
    return visible === true ? where : { and: [where, visible] }
  }

/** Access to earlier versions of such documents: Payload's own default would show them to every user. */
export const versionsInProject: Access = async ({ req }) =>
  whereProject(req, 'version.project', await projectIdsFor(req, 'read'))

/** Where a new document's project comes from, if it does not name one itself. */
export interface ParentLink {
  field: string
  collection: 'episodes' | 'scenes' | 'shots' | 'projects'
}

/** The project a document will belong to: its own field, else its first parent's. Null where neither is given. */
export async function resolveProjectId(
  req: PayloadRequest,
  data: Record<string, unknown> | undefined,
  parents: ParentLink[],
): Promise<string | null> {
  for (const parent of parents) {
    if (data?.[parent.field] == null) continue
    if (parent.collection === 'projects') return idOf(data[parent.field])
    const doc = await req.payload.findByID({
      collection: parent.collection,
      id: idOf(data[parent.field]),
      depth: 0,
      overrideAccess: true,
      disableErrors: true,
      req,
    })
    return doc?.project == null ? null : idOf(doc.project)
  }
  return null
}

/**
 * Access to create documents of a project. Without data Payload only asks whether to offer the button;
 * with data, the project must be one that the request may write to.
 */
export const createInProject =
  (parents: ParentLink[] = [{ field: 'project', collection: 'projects' }]): Access =>
  async ({ req, data }) => {
    const ids = await projectIdsFor(req, 'write')
    if (ids === 'all') return true
    if (!data || Object.keys(data).length === 0) return ids.length > 0
    const projectId = await resolveProjectId(req, data as Record<string, unknown>, parents)
    if (projectId !== null) return ids.includes(projectId)
    // One that is not there is answered as one of another project.
    const isNamed = parents.some(({ field }) => (data as Record<string, unknown>)[field] || false)
    // Nothing named: let validation answer, which names the missing field.
    return !isNamed && ids.length > 0
  }
