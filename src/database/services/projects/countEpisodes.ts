import type { PayloadRequest } from 'payload'

/** Brings a project's episodesMade up to date. A computed number: no version, no event. */
export async function countEpisodes(req: PayloadRequest, projectId: string): Promise<void> {
  const { totalDocs } = await req.payload.count({
    collection: 'episodes',
    where: { project: { equals: projectId } },
    overrideAccess: true,
    req,
  })
  await req.payload.db.updateOne({
    collection: 'projects',
    id: projectId,
    data: { episodesMade: totalDocs },
    req,
    returning: false,
  })
}
