import type { FlattenedField } from 'payload'
import type { Step } from './fieldAt'
import { withinOf } from './within'
import { isPlace } from './withinProblem'

interface Followed {
  path: string
  /** As `stepsOf` finds them. */
  steps: Array<Step | null>
  engine: 'sqlite' | 'mongodb'
  /** Of documents that come along with others (`joins`). */
  isJoined: boolean
}

const hasMany = (field: FlattenedField): boolean => 'hasMany' in field && field.hasMany === true
const isRelated = ({ type }: FlattenedField): boolean => ['relationship', 'upload', 'join'].includes(type)
/** Several values, which SQLite has in a table of their own. */
const isApart = (field: FlattenedField): boolean =>
  hasMany(field) && ['text', 'number', 'select'].includes(field.type)

const isOfSeveral = (field: FlattenedField): boolean =>
  'relationTo' in field && Array.isArray(field.relationTo)

const fieldsOf = (steps: Followed['steps']): FlattenedField[] =>
  steps.filter((step): step is FlattenedField => step !== null && step !== 'id')

/** What is within a value that has nothing within; Payload looks for no field there, and both adapters fail. */
const isBeyondId = (steps: Followed['steps']): boolean => steps.slice(0, -1).includes('id')

/** Nothing is within a value, nor under a name that is none; of some both adapters look for it all the same. */
function isBeyondValue(path: string, steps: Followed['steps']): boolean {
  if (path.replace(/__/g, '.').split('.').includes('')) return true
  const field = steps.at(-2)
  if (steps.at(-1) !== null || !field || field === 'id') return false
  const holds = 'flattenedFields' in field || 'relationTo' in field || field.type === 'join'
  return !holds && field.type !== 'json' && field.type !== 'richText'
}

/** The document of a version: a group to Payload, of which neither adapter finds a field. */
const isWholeVersion = (path: string, steps: Followed['steps']): boolean =>
  /^version[._]*$/.test(path) && steps.at(-1) === null

/**
 * Payload's adapter for SQLite (`getTableColumnFromPath`) takes a related document's values and joins for the ones of the
 * document that is asked for, and asks for a table that is not there.
 */
function isLostBehindRelation(steps: Followed['steps']): boolean {
  const fields = fieldsOf(steps)
  const first = fields.findIndex(isRelated)
  if (first < 0) return false
  const isLost = (field: FlattenedField, at: number) =>
    field.type === 'join' ||
    isApart(field) ||
    (['json', 'richText'].includes(field.type) && first + 1 + at < steps.length - 1)
  return fields.slice(first + 1).some(isLost)
}

/** Payload's adapter for MongoDB (`buildSearchParam`) looks for a list's relation in the collection at the path's end. */
function isTwoBehindList(fields: FlattenedField[], steps: Followed['steps']): boolean {
  const first = fields.findIndex(({ type }) => type === 'join')
  return first >= 0 && fields.some((field, at) => at > first && isRelated(field) && at < steps.length - 1)
}

/** Why documents cannot be looked for by a path; null where they can. */
export function pathProblem({ path, steps, engine, isJoined }: Followed): string | null {
  const within = withinOf(path, steps)
  const isNone = isBeyondId(steps) || isBeyondValue(path, steps) || isWholeVersion(path, steps)
  if (isNone || (within && !isPlace(within))) return 'is no field'
  const fields = fieldsOf(steps)
  if (engine === 'mongodb') return isTwoBehindList(fields, steps) ? 'is not known to this database' : null
  if (path === '_id') return 'is no field'
  const isLost =
    isLostBehindRelation(steps) ||
    // Of joined documents it forgets the name that it gave their table (`addJoinTable`).
    (isJoined && fields.some((field) => isApart(field) || (field.type === 'join' && hasMany(field))))
  return isLost ? 'is not known to this database' : null
}

/** Whether documents can be put in order, or told apart, by a path. */
export function isOrder({ path, steps, engine, isJoined }: Followed): boolean {
  const within = withinOf(path, steps)
  if (isBeyondId(steps) || isBeyondValue(path, steps) || (within && !isPlace(within))) return false
  const fields = fieldsOf(steps)
  if (engine === 'mongodb') return true
  // Its adapter would take the whole of the JSON, or nothing at all (`buildOrderBy`), and not say so.
  if (within || fields.some(isOfSeveral)) return false
  if (isLostBehindRelation(steps)) return false
  if (!isJoined) return true
  // Its adapter puts joined documents in order by their own table alone (`buildOrderBy`).
  const isElsewhere = (field: FlattenedField, at: number) =>
    field.type === 'array' ||
    field.type === 'join' ||
    hasMany(field) ||
    (isRelated(field) && (at < fields.length - 1 || steps.at(-1) === 'id'))
  return !fields.some(isElsewhere)
}

/**
 * Whether a path leads, or may lead, through a list: MongoDB puts documents in order by one of those at most. What JSON
 * holds it alone knows.
 */
export const isThroughList = (steps: Followed['steps']): boolean =>
  fieldsOf(steps).some((field) => ['array', 'join', 'json'].includes(field.type) || hasMany(field))
