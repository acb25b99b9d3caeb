import type { CollectionBeforeOperationHook, Where } from 'payload'
import { type FieldProblem, ValidationError } from '@/errors'
import { queryProblems } from './queryProblems'
import { shapeProblems } from './shapeProblems'

/** What any operation may be called with. */
export interface CallArgs {
  data?: unknown
  depth?: unknown
  joins?: unknown
  limit?: unknown
  overrideLock?: boolean
  page?: unknown
  populate?: unknown
  select?: unknown
  sort?: unknown
  where?: unknown
}

/**
 * Before every operation that somebody outside asked for. What a service asks is trusted, and so is what access adds: it
 * is not there yet.
 *
 * @throws {ValidationError} naming everything that is wrong
 */
export const checkCall: CollectionBeforeOperationHook = ({
  args: given,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  const args = given as typeof given & CallArgs
  if (overrideAccess === true) return given
  const problems: FieldProblem[] = shapeProblems(args)
  // Payload lets nobody change them, but lets them come with a new user, and looks at nothing in them (auth/baseFields).
  if (operation === 'create' && collection.auth && (args.data as { sessions?: unknown } | null)?.sessions)
    problems.push({ field: 'sessions', message: 'begin where somebody signs in' })
  const ask = (asked: Omit<Parameters<typeof queryProblems>[0], 'req'>) =>
    problems.push(...queryProblems({ ...asked, req }))
  if (args.where !== undefined && args.where !== null)
    ask({ slug: collection.slug, where: args.where as Where, field: 'where', sort: args.sort })
  for (const { path, slug, where, sort } of joinsOf(args.joins, collection))
    ask({ slug, where: where as Where, field: `joins.${path}.where`, sort, isJoined: true })
  if (problems.length > 0) throw new ValidationError(problems)
  // REST asks whether somebody has the document open; GraphQL would write past them.
  if (req.payloadAPI === 'GraphQL') args.overrideLock ??= false
  const isWritten = operation === 'create' || operation.startsWith('update')
  // Hooks read what was sent before Payload says what is missing.
  return isWritten && args.data === undefined ? ({ ...args, data: {} } as typeof given) : given
}

type Collection = Parameters<CollectionBeforeOperationHook>[0]['collection']

function joinsOf(joins: unknown, collection: Collection) {
  if (typeof joins !== 'object' || joins === null) return []
  return Object.entries(collection.joins).flatMap(([slug, list]) =>
    list.flatMap(({ joinPath }) => {
      const join = Object.hasOwn(joins, joinPath) ? (joins as Record<string, unknown>)[joinPath] : undefined
      if (typeof join !== 'object' || join === null) return []
      const { where, sort } = join as { where?: unknown; sort?: unknown }
      return where ? [{ path: joinPath, slug, where, sort }] : []
    }),
  )
}
