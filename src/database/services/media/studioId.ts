import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'

const KEY = 'studio-id'

/** What tells this database from every other; made when it is first asked for. */
export async function studioId(payload: Payload): Promise<string> {
  const known = await payload.kv.get<{ id: string }>(KEY)
  if (known) return known.id
  await payload.kv.set(KEY, { id: randomUUID() })
  // Another process may have been at it at the same moment: what is stored counts.
  return (await payload.kv.get<{ id: string }>(KEY))?.id ?? ''
}
