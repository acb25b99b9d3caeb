import { type Config, type Endpoint, NotFound, type PayloadRequest, type SanitizedConfig } from 'payload'
import { isReadable } from './isReadable'
import { readableRights } from './readableRights'

/**
 * Payload says of every document, to everybody, what they may do with it (`docAccessOperation`): nothing, where they may
 * not see it, and 404 where it is not there, by which the two are told apart.
 *
 * @throws {NotFound} of both
 */
async function refuseUnseen(req: PayloadRequest, collection: string, id: unknown): Promise<void> {
  if (!(await isReadable(req, collection, id))) throw new NotFound(req.t)
}

const PATH = '/access/:id?'

/** By REST. */
export function guardDocAccess(slug: string, endpoint: Omit<Endpoint, 'root'>): Omit<Endpoint, 'root'> {
  if (endpoint.path !== PATH) return endpoint
  const handler = async (req: PayloadRequest) => {
    if (req.routeParams?.id !== undefined) await refuseUnseen(req, slug, req.routeParams.id)
    return endpoint.handler(req)
  }
  return { ...endpoint, handler }
}

interface Query {
  type: { name: string }
  resolve: (
    source: unknown,
    args: { id: unknown },
    context: { req: PayloadRequest },
    info: unknown,
  ) => unknown
}

/** For Payload's config: its own queries, of what may be seen alone. */
export const docAccessQueries: NonNullable<Config['graphQL']>['queries'] = (_graphQL, context) => {
  const { Query, config } = context as unknown as {
    Query: { fields: Record<string, Query> }
    config: SanitizedConfig
  }
  for (const name of ['Access', ...Object.keys(Query.fields).filter((each) => each.startsWith('docAccess'))])
    readableRights(Query.fields[name]?.type)
  const own = Object.entries(Query.fields).filter(([name]) => name.startsWith('docAccess'))
  return Object.fromEntries(
    own.map(([name, { resolve, ...rest }]) => {
      const of = rest.type.name.replace(/DocAccess$/, '')
      const collection = config.collections.find(({ slug }) => slug.replaceAll('-', '_') === of)
      if (!collection) throw new Error(`Of which collection is ${name}, which Payload answers?`)
      const guarded: Query['resolve'] = async (source, args, { req, ...more }, info) => {
        await refuseUnseen(req, collection.slug, args.id)
        return resolve(source, args, { req, ...more }, info)
      }
      return [name, { ...rest, resolve: guarded }]
    }),
  )
}
