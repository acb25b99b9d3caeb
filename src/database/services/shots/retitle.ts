import type { PayloadRequest, Where } from 'payload'
import { panelTitle, shotTitle } from '@/lib/titles'

/** The number of the scene a shot is in. */
export async function sceneNumberOf(req: PayloadRequest, sceneId: string): Promise<string | null> {
  const scene = await req.payload.findByID({
    collection: 'scenes',
    id: sceneId,
    depth: 0,
    joins: false,
    select: { sceneNumber: true },
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  return scene?.sceneNumber ?? null
}

/** Titles follow the numbers they are made of. Computed: no version, no event. */
const retitle = (req: PayloadRequest, collection: 'shots' | 'panels', id: string, title: string) =>
  req.payload.db.updateOne({ collection, id, data: { title }, req, returning: false })

const all = (req: PayloadRequest, where: Where) =>
  ({ where, depth: 0, pagination: false, overrideAccess: true, req }) as const

/** After a shot got another number: the titles of its panels. */
export async function retitlePanels(req: PayloadRequest, shotId: string, title: string): Promise<void> {
  const { docs } = await req.payload.find({
    ...all(req, { shot: { equals: shotId } }),
    collection: 'panels',
    select: { title: true, version: true },
  })
  for (const panel of docs) {
    const wanted = panelTitle(title, panel.version ?? 1)
    if (panel.title !== wanted) await retitle(req, 'panels', panel.id, wanted)
  }
}

/** After a scene got another number: the titles of its shots and of their panels. */
export async function retitleShots(req: PayloadRequest, sceneId: string, sceneNumber: string): Promise<void> {
  const { docs } = await req.payload.find({
    ...all(req, { scene: { equals: sceneId } }),
    collection: 'shots',
    joins: false,
    select: { title: true, shotNumber: true },
  })
  for (const shot of docs) {
    const wanted = shotTitle(sceneNumber, shot.shotNumber)
    if (shot.title === wanted) continue
    await retitle(req, 'shots', shot.id, wanted)
    await retitlePanels(req, shot.id, wanted)
  }
}
