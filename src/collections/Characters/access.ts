import type { Access, Where } from 'payload'
import { actorOf, createInProject, isAdmin, outOfTrash, type ProjectNeed, projectIdsFor } from '@/access'

/** A project's characters for its people; a world's for who may see that world; an organization's for all to read. */
const scoped =
  (need: ProjectNeed, prefix = ''): Access =>
  async ({ req }) => {
    if (!actorOf(req)) return false
    const ids = await projectIdsFor(req, need)
    if (ids === 'all') return outOfTrash(req, { project: `${prefix}project` })
    const or: Where[] = []
    if (ids.length > 0) {
      or.push({ [`${prefix}project`]: { in: ids } })
      or.push({
        and: [{ [`${prefix}scope`]: { equals: 'world' } }, { [`${prefix}world.project`]: { in: ids } }],
      })
    }
    if (need === 'read') or.push({ [`${prefix}scope`]: { equals: 'organization' } })
    return or.length > 0 ? { or } : false
  }

const createInOwnProject = createInProject()

/** An organization's characters, which everyone sees, are for admins to make. */
const createCharacter: Access = async (args) => {
  const scope = (args.data as { scope?: string } | undefined)?.scope ?? 'project'
  if (scope === 'organization') return isAdmin(args.req)
  return createInOwnProject(args)
}

export const characterAccess = {
  create: createCharacter,
  read: scoped('read'),
  readVersions: scoped('read', 'version.'),
  update: scoped('write'),
  delete: scoped('write'),
}
