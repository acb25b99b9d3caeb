import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { reserve } from '../locks/reserve'

/**
 * One more than the highest version among a shot's panels, for one panel alone: of several that come at once each has its
 * own, in the order in which they asked.
 */
export async function nextPanelVersion({ payload }: PayloadRequest, shotId: string): Promise<number> {
  // Outside of the request: its transaction would not see what has come since it began.
  const { docs } = await payload.find({
    collection: 'panels',
    where: { shot: { equals: shotId } },
    sort: '-version',
    limit: 1,
    depth: 0,
    overrideAccess: true,
    select: { version: true },
  })
  const token = randomUUID()
  let version = (docs[0]?.version ?? 0) + 1
  while (!(await reserve(payload, `panel:${shotId}:${version}`, token))) version += 1
  return version
}
