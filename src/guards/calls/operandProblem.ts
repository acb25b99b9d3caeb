import type { FlattenedField } from 'payload'
import { isNothing, OF_LISTS, OF_ORDER, OF_PLACES, OF_WORDS } from './operators'
import type { Within } from './within'
import { withinProblem } from './withinProblem'

interface Operand {
  /** What it is compared with; null where nobody can say. */
  target: FlattenedField | 'id' | null
  /** Where that is inside of a field. */
  within?: Within | null
  /** Of a document that another one names. */
  isBehind?: boolean
  operator: string
  value: unknown
  engine: 'sqlite' | 'mongodb'
}

/** It is compared at each place of each text: 5,000 of them took SQLite eight seconds with one scene of 300,000. */
export const LONGEST_WORDS = 200
const MOST_VALUES = 5_000

const isPlain = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date

const isDate = (value: unknown): boolean =>
  typeof value !== 'boolean' && !Number.isNaN(new Date(value as string | number | Date).getTime())
const isNumber = (value: unknown): boolean =>
  (typeof value === 'number' || typeof value === 'string') && Number.isFinite(Number(value))

const hasMany = (field: FlattenedField): boolean => 'hasMany' in field && field.hasMany === true

/** Why a value cannot be compared with a field, or with what is inside of it, by an operator; null where it can. */
export function operandProblem(operand: Operand): string | null {
  const { within, operator, value, engine } = operand
  const problem = fieldProblem(operand)
  return problem || !within ? problem : withinProblem({ within, operator, value, engine })
}

function fieldProblem(operand: Operand): string | null {
  const { target, operator, value, engine } = operand
  const type = target === 'id' || target === null ? target : target.type
  if (OF_PLACES.includes(operator) && type !== 'point') return 'is not known to this field'
  if (operator === 'all' && engine === 'sqlite') return 'is not known to this database'
  const unknown = adapterProblem(operand)
  if (unknown) return unknown
  if (operator === 'exists') return isPlain(value) ? null : 'must be true or false'
  if (OF_LISTS.includes(operator)) return listProblem(operand)
  if (OF_WORDS.includes(operator)) return wordsProblem(operand)
  const nothing = nothingProblem(target, value, engine)
  if (nothing) return nothing
  if (isNothing(value)) return null
  const isWhole =
    (operator === 'equals' || operator === 'not_equals') && target !== null && target !== 'id'
      ? isWholeValue(target, value, engine)
      : false
  if (isWhole) return null
  if (!isPlain(value)) return 'must be one value'
  if (OF_ORDER.includes(operator)) {
    if (typeof value === 'boolean') return 'must be something that has an order'
  }
  return valueProblem(target, value)
}

const isMongoId = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value)

const areIds = (value: unknown, isOfList: boolean): boolean =>
  isOfList
    ? (typeof value === 'string' ? value.split(',') : [value].flat()).every((each) =>
        isMongoId(typeof each === 'string' ? each.trim() : each),
      )
    : isMongoId(value) || isNothing(value)

/** What Payload's adapters ask their databases for all the same (`sanitizeQueryValue`, `buildSearchParam`). */
function adapterProblem({ target, operator, value, engine, isBehind }: Operand): string | null {
  const type = target === 'id' || target === null ? target : target.type
  const isOfList = OF_LISTS.includes(operator)
  if (type === 'checkbox' && isOfList) return 'is not known to this field'
  if (type === 'join' && OF_WORDS.includes(operator)) return 'is not known to this field'
  // What is of one of several collections has no column of its own there.
  if (engine === 'sqlite')
    return isOfSeveral(target) && !(operator === 'equals' && isWholeValue(target, value, engine))
      ? 'is not known to this database'
      : null
  // Ids of MongoDB alone say when they were made.
  if (isById(target) && OF_ORDER.includes(operator) && !isMongoId(value)) return 'is no id'
  const isAllIds = [value].flat().every(isMongoId)
  // A document's own may be any text (engine/mongodb/idsOfNothing).
  if (isBehind && target === 'id' && operator !== 'exists' && !areIds(value, isOfList)) return 'is no id'
  if ((type === 'relationship' || type === 'upload') && operator === 'all' && !isAllIds)
    return 'is not known to this field'
  const isOfIds = (isOfList ? [value].flat() : [value]).every(isMongoId)
  if (type === 'join' && operator !== 'exists' && !isOfIds) return 'is no id'
  if (type === 'date' && isOfList && !(Array.isArray(value) && value.every((each) => !isNothing(each))))
    return 'must be a list of dates'
  return null
}

const isOfSeveral = (target: Operand['target']): target is FlattenedField =>
  target !== null && target !== 'id' && 'relationTo' in target && Array.isArray(target.relationTo)

const isById = (target: Operand['target']): boolean =>
  target === 'id' || target?.type === 'relationship' || target?.type === 'upload'

/** A whole list of a field that is one, or a document of one of several collections. */
function isWholeValue(field: FlattenedField, value: unknown, engine: Operand['engine']): boolean {
  // SQLite has each of a list's values in a row of its own, and no row is a list.
  if (Array.isArray(value))
    return (
      engine === 'mongodb' &&
      hasMany(field) &&
      value.length <= MOST_VALUES &&
      value.every(isById(field) ? isMongoId : isPlain)
    )
  if (!('relationTo' in field) || !Array.isArray(field.relationTo)) return false
  if (typeof value !== 'object' || value === null) return false
  const { relationTo, value: id } = value as { relationTo?: unknown; value?: unknown }
  return typeof id === 'string' && field.relationTo.includes(relationTo as never)
}

function listProblem({ target, value, engine }: Operand): string | null {
  // Payload's adapters make no list of it (sanitizeQueryValue), and look for its values.
  if (value === 'null' && target !== 'id' && isById(target)) return 'must be a list of values'
  // Of any other MongoDB says that it is no list, and SQLite's adapter forgets the condition.
  if (typeof value !== 'string' && !Array.isArray(value)) return 'must be a list of values'
  const values = typeof value === 'string' ? value.split(',') : value
  if (values.length > MOST_VALUES) return `has more than ${MOST_VALUES} values`
  if (!values.every(isPlain)) return 'must be a list of values'
  for (const each of values) {
    const problem =
      nothingProblem(target, each, engine) ?? (isNothing(each) ? null : valueProblem(target, each))
    if (problem) return problem
  }
  return null
}

function wordsProblem({ target, operator, value, engine }: Operand): string | null {
  if (target === 'id' && engine === 'mongodb') return 'is not known to this field'
  if (target !== null && target !== 'id' && !(hasMany(target) && operator === 'contains')) {
    if (['date', 'checkbox', 'number', 'array', 'json', 'group', 'tab'].includes(target.type))
      return 'is not known to this field'
    if (isById(target) && operator === 'not_like') return 'is not known to this field'
  }
  const isList = Array.isArray(value) && operator === 'contains' && target !== null && target !== 'id'
  const values = isList && hasMany(target) ? value : [value]
  if (!values.every((each) => typeof each === 'string')) return 'must be a text'
  return values.some((each) => each.length > LONGEST_WORDS)
    ? `is longer than ${LONGEST_WORDS} characters`
    : null
}

/** Payload's adapter for MongoDB makes a number or a yes of it all the same (sanitizeQueryValue). */
const nothingProblem = (target: Operand['target'], value: unknown, engine: Operand['engine']) =>
  engine === 'mongodb' &&
  (value === 'null' || value === '') &&
  target !== null &&
  target !== 'id' &&
  (target.type === 'number' || target.type === 'checkbox')
    ? 'is nothing; whether there is something, "exists" asks'
    : null

function valueProblem(target: Operand['target'], value: unknown): string | null {
  if (target === null) return null
  // MongoDB's adapter asks its database for whatever is no text.
  if (target === 'id') return typeof value === 'string' || value instanceof Date ? null : 'is no id'
  switch (target.type) {
    case 'date':
      return isDate(value) ? null : 'is no date'
    case 'number':
      return isNumber(value) ? null : 'is no number'
    case 'checkbox':
      return /^(true|false)$/i.test(String(value)) ? null : 'must be true or false'
    case 'array':
    case 'group':
    case 'tab':
      return 'is not known to this field'
    default:
      return null
  }
}
