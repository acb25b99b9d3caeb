import { MongoServerError } from 'mongodb'
import type { GetDb } from './client'
import { OWN_INDEXES } from './indexes'

/** IndexOptionsConflict, IndexKeySpecsConflict: an index of this name or key is there, defined otherwise. */
const CHANGED = [85, 86]

/**
 * Creates the engine's own indexes. Safe at every start and in any number of processes at once: the server
 * leaves alone what is there and lets a second builder wait for the first. An index that this release defines
 * otherwise is dropped by its name and made anew.
 */
export async function createOwnIndexes(db: GetDb): Promise<void> {
  for (const { collection: name, ...index } of OWN_INDEXES) {
    const collection = db().collection(name)
    try {
      await collection.createIndexes([index])
    } catch (error) {
      if (!(error instanceof MongoServerError) || !CHANGED.includes(Number(error.code))) throw error
      await collection.dropIndex(index.name)
      await collection.createIndexes([index])
    }
  }
}
