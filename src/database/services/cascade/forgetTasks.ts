import type { PayloadRequest, Where } from 'payload'

/** Takes the tasks of what is being deleted out of the queue. Running ones find their lease gone and stop. */
export async function forgetTasks(
  req: PayloadRequest,
  root: 'projects' | 'episodes',
  id: string,
): Promise<number> {
  const where: Where = { [root === 'projects' ? 'project' : 'episode']: { equals: id } }
  const { totalDocs } = await req.payload.count({ collection: 'tasks', where, overrideAccess: true, req })
  if (totalDocs > 0) await req.payload.db.deleteMany({ collection: 'tasks', where, req })
  return totalDocs
}
