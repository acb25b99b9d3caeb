import type { FlattenedField, PayloadRequest, Where } from 'payload'
import { validOperatorSet } from 'payload/shared'
import type { FieldProblem } from '@/errors'
import { isRecord } from '@/lib/isRecord'
import { unwritable } from '@/lib/unwritable'
import { pathsOfOrder } from '../queries/pathsOf'
import { type Collections, stepsOf } from './fieldAt'
import { operandProblem } from './operandProblem'
import { pathProblem } from './pathProblem'
import { readOperand } from './readOperand'
import { type Followed, ofSameColumn } from './sameColumn'
import { type Within, withinOf } from './within'

/** Deeper, or more, than any page asks; databases have limits of their own. */
const MAX_DEPTH = 20
const MAX_CONDITIONS = 100
/** Lists of conditions, and what is in them. */
const MOST_PARTS = 1_000
const MOST_PROBLEMS = 20

interface Asked {
  where: Where
  /** What the caller calls it: `where`, `joins.scenes.where`. */
  field: string
  /** The collection that is asked. */
  slug: string
  /** What the documents are to be put in order by. */
  sort?: unknown
  /** Of documents that come along with others. */
  isJoined?: boolean
  req: PayloadRequest
}

/** Where a path begins: at a collection, or behind a path of it. */
interface Start {
  slug: string
  before: string
}

/** As Payload’s adapters call themselves. */
export const engineOf = ({ payload }: Pick<PayloadRequest, 'payload'>): 'sqlite' | 'mongodb' =>
  payload.db.name === 'mongoose' ? 'mongodb' : 'sqlite'

/**
 * What is wrong with conditions: operators that there are not, or that a field or the engine does not know, and values
 * that cannot be compared with it. Whether a field is there, and may be asked about, Payload says.
 *
 * What is compared inside of a field stands in the conditions as it is meant afterwards ({@link readOperand}).
 */
export function queryProblems({ where, field, slug, sort, isJoined = false, req }: Asked): FieldProblem[] {
  const collections: Collections = req.payload.collections
  const engine = engineOf(req)
  const problems: FieldProblem[] = []
  const followed: Followed[] = []
  const inJson: Followed[] = []
  let conditions = 0
  let parts = 0
  const refuse = (at: string, message: string): undefined => {
    problems.push({ field: at.slice(0, 200), message })
  }

  const walk = (part: unknown, at: string, of: Start, depth: number): undefined => {
    parts += 1
    // It is refused by now: there may be a million.
    if (conditions > MAX_CONDITIONS || parts > MOST_PARTS || problems.length > MOST_PROBLEMS) return
    if (!isRecord(part)) return refuse(at, 'must be conditions')
    if (depth > MAX_DEPTH) return refuse(at, `is nested more than ${MAX_DEPTH} deep`)
    for (const [path, given] of Object.entries(part)) {
      if (conditions > MAX_CONDITIONS || problems.length > MOST_PROBLEMS) return
      const place = `${at}.${path}`
      if (/^(and|or)$/i.test(path)) {
        if (!Array.isArray(given)) refuse(place, 'must be a list of conditions')
        else for (const [n, each] of given.entries()) walk(each, `${place}.${n}`, of, depth + 1)
        continue
      }
      if (!isRecord(given)) {
        refuse(place, 'must be an operator with a value')
        continue
      }
      const whole = `${of.before}${path}`
      const steps = stepsOf(collections, of.slug, whole)
      const unknown = pathProblem({ path: whole, steps, engine, isJoined })
      if (unknown) {
        refuse(place, unknown)
        continue
      }
      const target = steps.at(-1) ?? null
      const within = withinOf(whole, steps)
      followed.push({ place, path: whole, steps })
      if (within?.of === 'json') inJson.push({ place, path: whole, steps })
      for (const [operator, sent] of Object.entries(given)) {
        conditions += 1
        if (conditions > MAX_CONDITIONS) return
        const value = within ? readOperand(operator, sent) : sent
        if (value !== sent) given[operator] = value
        compare(
          { target, within, isBehind: steps.length > 1 },
          operator,
          value,
          `${place}.${operator}`,
          behind(of, whole),
          depth,
        )
      }
    }
  }

  const compare = (
    {
      target,
      within,
      isBehind,
    }: { target: FlattenedField | 'id' | null; within: Within | null; isBehind: boolean },
    operator: string,
    value: unknown,
    at: string,
    startOf: (to: string) => Start,
    depth: number,
  ): undefined => {
    if (!validOperatorSet.has(operator as never)) return refuse(at, 'is no operator')
    // Conditions that one related document must meet, all of them.
    if (operator === 'contains' && isRecord(value) && target !== null && target !== 'id') {
      const to =
        target.type === 'join'
          ? target.collection
          : target.type === 'relationship' || target.type === 'upload'
            ? target.relationTo
            : null
      if (typeof to === 'string') return walk(value, at, startOf(to), depth + 1)
    }
    const message = operandProblem({ target, within, isBehind, operator, value, engine })
    if (message) return refuse(at, message)
    for (const { message: unsound } of unwritable(value)) refuse(at, unsound)
  }

  // MongoDB asks for the related documents first; SQLite has but one query, and a longer path in it.
  const behind =
    ({ slug: from }: Start, path: string) =>
    (to: string): Start =>
      engine === 'mongodb' ? { slug: to, before: '' } : { slug: from, before: `${path}.` }

  walk(where, field, { slug, before: '' }, 0)
  if (engine === 'sqlite' && inJson.length > 0 && conditions <= MAX_CONDITIONS) {
    const order = pathsOfOrder(sort).map((path) => ({ steps: stepsOf(collections, slug, path) }))
    for (const { place } of ofSameColumn(collections, slug, inJson, [...followed, ...order]))
      refuse(place, 'is not known to this database beside what is of related documents')
  }
  if (conditions > MAX_CONDITIONS) refuse(field, `has more than ${MAX_CONDITIONS} conditions`)
  if (parts > MOST_PARTS) refuse(field, `has more than ${MOST_PARTS} parts`)
  return problems.slice(0, MOST_PROBLEMS)
}
