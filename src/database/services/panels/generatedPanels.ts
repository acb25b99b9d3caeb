import { createLocalReq, type Payload } from 'payload'
import { relationId } from '@/lib/ids'
import type { Panel, Shot } from '@/payload-types'

/** A shot's panels, newest version first. */
export async function panelsOfShot(payload: Payload, shotId: string): Promise<Panel[]> {
  const { docs } = await payload.find({
    collection: 'panels',
    where: { shot: { equals: shotId } },
    sort: '-version',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs
}

/** The panel that a task has made already, if an earlier attempt got that far. */
export async function findPanelOfTask(payload: Payload, taskId: string): Promise<Panel | null> {
  const { docs } = await payload.find({
    collection: 'panels',
    where: { sourceTask: { equals: taskId } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  return docs[0] ?? null
}

/** Adds a generated picture as the shot's next version, for a person to review. */
export async function addGeneratedPanel(args: {
  payload: Payload
  shot: Shot
  imageId: string
  confidence: number | null
  taskId: string
}): Promise<Panel> {
  const { payload, shot } = args
  const req = await createLocalReq({ context: { isGenerating: true } }, payload)
  return payload.create({
    collection: 'panels',
    data: {
      shot: String(shot.id),
      image: args.imageId,
      origin: 'ai',
      status: 'review',
      confidence: args.confidence,
      sourceTask: args.taskId,
    } as never,
    depth: 0,
    overrideAccess: true,
    req,
  })
}

/** The ids of an episode's shots that have panels, and whether the one to show is stale or locked. */
export async function panelStateByShot(
  payload: Payload,
  episodeId: string,
): Promise<Map<string, { isStale: boolean; isLocked: boolean }>> {
  const { docs } = await payload.find({
    collection: 'panels',
    where: { episode: { equals: episodeId } },
    sort: 'version',
    select: { shot: true, status: true, isStale: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  const states = new Map<string, { isStale: boolean; isLocked: boolean }>()
  for (const panel of docs) {
    const shotId = relationId(panel.shot) as string
    const isLocked = (states.get(shotId)?.isLocked ?? false) || panel.status === 'locked'
    // In order of version: the last one counts.
    states.set(shotId, { isStale: Boolean(panel.isStale), isLocked })
  }
  return states
}
