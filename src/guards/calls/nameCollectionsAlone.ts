import type { Payload } from 'payload'

/**
 * Collections by their names, and nothing else by any: Payload looks a name that somebody asked for up in an object
 * (utilities/handleEndpoints), finds what every object has (`/api/toString`), and takes it for a collection.
 */
export function nameCollectionsAlone({ collections }: Payload): void {
  Object.setPrototypeOf(collections, null)
}
