import type { FieldProblem } from '@/errors'
import type { CallArgs } from './checkCall'

/** Beyond it no database counts. */
const LARGEST = 2 ** 31 - 1
const MAX_DEPTH = 20

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === ''

/** Payload's own dates of a document; it has nobody look at them, and databases fail with what is none. */
const OWN_DATES = ['createdAt', 'updatedAt', 'deletedAt'] as const

const isDate = (value: unknown): boolean =>
  (typeof value === 'string' || typeof value === 'number' || value instanceof Date) &&
  !Number.isNaN(new Date(value).getTime())

/** A selection is fields, and of them `true`, `false` or a selection. */
function isSelection(value: unknown, depth = 0): boolean {
  if (!isObject(value) || depth > MAX_DEPTH) return false
  return Object.entries(value).every(
    ([name, each]) => name !== '' && (typeof each === 'boolean' || isSelection(each, depth + 1)),
  )
}

/**
 * What of a call has not the shape that it must have, its conditions aside. Numbers that are nothing (`limit=`) are taken
 * out: Payload would count with an empty text.
 */
export function shapeProblems(args: CallArgs): FieldProblem[] {
  const problems: FieldProblem[] = []
  const refuse = (field: string, message: string) => void problems.push({ field, message })

  for (const [field, least] of [
    ['limit', 0],
    ['page', 0],
    ['depth', 0],
  ] as const) {
    if (isNothing(args[field])) {
      if (args[field] === '') args[field] = undefined
      continue
    }
    const value = Number(args[field])
    if (typeof args[field] === 'object' || !Number.isInteger(value) || value < least || value > LARGEST)
      refuse(field, `must be a whole number from ${least} to ${LARGEST}`)
  }
  const sorts = Array.isArray(args.sort) ? args.sort : isNothing(args.sort) ? [] : [args.sort]
  if (sorts.some((each) => typeof each !== 'string'))
    refuse('sort', 'must be the name of a field, or several')
  if (!isNothing(args.select) && !isSelection(args.select))
    refuse('select', 'must be fields, each true or false')
  if (!isNothing(args.populate)) {
    const all = args.populate
    if (!isObject(all) || !Object.values(all).every((each) => isSelection(each)))
      refuse('populate', 'must be collections, each with fields that are true or false')
  }
  const { data } = args
  if (isObject(data))
    for (const field of OWN_DATES)
      if (data[field] !== undefined && data[field] !== null && !isDate(data[field]))
        refuse(field, 'is no date')
  return problems
}
