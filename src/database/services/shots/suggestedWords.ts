import type { PayloadRequest } from 'payload'
import { relationId } from '@/lib/ids'
import type { Shot } from '@/payload-types'
import type { Named } from '../names/byName'
import { oneName } from '../names/oneName'

/** Everybody of the projects that shots are in, with all their names. */
export async function peopleOfShots(
  req: PayloadRequest,
  shots: ReadonlyArray<Pick<Shot, 'project'>>,
): Promise<Named[]> {
  const projects = [...new Set(shots.map(({ project }) => relationId(project)).filter((id) => id !== null))]
  if (projects.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'characters',
    where: { or: [{ project: { in: projects } }, { 'world.project': { in: projects } }] },
    select: { name: true, aliases: true },
    depth: 0,
    pagination: false,
    joins: false,
    overrideAccess: true,
    req,
  })
  return docs
}

/**
 * Shots whose description is the machine's, but for names. A shot is a person's as soon as they change anything of it,
 * its size or its place: what it says may be what was suggested still, as its first version tells.
 *
 * @returns their ids
 */
export async function withSuggestedWords(
  req: PayloadRequest,
  shots: ReadonlyArray<Pick<Shot, 'id' | 'origin' | 'description' | 'project'>>,
): Promise<Set<string>> {
  const found = new Set(shots.flatMap(({ id, origin }) => (origin === 'ai' ? [String(id)] : [])))
  const claimed = shots.filter(({ id, description }) => description && !found.has(String(id)))
  if (claimed.length === 0) return found
  const { docs: versions } = await req.payload.db.findVersions<Shot>({
    collection: 'shots',
    where: {
      and: [{ parent: { in: claimed.map(({ id }) => id) } }, { 'version.origin': { equals: 'ai' } }],
    },
    limit: 0,
    pagination: false,
    req,
  })
  if (versions.length === 0) return found
  const inOneName = oneName(await peopleOfShots(req, claimed))
  const fold = (text: string) => inOneName(text).replace(/\s+/g, ' ').trim()
  const suggested = new Map<string, Set<string>>()
  for (const { parent, version } of versions) {
    const words = suggested.get(String(parent)) ?? new Set()
    suggested.set(String(parent), words.add(fold(version.description ?? '')))
  }
  for (const { id, description } of claimed)
    if (suggested.get(String(id))?.has(fold(description ?? ''))) found.add(String(id))
  return found
}
