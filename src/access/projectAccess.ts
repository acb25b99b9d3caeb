import type { Access, PayloadRequest, Where } from 'payload'
import { actorOf, type ProjectRole } from './roles'

/** read: see it. write: change scripts, shots, media. manage: delete, change collaborators and money. */
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
}

/** One look-up of memberships per request: access functions run many times in one. */
const memberships = new WeakMap<object, Promise<Membership[]>>()

/** Call after a request changed who belongs to a project, so that its next check sees it. */
export function forgetMemberships(req: PayloadRequest): void {
  memberships.delete(req)
}

const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? String((value as { id: unknown }).id) : String(value)

async function loadMemberships(req: PayloadRequest, userId: string): Promise<Membership[]> {
  const { docs } = await req.payload.find({
    collection: 'projects',
    where: {
      or: [{ createdBy: { equals: userId } }, { 'collaborators.user': { equals: userId } }],
    },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    select: { createdBy: true, collaborators: true },
  })
  return docs.map((project) => ({
    id: String(project.id),
    isOwner: project.createdBy != null && idOf(project.createdBy) === userId,
    role:
      (project.collaborators ?? []).find((entry) => entry.user && idOf(entry.user) === userId)?.role ?? null,
  }))
}

/**
 * The projects a request may read, write or manage.
 *
 * @returns `all` for studio admins (and, to read, workers); else the ids, possibly none.
 */
export async function projectIdsFor(req: PayloadRequest, need: ProjectNeed): Promise<'all' | string[]> {
  const actor = actorOf(req)
  if (!actor) return []
  if (actor.role === 'admin') return 'all'
  if (actor.role === 'worker') return need === 'manage' ? [] : 'all'
  let pending = memberships.get(req)
  if (!pending) {
    pending = loadMemberships(req, actor.id)
    memberships.set(req, pending)
  }
  const isReadOnly = actor.role === 'viewer' && need !== 'read'
  return (await pending)
    .filter((member) => member.isOwner || (member.role !== null && ROLES_FOR[need].includes(member.role)))
    .filter((member) => !isReadOnly || member.isOwner)
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

/** Access to documents of a collection that has a `project` field. */
export const inProject =
  (need: ProjectNeed): Access =>
  async ({ req }) =>
    whereProject(req, 'project', await projectIdsFor(req, need))

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
    // Nothing named: let validation answer, which names the missing field.
    return projectId === null ? ids.length > 0 : ids.includes(projectId)
  }
