import type { PayloadRequest } from 'payload'

/** One more than the highest version among a shot's panels. */
export async function nextPanelVersion(req: PayloadRequest, shotId: string): Promise<number> {
  const { docs } = await req.payload.find({
    collection: 'panels',
    where: { shot: { equals: shotId } },
    sort: '-version',
    limit: 1,
    depth: 0,
    overrideAccess: true,
    select: { version: true },
    req,
  })
  return (docs[0]?.version ?? 0) + 1
}
