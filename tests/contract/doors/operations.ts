import type { Level } from './levels'
import type { Row } from './table'

/** What can be done with documents by every door, and what of a row says who may. */
export const OPERATIONS = {
  list: 'read',
  count: 'read',
  read: 'read',
  'look at versions': 'earlier',
  'look at a version': 'earlier',
  create: 'create',
  change: 'change',
  'change many': 'change',
  'put into the trash': 'remove',
  delete: 'remove',
  'delete many': 'remove',
  duplicate: 'duplicate',
  'restore a version': 'restore',
  // It says what a form may offer, to everybody, and must say the same of what is not theirs and what is not there.
  'ask for rights': 'rights',
} as const satisfies Record<string, keyof Row | 'rights'>
export type Operation = keyof typeof OPERATIONS

export const levelOf = (row: Row, operation: Operation): Level => {
  const of = OPERATIONS[operation]
  return of === 'rights' ? 'anyone' : row[of]
}

/** Those that show something; the others write. */
export const READS: Operation[] = [
  'list',
  'count',
  'read',
  'look at versions',
  'look at a version',
  'ask for rights',
]

/** Payload's endpoints of every collection. */
export const STANDARD: Record<string, Operation> = {
  'get /': 'list',
  'get /count': 'count',
  'get /:id': 'read',
  'get /versions': 'look at versions',
  'get /versions/:id': 'look at a version',
  'post /': 'create',
  'patch /:id': 'change',
  'patch /': 'change many',
  'delete /:id': 'delete',
  'delete /': 'delete many',
  'post /:id/duplicate': 'duplicate',
  'post /versions/:id': 'restore a version',
  'post /access/:id?': 'ask for rights',
}
