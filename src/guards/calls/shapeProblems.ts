import type { FieldProblem } from '@/errors'
import { isRecord } from '@/lib/isRecord'
import { MAX_PAGE } from '../pages/pages'
import type { CallArgs } from './checkCall'

/** Beyond it no database counts. */
const LARGEST = 2 ** 31 - 1
const MAX_DEPTH = 20
/** More than a list has columns. */
const MOST_ORDERS = 20
/** The number of a page's first document (`pagingCounter`) is counted, too; GraphQL cannot say what is larger. */
export const LAST_PAGE = Math.floor(LARGEST / MAX_PAGE)

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === ''

/** Payload's own dates of a document; it has nobody look at them, and databases fail with what is none. */
const OWN_DATES = ['createdAt', 'updatedAt', 'deletedAt'] as const

const isDate = (value: unknown): boolean =>
  (typeof value === 'string' || typeof value === 'number' || value instanceof Date) &&
  !Number.isNaN(new Date(value).getTime())

/** A selection is fields, and of them `true`, `false` or a selection. */
function isSelection(value: unknown, depth = 0): boolean {
  if (!isRecord(value) || depth > MAX_DEPTH) return false
  return Object.entries(value).every(
    ([name, each]) => name !== '' && (typeof each === 'boolean' || isSelection(each, depth + 1)),
  )
}

const isSort = (value: unknown): boolean =>
  isNothing(value) || [value].flat().every((each) => typeof each === 'string')

const ordersOf = (sort: unknown): number =>
  [sort].flat().reduce<number>((sum, each) => sum + String(each ?? '').split(',').length, 0)

const isCount = (value: unknown): boolean =>
  isNothing(value) ||
  (typeof value !== 'object' && Number.isInteger(Number(value)) && isInRange(Number(value)))
const isInRange = (value: number): boolean => value >= 0 && value <= LARGEST

/** Of what comes along with documents. That nothing does is said by `false`. */
function joinProblems(joins: unknown): FieldProblem[] {
  if (!isRecord(joins)) return []
  const problems: FieldProblem[] = []
  for (const [name, asked] of Object.entries(joins)) {
    const at = `joins.${name}`.slice(0, 200)
    if (Array.isArray(asked)) problems.push({ field: at, message: 'must be what is asked of it, or false' })
    if (!isRecord(asked)) continue
    for (const field of ['limit', 'page'])
      if (!isCount(asked[field]))
        problems.push({ field: `${at}.${field}`, message: `must be a whole number from 0 to ${LARGEST}` })
    if (!isSort(asked.sort) || ordersOf(asked.sort) > MOST_ORDERS)
      problems.push({ field: `${at}.sort`, message: 'must be the name of a field, or several' })
  }
  return problems.slice(0, 20)
}

/**
 * What of a call has not the shape that it must have, its conditions aside. Numbers that are nothing (`limit=`) are taken
 * out: Payload would count with an empty text.
 */
export function shapeProblems(args: CallArgs): FieldProblem[] {
  const problems: FieldProblem[] = []
  const refuse = (field: string, message: string) => void problems.push({ field, message })

  for (const [field, most] of [
    ['limit', LARGEST],
    ['page', LAST_PAGE],
    ['depth', LARGEST],
  ] as const) {
    if (isNothing(args[field])) {
      if (args[field] === '') args[field] = undefined
      continue
    }
    const value = Number(args[field])
    if (typeof args[field] === 'object' || !Number.isInteger(value) || value < 0 || value > most)
      refuse(field, `must be a whole number from 0 to ${most}`)
  }
  // MongoDB is asked for an order by a field without a name.
  if (args.sort === '') args.sort = undefined
  if (Array.isArray(args.sort)) {
    const named = args.sort.filter((each) => each !== '')
    if (named.length < args.sort.length) args.sort = named.length > 0 ? named : undefined
  }
  if (!isSort(args.sort)) refuse('sort', 'must be the name of a field, or several')
  else if (ordersOf(args.sort) > MOST_ORDERS) refuse('sort', `names more than ${MOST_ORDERS} fields`)
  problems.push(...joinProblems(args.joins))
  if (!isNothing(args.select) && !isSelection(args.select))
    refuse('select', 'must be fields, each true or false')
  if (!isNothing(args.populate)) {
    const all = args.populate
    if (!isRecord(all) || !Object.values(all).every((each) => isSelection(each)))
      refuse('populate', 'must be collections, each with fields that are true or false')
  }
  const { data } = args
  if (data !== undefined && !isRecord(data)) refuse('body', 'must be an object')
  // It is never nothing; the others may be, and Payload puts its own there.
  if (isRecord(data) && data.createdAt === null) refuse('createdAt', 'is no date')
  if (isRecord(data))
    for (const field of OWN_DATES)
      if (data[field] !== undefined && data[field] !== null && !isDate(data[field]))
        refuse(field, 'is no date')
  return problems
}
