import type { PayloadRequest } from 'payload'
import type { Character, Location } from '@/payload-types'
import { storedInTurns } from '../storedInTurns'

/** What a project's people, or its places, are called. */
export async function namedIn(
  req: PayloadRequest,
  collection: 'characters' | 'locations',
  projectId: string,
): Promise<Array<Pick<Character | Location, 'id' | 'name' | 'aliases'>>> {
  const where = { project: { equals: projectId } }
  return storedInTurns(req, { collection, where, fields: ['name', 'aliases'] })
}
