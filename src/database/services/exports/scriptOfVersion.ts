import type { Payload } from 'payload'
import { ValidationError } from '@/errors'
import type { AccessOptions } from '../Service'
import type { EarlierScript } from './writeScript'

/** The text of an episode's script as of one of its versions. @throws {ValidationError} where there is none. */
export async function scriptOfVersion(
  payload: Payload,
  access: AccessOptions,
  { episodeId, version }: { episodeId: string; version: number },
): Promise<EarlierScript> {
  const { docs } = await payload.findVersions({
    collection: 'episodes',
    where: { and: [{ parent: { equals: episodeId } }, { 'version.script.version': { equals: version } }] },
    sort: '-createdAt',
    limit: 1,
    depth: 0,
    ...access,
  })
  const text = docs[0]?.version.script?.text
  if (text === null || text === undefined)
    throw new ValidationError([
      { field: 'revisedSince', message: `is no version of this script: ${version}` },
    ])
  return { version, text }
}
