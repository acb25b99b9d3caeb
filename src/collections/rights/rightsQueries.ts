import type { Config, PayloadRequest } from 'payload'
import { assertMayKnowOf } from './mayKnowOf'

type Query = {
  resolve: (
    source: unknown,
    args: { id: unknown },
    context: { req: PayloadRequest },
    info: unknown,
  ) => unknown
}
interface Schema {
  Query: { fields: Record<string, Query | undefined> }
  collections: Record<string, { graphQL?: { type?: { name: string } } }>
}

/** The same as {@link guardRights} by GraphQL: Payload's own queries for the rights to a document, behind the question. */
export const rightsQueries: NonNullable<Config['graphQL']>['queries'] = (_graphQL, context) => {
  const { Query, collections } = context as unknown as Schema
  return Object.fromEntries(
    Object.entries(collections).flatMap(([slug, { graphQL }]) => {
      const name = `docAccess${graphQL?.type?.name}`
      const own = Query.fields[name]
      if (!own) return []
      const resolve: Query['resolve'] = async (source, args, given, info) => {
        await assertMayKnowOf(given.req, slug, args.id)
        return own.resolve(source, args, given, info)
      }
      return [[name, { ...own, resolve }]]
    }),
  )
}
