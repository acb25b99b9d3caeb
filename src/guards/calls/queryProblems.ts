import type { FlattenedField, PayloadRequest, Where } from 'payload'
import { validOperatorSet } from 'payload/shared'
import type { FieldProblem } from '@/errors'
import { unwritable } from '@/lib/unwritable'
import { type Collections, stepsOf } from './fieldAt'
import { operandProblem } from './operandProblem'
import { pathProblem } from './pathProblem'

/** Deeper, or more, than any page asks; databases have limits of their own. */
const MAX_DEPTH = 20
const MAX_CONDITIONS = 100

interface Asked {
  where: Where
  /** What the caller calls it: `where`, `joins.scenes.where`. */
  field: string
  /** The collection that is asked. */
  slug: string
  /** Of documents that come along with others. */
  isJoined?: boolean
  req: PayloadRequest
}

/** As Payload’s adapters call themselves. */
export const engineOf = ({ payload }: Pick<PayloadRequest, 'payload'>): 'sqlite' | 'mongodb' =>
  payload.db.name === 'mongoose' ? 'mongodb' : 'sqlite'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What is wrong with conditions: operators that there are not, or that a field or the engine does not know, and values
 * that cannot be compared with it. Whether a field is there, and may be asked about, Payload says.
 */
export function queryProblems({ where, field, slug, isJoined = false, req }: Asked): FieldProblem[] {
  const collections: Collections = req.payload.collections
  const engine = engineOf(req)
  const problems: FieldProblem[] = []
  let conditions = 0
  const refuse = (at: string, message: string): undefined => {
    problems.push({ field: at.slice(0, 200), message })
  }

  const walk = (part: unknown, at: string, of: string, depth: number): undefined => {
    if (!isObject(part)) return refuse(at, 'must be conditions')
    if (depth > MAX_DEPTH) return refuse(at, `is nested more than ${MAX_DEPTH} deep`)
    for (const [path, given] of Object.entries(part)) {
      const place = `${at}.${path}`
      if (/^(and|or)$/i.test(path)) {
        if (!Array.isArray(given)) refuse(place, 'must be a list of conditions')
        else for (const [n, each] of given.entries()) walk(each, `${place}.${n}`, of, depth + 1)
        continue
      }
      if (!isObject(given)) {
        refuse(place, 'must be an operator with a value')
        continue
      }
      const steps = stepsOf(collections, of, path)
      const unknown = pathProblem({ path, steps, engine, isJoined })
      if (unknown) {
        refuse(place, unknown)
        continue
      }
      const target = steps.at(-1) ?? null
      for (const [operator, value] of Object.entries(given)) {
        conditions += 1
        compare(target, operator, value, `${place}.${operator}`, depth)
      }
    }
  }

  const compare = (
    target: FlattenedField | 'id' | null,
    operator: string,
    value: unknown,
    at: string,
    depth: number,
  ): undefined => {
    if (!validOperatorSet.has(operator as never)) return refuse(at, 'is no operator')
    // Conditions that one related document must meet, all of them.
    if (operator === 'contains' && isObject(value) && target !== null && target !== 'id') {
      const to =
        target.type === 'join'
          ? target.collection
          : target.type === 'relationship' || target.type === 'upload'
            ? target.relationTo
            : null
      if (typeof to === 'string') return walk(value, at, to, depth + 1)
    }
    const message = operandProblem({ target, operator, value, engine })
    if (message) return refuse(at, message)
    for (const { message: unsound } of unwritable(value)) refuse(at, unsound)
  }

  walk(where, field, slug, 0)
  if (conditions > MAX_CONDITIONS) refuse(field, `has more than ${MAX_CONDITIONS} conditions`)
  return problems.slice(0, 20)
}
