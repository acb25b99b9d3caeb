import { isNothing, OF_ORDER } from './operators'
import type { Within } from './within'

interface Compared {
  within: Within
  operator: string
  /** As `readOperand` reads it. */
  value: unknown
  engine: 'sqlite' | 'mongodb'
}

/** What Payload lets through to SQLite, where it writes the value into the query itself (escapeSQLValue of drizzle). */
const WRITABLE = /^[\w @.\-+:]*$/
/** The same of names (sanitizePathSegment), for both databases. */
const NAME = /^\w+$/
/** As deep as JSON may be that comes in: databases have bounds of their own. */
const MOST_NAMES = 100

/** Of a list MongoDB's adapter takes ids alone (sanitizeQueryValue); SQLite's takes every operator for one. */
const OF_COLLECTION = { sqlite: ['equals'], mongodb: ['equals', 'not_equals', 'exists'] }
/** On SQLite each collection has a column of its own, and of an empty one nothing is true, nor its opposite. */
const OF_ID = { sqlite: ['equals', 'in'], mongodb: ['equals', 'not_equals', 'in', 'not_in', 'exists'] }

/** Whether there can be something under these names. */
export function isPlace({ of, names }: Within): boolean {
  if (of === 'several') return names.length === 1 && ['value', 'relationTo'].includes(String(names[0]))
  return names.length <= MOST_NAMES && names.every((name) => NAME.test(name))
}

/** Why a value cannot be compared with what is inside of a field; null where it can. */
export const withinProblem = (compared: Compared): string | null =>
  compared.within.of === 'json' ? jsonProblem(compared) : partProblem(compared, compared.within)

/**
 * Payload's adapter for SQLite writes operator and value into a query's text. It has no words for an order, takes a
 * number for a text where it is not to be equal, and a list with nothing in it for one that says nothing.
 */
function jsonProblem({ operator, value, engine }: Compared): string | null {
  if (engine === 'mongodb' || operator === 'exists') return null
  if (OF_ORDER.includes(operator)) return 'is not known to this database'
  const isNoText = typeof value === 'number' || typeof value === 'boolean'
  if (operator === 'not_equals' && isNoText) return 'must be a text; of others, "not_in" asks'
  for (const each of [value].flat()) {
    if (each === null) return 'is nothing; whether there is something, "exists" asks'
    if (typeof each === 'number' && !Number.isFinite(each)) return 'is too large a number'
    if (typeof each === 'string' && !WRITABLE.test(each))
      return 'can be letters from a to z, digits, spaces and @ . - + : _ alone'
    if (!['string', 'number', 'boolean'].includes(typeof each))
      return 'must be a text, a number, true or false'
  }
  return null
}

function partProblem(
  { operator, value, engine }: Compared,
  { names, collections }: Within & { of: 'several' },
): string | null {
  const isCollection = names[0] === 'relationTo'
  const known = isCollection ? OF_COLLECTION : OF_ID
  if (!known.mongodb.includes(operator)) return 'is not known to this field'
  if (!known[engine].includes(operator)) return 'is not known to this database'
  if (operator === 'exists') return null
  const values = [value].flat()
  if (isCollection)
    return values.every((each) => collections.includes(each as string))
      ? null
      : 'names no collection that it can be of'
  return values.every((each) => typeof each === 'string' && !isNothing(each)) ? null : 'is no id'
}
