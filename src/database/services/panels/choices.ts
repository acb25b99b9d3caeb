import { isolateObjectProperty, type PayloadRequest } from 'payload'
import { relationId } from '@/lib/ids'
import { currentPanel } from './currentPanel'

/**
 * Whether a picture that a person brings becomes the one to show by that alone. Beside one that was approved or locked
 * it waits for a decision, as everything does.
 *
 * @param exceptId the panel that gets the picture, where it is there already
 */
export async function isShownOnArrival(
  req: PayloadRequest,
  shotId: string,
  exceptId?: string,
): Promise<boolean> {
  const { docs } = await req.payload.find({
    collection: 'panels',
    where: {
      and: [{ shot: { equals: shotId } }, ...(exceptId ? [{ id: { not_equals: exceptId } }] : [])],
    },
    sort: '-version',
    depth: 0,
    pagination: false,
    overrideAccess: true,
    select: { version: true, status: true, origin: true, chosenAt: true, createdAt: true },
    req,
  })
  const current = currentPanel(docs.map(asChoice))
  return current === null || !['approved', 'locked'].includes(current.status)
}

/** A person put another file in the place of a picture: the panels that show it show theirs from now on. */
export async function choosePanelsOf(req: PayloadRequest, mediaId: string): Promise<void> {
  // The request carries the uploaded file: the panel's own update must not see it.
  const inner = isolateObjectProperty(req, 'file')
  inner.file = undefined
  const options = { collection: 'panels', depth: 0, overrideAccess: true, req: inner } as const
  const { docs } = await req.payload.find({
    ...options,
    where: { and: [{ image: { equals: mediaId } }, { status: { not_equals: 'locked' } }] },
    pagination: false,
    select: { shot: true },
  })
  for (const { id, shot } of docs) {
    const shotId = relationId(shot)
    if (shotId === null || !(await isShownOnArrival(req, shotId, String(id)))) continue
    await req.payload.update({ ...options, id, data: { chosenAt: new Date().toISOString() } })
  }
}

type Stored = {
  version?: number | null
  status: string
  origin: string
  chosenAt?: string | null
  createdAt: string
}

/** A stored panel as {@link currentPanel} looks at it. */
export const asChoice = <P extends Stored>(panel: P) => ({
  ...panel,
  version: panel.version ?? 1,
  chosenAt: panel.chosenAt ?? null,
})
