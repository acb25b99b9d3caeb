import type { Access, FieldAccess, Where } from 'payload'
import {
  actorOf,
  canCreateProjects,
  canInProject,
  isAdmin,
  NOTHING,
  type ProjectNeed,
  projectIdsFor,
} from '@/access'

const projectWhere =
  (need: ProjectNeed, field = 'id'): Access =>
  async ({ req }) => {
    // Payload asks for those in the trash by itself, where they are to be seen.
    const ids = await projectIdsFor(req, need, { withTrashed: true })
    if (ids === 'all') return true
    if (ids.length > 0) return { [field]: { in: ids } } as Where
    return need === 'read' && actorOf(req) ? NOTHING : false
  }

export const projectAccess = {
  create: (({ req }) => canCreateProjects(req)) satisfies Access,
  read: projectWhere('read'),
  readVersions: projectWhere('read', 'parent'),
  update: projectWhere('write'),
  delete: projectWhere('manage'),
}

/**
 * Who belongs to a project, what it may cost and whether anything is generated for it is for its producers: an editor must
 * not make themselves one.
 */
export const managersOnly: FieldAccess = async ({ req, id, doc }) => {
  // For a form Payload asks with the document alone (getEntityPermissions).
  const project = id ?? (doc as { id?: unknown } | undefined)?.id
  if (isAdmin(req) || project === undefined) return true
  return canInProject(req, String(project), 'manage')
}
