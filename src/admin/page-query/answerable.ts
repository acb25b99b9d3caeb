import type { FlattenedField, Payload, PayloadRequest, Where } from 'payload'
import { fieldIsHiddenOrDisabled } from 'payload/shared'
import { stepsOf } from '@/guards/calls/fieldAt'
import { LONGEST_WORDS } from '@/guards/calls/operandProblem'
import { queryProblems } from '@/guards/calls/queryProblems'
import { isRecord } from '@/lib/isRecord'
import { unwritable } from '@/lib/unwritable'

/** What comes after the question mark, as Payload reads it. */
export type PageQuery = Record<string, unknown>

const LONGEST_ORDER = 500
const MAX_COLUMNS = 200

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most && unwritable(value).length === 0
const isCount = (value: unknown): boolean =>
  value === '' || (typeof value !== 'object' && /^\d{1,9}$/.test(String(value)))

function isJson(value: unknown, isRight: (read: unknown) => boolean): boolean {
  if (value === '') return true
  if (typeof value !== 'string') return isRight(value)
  try {
    return isRight(JSON.parse(value))
  } catch {
    return false
  }
}

const isColumn = (value: unknown): boolean =>
  typeof value === 'string' ? value !== '' : isRecord(value) && typeof value.accessor === 'string'
const isList = (value: unknown, isRight: (each: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length <= MAX_COLUMNS && value.every(isRight)

/** Kinds of fields that the form of a list's filters has (Payload's `fieldTypeConditions`). */
const FILTERED = new Set(
  'checkbox code date email json number point radio relationship richText select text textarea upload'.split(
    ' ',
  ),
)

const isOfForm = (field: FlattenedField): boolean =>
  !fieldIsHiddenOrDisabled(field as never) && !('virtual' in field && field.virtual === true)

/** Where a path is none of the form's, it fails to show a choice of yes and no (`DefaultFilter`), and with it the page. */
function isShown(payload: Payload, slug: string, path: string, operators: string[]): boolean {
  const steps = stepsOf(payload.collections, slug, path)
  const fields = steps.filter((step): step is FlattenedField => step !== null && step !== 'id')
  const last = fields.at(-1)
  if (steps.includes(null)) return last?.type === 'json' && !operators.includes('exists')
  if (path === 'id' || !operators.includes('exists')) return true
  const isWithin =
    steps.length === fields.length && fields.slice(0, -1).every((field) => 'flattenedFields' in field)
  return isWithin && fields.every(isOfForm) && last !== undefined && FILTERED.has(last.type)
}

function areShown(payload: Payload, slug: string, where: Where): boolean {
  return Object.entries(where).every(([path, given]) =>
    Array.isArray(given)
      ? given.every((each) => areShown(payload, slug, each as Where))
      : isShown(payload, slug, path, Object.keys(given)),
  )
}

function isWhere(payload: Payload, slug: string, where: unknown): boolean {
  if (where === '') return true
  const req = { payload } as PayloadRequest
  if (queryProblems({ where: where as Where, field: 'where', slug, req }).length > 0) return false
  return areShown(payload, slug, where as Where)
}

/**
 * What of a page's query it cannot be made from. Payload's lists keep what they are asked for among the preferences of who
 * asks, and from then on fail whenever they are opened; and its filters fail as they are shown, which takes the page with
 * them.
 *
 * @param slug of the collection that the page is of
 * @returns the names of what has to be left out
 */
export function unanswerable(payload: Payload, slug: string, query: PageQuery): string[] {
  const { config } = payload.collections[slug as keyof typeof payload.collections]
  const checks: Record<string, (value: unknown) => boolean> = {
    where: (value) => isWhere(payload, slug, value),
    limit: isCount,
    page: isCount,
    sort: (value) => isText(value, LONGEST_ORDER),
    search: (value) => isText(value, LONGEST_WORDS),
    groupBy: (value) => isText(value, LONGEST_ORDER),
    columns: (value) => isJson(value, (read) => isList(read, isColumn)),
    queryByGroup: (value) => isJson(value, isRecord),
    localeCodes: (value) => isJson(value, (read) => isList(read, (each) => typeof each === 'string')),
    preset: (value) => value === '' || (config.enableQueryPresets === true && isText(value, LONGEST_WORDS)),
    versionFrom: (value) => isText(value, LONGEST_WORDS),
    locale: (value) => isText(value, LONGEST_WORDS),
    notFound: (value) => isText(value, LONGEST_WORDS),
  }
  return Object.entries(checks).flatMap(([name, isRight]) =>
    Object.hasOwn(query, name) && query[name] !== undefined && !isRight(query[name]) ? [name] : [],
  )
}
