import type { Payload } from 'payload'
import { report } from '../report'

/** Users as they are stored. */
interface NativeUsers {
  find(filter: object, options?: object): AsyncIterable<{ name?: string }>
  updateMany(filter: object, update: object): Promise<{ modifiedCount: number }>
}

const usersOf = (payload: Payload): NativeUsers | undefined =>
  (payload.db as unknown as { collections: Record<string, { collection: NativeUsers } | undefined> })
    .collections.users?.collection

const WITH_KEY_AND_NO_WORKER = { apiKeyIndex: { $type: 'string' }, role: { $ne: 'worker' } }

/** API keys are known by their digest alone, and are for workers; nobody locks an account any more. */
export async function up({ payload }: { payload: Payload }): Promise<void> {
  const users = usersOf(payload)
  if (!users) return
  const notConverted: string[] = []
  for await (const { name } of users.find(WITH_KEY_AND_NO_WORKER, { projection: { name: 1 } }))
    notConverted.push(`${name}: the API key of somebody who is no worker`)
  const { modifiedCount } = await users.updateMany(
    { apiKey: { $type: 'string' } },
    { $unset: { apiKey: '' } },
  )
  await users.updateMany(WITH_KEY_AND_NO_WORKER, {
    $unset: { apiKeyIndex: '' },
    $set: { enableAPIKey: false },
  })
  await users.updateMany(
    { $or: [{ loginAttempts: { $exists: true } }, { lockUntil: { $exists: true } }] },
    { $unset: { loginAttempts: '', lockUntil: '' } },
  )
  const moved = { 'API keys that cannot be read any more': modifiedCount }
  report(payload, { name: '002_sign_in', direction: 'up', moved, notConverted })
}

/** A key that nobody can read is one that an earlier version takes, too. */
export async function down(): Promise<void> {}
