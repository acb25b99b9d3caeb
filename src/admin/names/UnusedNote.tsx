import type { BeforeListTableServerProps } from 'payload'
import { CharacterService } from '@/database/services/CharacterService'
import { LocationService } from '@/database/services/LocationService'
import { ProjectService } from '@/database/services/ProjectService'
import { relationId } from '@/lib/ids'
import { RemoveUnused } from './RemoveUnused'

/** Of so many projects on one page of the list the unused are looked for. */
const MAX_PROJECTS = 5

/** Above the list: whom, or which places, a script brought and nothing has any more. Of the projects that are listed. */
export async function UnusedNote({ collectionSlug, data, payload, user }: BeforeListTableServerProps) {
  if (!user || (collectionSlug !== 'characters' && collectionSlug !== 'locations')) return null
  const context = { payload, user }
  const service =
    collectionSlug === 'characters' ? new CharacterService(context) : new LocationService(context)
  const docs = (data?.docs ?? []) as Array<{ project?: unknown; deletedAt?: unknown }>
  const listed = docs.filter(({ deletedAt }) => !deletedAt).map(({ project }) => relationId(project))
  const projectIds = [...new Set(listed.filter((id) => id !== null))].slice(0, MAX_PROJECTS)
  const notes = await Promise.all(
    projectIds.map(async (id) => {
      const [project, names] = await Promise.all([
        new ProjectService(context).findById(id),
        service.findUnused(id),
      ])
      return { id, title: project?.title ?? '', names: names.map(({ name }) => name) }
    }),
  )
  const found = notes.filter(({ names }) => names.length > 0)
  if (found.length === 0) return null
  return <RemoveUnused kind={collectionSlug} projects={found} />
}
