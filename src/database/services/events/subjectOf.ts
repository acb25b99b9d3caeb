import type { CollectionSlug, Payload } from 'payload'
import { entityName } from './entityName'

/** What of an event says what it is about. */
export interface EventEntity {
  entityCollection: string
  entityId: string
  before?: unknown
  after?: unknown
}

export interface EventSubject {
  /** What it is called now; where it is gone, what it was called then. */
  title: string
  /** Below the admin panel's address; null where there is nothing to be seen any more. */
  path: string | null
}

const textOf = (record: unknown, field: string): string | null => {
  const value = (record as Record<string, unknown> | null | undefined)?.[field]
  return (typeof value === 'string' && value.trim() !== '') || typeof value === 'number'
    ? String(value)
    : null
}

/** What an event is about, by the title that its collection goes by. */
export async function subjectOf(payload: Payload, event: EventEntity): Promise<EventSubject> {
  const { entityCollection: slug, entityId: id, before, after } = event
  const config = payload.collections[slug as CollectionSlug]?.config
  const field = config?.admin.useAsTitle ?? 'title'
  const doc = config
    ? ((await payload.findByID({
        // Any of them: all that is asked for here, all have alike.
        collection: slug as 'scenes',
        id,
        depth: 0,
        joins: false,
        disableErrors: true,
        // What is in the trash is still there.
        trash: Boolean(config.trash),
        select: { [field]: true, ...(config.trash ? { deletedAt: true } : {}) } as never,
        overrideAccess: true,
      })) as unknown as Record<string, unknown> | null)
    : null
  const then = [after, before].flatMap((each) => [field, 'title', 'name'].map((name) => textOf(each, name)))
  const title = textOf(doc, field) ?? then.find((each) => each !== null)
  const noun = entityName(slug).replaceAll('-', ' ')
  if (!doc) return { title: title ? `${title} (deleted)` : `A ${noun} that is gone`, path: null }
  const folder = doc.deletedAt ? `${slug}/trash` : slug
  return {
    title: title ?? `A ${noun} without a title`,
    // Shown inside other pages alone.
    path: config?.admin.hidden === true ? null : `/collections/${folder}/${id}`,
  }
}
