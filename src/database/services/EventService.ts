import type { Where } from 'payload'
import type { NewEvent } from '@/contracts'
import type { Event } from '@/payload-types'
import { appendEvents } from './events/appendEvents'
import { type EventEntity, type EventSubject, subjectOf } from './events/subjectOf'
import { callable, Service } from './Service'

export interface EventFilters {
  project?: string
  /** Only after this sequence number. */
  after?: number
  /** `panel.created`, or a pattern such as `panel.*`. */
  type?: string
  entityCollection?: string
  entityId?: string
  /** @default 100 */
  limit?: number
}

class EventServiceClass extends Service {
  /** Appends events to the log, in order. @returns the last sequence number. */
  async append(events: NewEvent[]): Promise<number> {
    return appendEvents(await this.payload(), events)
  }

  /** What an event that somebody may see is about, by its title. */
  async subjectOf(event: EventEntity): Promise<EventSubject> {
    return subjectOf(await this.payload(), event)
  }

  /** Events that the user may see: from `after` on oldest first, else the newest first. */
  async find(filters: EventFilters = {}): Promise<Event[]> {
    const payload = await this.payload()
    const and: Where[] = []
    if (filters.project) and.push({ project: { equals: filters.project } })
    if (filters.after !== undefined) and.push({ sequence: { greater_than: filters.after } })
    if (filters.type?.endsWith('*')) and.push({ type: { like: filters.type.slice(0, -1) } })
    else if (filters.type) and.push({ type: { equals: filters.type } })
    if (filters.entityCollection) and.push({ entityCollection: { equals: filters.entityCollection } })
    if (filters.entityId) and.push({ entityId: { equals: filters.entityId } })
    const { docs } = await payload.find({
      collection: 'events',
      where: { and },
      sort: filters.after === undefined ? '-sequence' : 'sequence',
      depth: 0,
      limit: filters.limit ?? 100,
      pagination: false,
      ...this.access(),
    })
    const prefix = filters.type?.endsWith('*') ? filters.type.slice(0, -1) : null
    // `like` finds the words anywhere; a pattern means the beginning.
    return prefix === null ? docs : docs.filter((event) => event.type.startsWith(prefix))
  }
}

export const EventService = callable(EventServiceClass)
export type EventService = EventServiceClass
