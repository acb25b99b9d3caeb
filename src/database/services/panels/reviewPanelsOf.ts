import { isolateObjectProperty, type PayloadRequest } from 'payload'

/** Sends the approved panels that show a picture back to review, on behalf of whoever changed it. */
export async function reviewPanelsOf(req: PayloadRequest, mediaId: string): Promise<void> {
  // The request carries the uploaded file: the panel's own update must not see it.
  const inner = isolateObjectProperty(req, 'file')
  inner.file = undefined
  await req.payload.update({
    collection: 'panels',
    where: { and: [{ image: { equals: mediaId } }, { status: { equals: 'approved' } }] },
    data: { status: 'review' },
    depth: 0,
    overrideAccess: true,
    req: inner,
  })
}
