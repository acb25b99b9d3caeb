import type { Payload } from 'payload'
import type { NewEvent } from '@/contracts'
import { engineOf } from '@/database/engine'

/** Appends domain events to the one log. @returns the last sequence number. */
export const appendEvents = (payload: Payload, events: NewEvent[]): Promise<number> =>
  events.length === 0 ? Promise.resolve(0) : engineOf(payload).events.append(events)
