import type { PayloadRequest } from 'payload'
import type { Character } from '@/payload-types'
import { canonicalName } from '@/screenplay'
import { namesOfOthers } from '../names/otherNames'

/**
 * The names that somebody was called by before, newest first. Their other names are none of these: a script says a
 * nickname on purpose. Nor is one that somebody else has by now: then the script means that one.
 */
export async function formerNames(req: PayloadRequest, person: Character): Promise<string[]> {
  const { docs } = await req.payload.db.findVersions<Character>({
    collection: 'characters',
    where: { parent: { equals: person.id } },
    select: { version: { name: true } },
    sort: '-updatedAt',
    limit: 0,
    pagination: false,
    req,
  })
  const typed = [...docs.map(({ version }) => version.name), person.visualDesign?.castAs].filter(Boolean)
  const found = new Map((typed as string[]).map((name) => [canonicalName(name), name]))
  found.delete(canonicalName(person.name))
  if (found.size === 0) return []
  const others = await namesOfOthers(req, 'characters', person)
  return [...found].flatMap(([canonical, name]) => (others.has(canonical) ? [] : [name]))
}
