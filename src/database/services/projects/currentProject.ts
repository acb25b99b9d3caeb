import type { Payload, TypedUser } from 'payload'
import { CURRENT_PROJECT_KEY, type CurrentProjectPreference } from '@/contracts'

export interface CurrentProject {
  id: string
  title: string
}

/**
 * The project that a user has narrowed the admin panel's lists to. Null where they chose none, and where the one they
 * chose is in the trash, gone, or not theirs to see any more: a list must not be empty for a reason nobody sees.
 */
export async function currentProject(payload: Payload, user: TypedUser): Promise<CurrentProject | null> {
  const { docs } = await payload.find({
    collection: 'payload-preferences',
    where: {
      and: [
        { key: { equals: CURRENT_PROJECT_KEY } },
        { 'user.relationTo': { equals: user.collection } },
        { 'user.value': { equals: user.id } },
      ],
    },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  // Anybody may write anything into their own preferences.
  const id: unknown = (docs[0]?.value as Partial<CurrentProjectPreference> | null | undefined)?.project
  if (typeof id !== 'string' || id === '') return null
  const project = await payload.findByID({
    collection: 'projects',
    id,
    depth: 0,
    joins: false,
    disableErrors: true,
    select: { title: true },
    overrideAccess: false,
    user,
  })
  return project ? { id: String(project.id), title: project.title } : null
}
