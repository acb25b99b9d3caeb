import type { CollectionBeforeOperationHook, FlattenedField } from 'payload'
import { type FieldProblem, ValidationError } from '@/errors'
import { isRecord } from '@/lib/isRecord'
import { MOST_ROWS } from '@/lib/mostRows'
import { unwritable } from '@/lib/unwritable'
import { problemsBeside } from './sentBeside'

type Row = Record<string, unknown>

/** Beyond it a number is not kept exactly, nor by every database. */
const LARGEST = Number.MAX_SAFE_INTEGER

/** Of a text of one line, and of one with paragraphs: more than a script of three seasons has. */
const LONGEST_LINE = 100_000
const LONGEST_TEXT = 5_000_000
/** Rows and values in all lists of a document. */
const MOST_VALUES = 8_000
/** Payload takes what it does not know along, and copies it for each field; MongoDB's adapter takes the square of it. */
const MOST_UNKNOWN = 500

const noun: Record<string, string> = { text: 'a text', number: 'a number', select: 'one of the choices' }

/**
 * How much the lists of one document may have, each and all together: SQLite's adapter writes all values of lists by one
 * statement, which has at most 32,766 of them, four to each. What a service writes was bounded where it came in.
 */
class Bound {
  private values = 0

  constructor(private readonly isOfService: boolean) {}

  /** @returns what is wrong with a list that is too long, alone or with those before it */
  take(count: number, field: string, what: 'rows' | 'values', most = MOST_ROWS): FieldProblem | null {
    const bound =
      this.isOfService && most === MOST_ROWS ? Number.POSITIVE_INFINITY : Math.min(most, MOST_ROWS)
    if (count > bound) return { field, message: `has more than ${bound} ${what}` }
    this.values += count
    return this.isOfService || this.values <= MOST_VALUES
      ? null
      : { field, message: `makes more than ${MOST_VALUES} rows and values in all lists together` }
  }
}

function problemsOfList(field: FlattenedField, value: unknown, path: string, bound: Bound): FieldProblem[] {
  if (!Array.isArray(value)) {
    // Its own hook makes a list of one.
    const takesOne = 'custom' in field && field.custom?.takesOne === true
    return takesOne && typeof value === 'string' ? [] : [{ field: path, message: 'must be a list' }]
  }
  const tooMany = bound.take(value.length, path, 'values')
  if (tooMany) return [tooMany]
  const isSound = (each: unknown) =>
    field.type === 'number' ? typeof each === 'number' : typeof each === 'string' && each.trim() !== ''
  return value.flatMap((each, index) => {
    const at = `${path}.${index}`
    if (!isSound(each)) return [{ field: at, message: `must be ${noun[field.type]}` }]
    return typeof each === 'string' ? problemsOfText(field, each, at) : []
  })
}

/** Hooks read texts before Payload has looked at them. */
function problemsOfText({ type }: FlattenedField, value: unknown, path: string): FieldProblem[] {
  if (typeof value !== 'string') return [{ field: path, message: 'must be a text' }]
  const most = type === 'textarea' || type === 'code' ? LONGEST_TEXT : LONGEST_LINE
  return value.length > most ? [{ field: path, message: `is longer than ${most} characters` }] : []
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/** Payload makes a number of a text, by as much of it as is one, and takes what is none (`NaN`) for a number, too. */
const isNumber = (value: unknown): boolean =>
  typeof value === 'number' ||
  (typeof value === 'string' &&
    (value.trim() === '' || (NUMBER.test(value.trim()) && Number.isFinite(Number(value)))))

function problemsOfNumber(value: unknown, path: string): FieldProblem[] {
  if (!isNumber(value)) return [{ field: path, message: 'must be a number' }]
  return typeof value === 'number' && Math.abs(value) > LARGEST
    ? [{ field: path, message: 'is too large a number' }]
    : []
}

/** An empty text is stored as it is, and whatever reads it from then on fails: SQLite’s adapter makes a date of it. */
const isOneDate = (value: unknown): boolean =>
  (typeof value === 'string' || typeof value === 'number' || value instanceof Date) &&
  !Number.isNaN(new Date(value).getTime())

/** Which texts there are to choose from Payload says, with all else that is wrong; it takes a list of one for the one. */
const problemsOfChoice = (value: unknown, path: string): FieldProblem[] =>
  typeof value === 'string' ? [] : [{ field: path, message: 'must be one of the choices' }]

type Reference = Extract<FlattenedField, { type: 'relationship' | 'upload' }>

/** Whether it can name a document; Payload takes a whole one for its id. */
const isId = (value: unknown): boolean =>
  typeof value === 'string' || (isRecord(value) && typeof value.id === 'string')

function problemsOfReference(
  { relationTo, hasMany }: Reference,
  value: unknown,
  path: string,
  bound: Bound,
): FieldProblem[] {
  // A form that has nothing chosen.
  if (value === '') return []
  const problemOf = (each: unknown, field: string): FieldProblem[] => {
    if (!Array.isArray(relationTo)) return isId(each) ? [] : [{ field, message: 'must be an id' }]
    if (isRecord(each) && relationTo.includes(each.relationTo as never) && isId(each.value)) return []
    return [{ field, message: `must be an id as its value, and relationTo one of ${relationTo.join(', ')}` }]
  }
  if (!hasMany) return problemOf(value, path)
  if (!Array.isArray(value)) return [{ field: path, message: 'must be a list' }]
  const tooMany = bound.take(value.length, path, 'values')
  if (tooMany) return [tooMany]
  return value.flatMap((each, index) => problemOf(each, `${path}.${index}`))
}

function problemsOf(fields: readonly FlattenedField[], data: Row, bound: Bound, before = ''): FieldProblem[] {
  return fields.flatMap((field): FieldProblem[] => {
    const value = data[field.name]
    if (value === undefined || value === null) return []
    const path = `${before}${field.name}`
    switch (field.type) {
      case 'group':
      case 'tab':
        if (!isRecord(value)) return [{ field: path, message: 'must be an object' }]
        return problemsOf(field.flattenedFields, value, bound, `${path}.`)
      case 'array': {
        // A form sends how many rows there are, where it sends none of them.
        if (value === 0) return []
        if (!Array.isArray(value)) return [{ field: path, message: 'must be a list' }]
        // Payload would walk through all of them first.
        const tooMany = bound.take(value.length, path, 'rows', field.maxRows)
        if (tooMany) return [tooMany]
        return value.flatMap((row, index) =>
          isRecord(row)
            ? problemsOf(field.flattenedFields, row, bound, `${path}.${index}.`)
            : [{ field: `${path}.${index}`, message: 'must be an object' }],
        )
      }
      case 'number':
        return field.hasMany ? problemsOfList(field, value, path, bound) : problemsOfNumber(value, path)
      case 'text':
        return field.hasMany ? problemsOfList(field, value, path, bound) : problemsOfText(field, value, path)
      case 'select':
        return field.hasMany ? problemsOfList(field, value, path, bound) : problemsOfChoice(value, path)
      case 'radio':
        return problemsOfChoice(value, path)
      case 'relationship':
      case 'upload':
        return problemsOfReference(field, value, path, bound)
      case 'date':
        return isOneDate(value) ? [] : [{ field: path, message: 'must be a date' }]
      case 'textarea':
      case 'code':
      case 'email':
        return problemsOfText(field, value, path)
      default:
        return []
    }
  })
}

/** How many fields there are that a collection does not have, in rows and groups as well; no more than one too many. */
function unknownIn(fields: readonly FlattenedField[], data: Row, known = 0): number {
  const byName = new Map(fields.map((field) => [field.name, field]))
  let unknown = known
  for (const [name, value] of Object.entries(data)) {
    const field = byName.get(name)
    if (!field) unknown += 1
    else if ('flattenedFields' in field && field.flattenedFields)
      for (const row of isRecord(value) ? [value] : rowsOf(value)) {
        unknown = unknownIn(field.flattenedFields, row, unknown)
        if (unknown > MOST_UNKNOWN) break
      }
    if (unknown > MOST_UNKNOWN) return unknown
  }
  return unknown
}

/** Groups that are nothing at all: what is in them has no place to be read from, by Payload's fields and by hooks. */
function emptiedGroups(fields: readonly FlattenedField[], data: Row, before = ''): FieldProblem[] {
  return fields.flatMap((field): FieldProblem[] => {
    const value = data[field.name]
    const path = `${before}${field.name}`
    if (field.type === 'array')
      return rowsOf(value).flatMap((row, n) => emptiedGroups(field.flattenedFields, row, `${path}.${n}.`))
    if (field.type !== 'group' && field.type !== 'tab') return []
    if (value === null) return [{ field: path, message: 'must be an object' }]
    return isRecord(value) ? emptiedGroups(field.flattenedFields, value, `${path}.`) : []
  })
}

const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? value.filter(isRecord) : [])

/** Lists that are nothing have nothing in them: so they are emptied, as other fields are. Hooks read them as lists. */
function withLists(fields: readonly FlattenedField[], data: Row): Row {
  const changed: Row = {}
  for (const field of fields) {
    const value = data[field.name]
    if (field.type === 'array') {
      if (value === null) changed[field.name] = []
      else if (Array.isArray(value))
        changed[field.name] = value.map((row) =>
          isRecord(row) ? withLists(field.flattenedFields, row) : row,
        )
    } else if ((field.type === 'group' || field.type === 'tab') && isRecord(value))
      changed[field.name] = withLists(field.flattenedFields, value)
  }
  return { ...data, ...changed }
}

/**
 * Refuses what Payload's own validation lets through and nothing behind it can work with: lists that are none, or that
 * hold something else than the field says, lists in the place of one value (of an empty one it looks at nothing), numbers
 * that no database keeps, texts that none can hold.
 *
 * Of every collection: whatever comes in by REST, GraphQL or a service is looked at. Before the operation, where there is
 * only what was sent: Payload's fields walk through it before any other hook, and put to it what is stored, which may be
 * unsound already and must not keep anybody from mending it.
 *
 * @throws {ValidationError} naming every field that is wrong
 */
export const refuseUnsound: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  // Payload's own code, which writes preferences in a form that only its own hooks mend (upsertPreferences).
  if (overrideAccess === true && collection.slug.startsWith('payload-')) return args
  const { data } = args as { data?: unknown }
  if (data === undefined || data === null) return args
  const isWritten = operation === 'create' || operation.startsWith('update')
  if (isWritten && !isRecord(data))
    throw new ValidationError([{ field: 'body', message: 'must be an object' }])
  const { flattenedFields } = collection
  if (isWritten && unknownIn(flattenedFields, data as Row) > MOST_UNKNOWN)
    throw new ValidationError([
      { field: 'body', message: `has more than ${MOST_UNKNOWN} fields that are not known` },
    ])
  const problems = [
    ...(isWritten
      ? problemsOf(collection.flattenedFields, data as Row, new Bound(overrideAccess === true))
      : []),
    ...(isWritten && overrideAccess !== true ? emptiedGroups(collection.flattenedFields, data as Row) : []),
    ...unwritable(data),
  ]
  if (problems.length > 0) {
    const known = new Set(problems.map(({ field }) => field))
    const kind = operation === 'create' ? 'create' : 'update'
    const sent = { data: data as Row, operation: kind, req, known } as const
    const more = isWritten ? await problemsBeside(collection.flattenedFields, sent) : []
    throw new ValidationError([...problems, ...more])
  }
  return isWritten ? { ...args, data: withLists(collection.flattenedFields, data as Row) } : args
}
