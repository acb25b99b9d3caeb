import type { Payload, PayloadRequest } from 'payload'

/** One more than a project's last episode. What is in the trash may come back, and keeps its number until then. */
export async function nextEpisodeNumber(
  payload: Payload,
  projectId: string,
  req?: PayloadRequest,
): Promise<number> {
  const { docs } = await payload.find({
    collection: 'episodes',
    where: { project: { equals: projectId } },
    sort: '-episodeNumber',
    limit: 1,
    depth: 0,
    trash: true,
    select: { episodeNumber: true },
    overrideAccess: true,
    req,
  })
  return (docs[0]?.episodeNumber ?? 0) + 1
}
