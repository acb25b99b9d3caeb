import { createLocalReq, type Migration, type Payload } from 'payload'

/**
 * Takes back the newest migration that has run, data included: for going back to the version of Showrunner before
 * it, which must be started next; this one would migrate again at its start.
 *
 * @param migrations of the engine, oldest first
 * @param extra what the engine's migrations are given beside Payload and the request
 * @returns its name; null where there is none that can be taken back: the first made the database
 * @throws where it is not among `migrations`: a newer version ran it
 */
export async function rollBack(
  payload: Payload,
  migrations: readonly Migration[],
  extra: Record<string, unknown> = {},
): Promise<string | null> {
  const { docs } = await payload.find({
    collection: 'payload-migrations',
    sort: '-name',
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  const last = docs[0]
  if (!last) return null
  const migration = migrations.find(({ name }) => name === last.name)
  if (!migration)
    throw new Error(`${last.name} was run by a newer version of Showrunner: only that can take it back.`)
  if (last.name?.startsWith('000_')) return null
  const req = await createLocalReq({}, payload)
  await migration.down({ payload, req, ...extra } as never)
  await payload.delete({ collection: 'payload-migrations', id: last.id, overrideAccess: true, req })
  return migration.name
}
