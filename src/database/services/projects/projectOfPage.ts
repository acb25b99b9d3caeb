import type { CollectionSlug, PayloadRequest } from 'payload'
import { relationId } from '@/lib/ids'

const PAGE = /^\/collections\/([^/]+)\/(?:trash\/)?([^/]+)/

/**
 * The project of the document on whose page of the admin panel something new is begun, such as an upload for one of its
 * fields: what belongs to a document is of its project. Undefined where it is begun anywhere else, and for programs.
 */
export async function projectOfPage(req: PayloadRequest): Promise<string | undefined> {
  const { payload, user } = req
  // What opens over a page is asked for by a server action, which names the page it is called from.
  const page = req.headers?.has('next-action') ? req.headers.get('referer') : null
  if (!user || !page || !URL.canParse(page)) return undefined
  const { pathname } = new URL(page)
  const { admin } = payload.config.routes
  const [, slug, id] = (pathname.startsWith(admin) && PAGE.exec(pathname.slice(admin.length))) || []
  if (!slug || !id || id === 'create' || !Object.hasOwn(payload.collections, slug)) return undefined
  const doc = await payload.findByID({
    collection: slug as CollectionSlug,
    id,
    depth: 0,
    joins: false as never,
    trash: true,
    disableErrors: true,
    overrideAccess: false,
    user,
  })
  if (!doc) return undefined
  return slug === 'projects'
    ? String(doc.id)
    : (relationId((doc as { project?: unknown }).project) ?? undefined)
}
