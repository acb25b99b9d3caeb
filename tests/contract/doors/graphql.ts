import { type CollectionConfig, formatNames, type Payload, type SanitizedCollectionConfig } from 'payload'
import type { GraphqlAnswer } from '../restApi'
import { type Answer, type Door, idsIn, type Wish } from './answers'
import type { Ledger } from './ledger'
import { isFor, type Level } from './levels'
import type { Operation } from './operations'
import type { Stage } from './stage'

export type SendGraphql = (
  source: string,
  headers: Record<string, string>,
  variables?: Record<string, unknown>,
) => Promise<GraphqlAnswer>

/** What Payload calls a collection in its schema; see `initCollections` in @payloadcms/graphql. */
export function namesOf({ slug, graphQL }: Pick<CollectionConfig, 'slug' | 'graphQL'>) {
  const plain = formatNames(slug)
  const own = graphQL || {}
  const singular = own.singularName ?? plain.singular
  const plural = own.pluralName ?? plain.plural
  return { singular, plural: singular === plural ? `all${singular}` : plural }
}

/** The fields of the schema by which each wish is asked; an operation that has none is missing. */
export function fieldsOf(collection: SanitizedCollectionConfig): Partial<Record<Operation, string>> {
  if (collection.graphQL === false) return {}
  const { singular, plural } = namesOf(collection)
  return {
    list: plural,
    count: `count${plural}`,
    read: singular,
    'ask for rights': `docAccess${singular}`,
    create: `create${singular}`,
    change: `update${singular}`,
    ...(collection.trash ? { 'put into the trash': `update${singular}` } : {}),
    delete: `delete${singular}`,
    ...(collection.disableDuplicate ? {} : { duplicate: `duplicate${singular}` }),
    ...(collection.versions
      ? {
          'look at versions': `versions${plural}`,
          'look at a version': `version${singular}`,
          'restore a version': `restoreVersion${singular}`,
        }
      : {}),
  }
}

const sourceFor = (
  field: string,
  collection: SanitizedCollectionConfig,
  { operation, ...wish }: Wish,
): [string, Record<string, unknown>] => {
  const { singular } = namesOf(collection)
  const { id, version, data } = wish
  switch (operation) {
    case 'list':
      // Of events there are more than a page has.
      if (collection.slug === 'events')
        return [`query($id: String) { it: ${field}(where: { id: { equals: $id } }) { docs { id } } }`, { id }]
      return [`{ it: ${field}(limit: 0, pagination: false) { totalDocs docs { id } } }`, {}]
    case 'count':
      return [`query($id: String) { it: ${field}(where: { id: { equals: $id } }) { totalDocs } }`, { id }]
    case 'read':
      return [`query($id: String!) { it: ${field}(id: $id) { id } }`, { id }]
    case 'look at versions':
      return [`{ it: ${field}(limit: 0, pagination: false) { docs { id parent { id } } } }`, {}]
    case 'look at a version':
      return [`query($id: String) { it: ${field}(id: $id) { id } }`, { id: version }]
    case 'ask for rights':
      return [`query($id: String!) { it: ${field}(id: $id) { __typename } }`, { id }]
    case 'create':
      return [`mutation($data: mutation${singular}Input!) { it: ${field}(data: $data) { id } }`, { data }]
    case 'change':
    case 'put into the trash':
      return [
        `mutation($id: String!, $data: mutation${singular}UpdateInput!) { it: ${field}(id: $id, data: $data) { id } }`,
        { id, data: operation === 'change' ? data : { deletedAt: new Date().toISOString() } },
      ]
    case 'delete':
      return [`mutation($id: String!) { it: ${field}(id: $id) { id } }`, { id }]
    case 'duplicate':
      return [
        `mutation($id: String!, $data: mutation${singular}Input!) { it: ${field}(id: $id, data: $data) { id } }`,
        { id, data },
      ]
    case 'restore a version':
      return [`mutation($id: String) { it: ${field}(id: $id) { id } }`, { id: version }]
    default:
      throw new Error(`GraphQL has no ${operation}.`)
  }
}

/** Payload's GraphQL. */
export function graphqlDoor(payload: () => Payload, send: SendGraphql): Door {
  return {
    name: 'GraphQL',
    has: (collection, operation) => operation in fieldsOf(collection),
    async ask(headers, wish): Promise<Answer> {
      const { config } = payload().collections[wish.slug as 'projects']
      const field = fieldsOf(config)[wish.operation] as string
      const [source, variables] = sourceFor(field, config, wish)
      const { data, error, status } = await send(source, headers, variables)
      const total = typeof data?.it?.totalDocs === 'number' ? data.it.totalDocs : null
      return { status, ids: idsIn(data?.it), total, text: JSON.stringify({ data, error }) }
    },
  }
}

/** Queries and mutations that are no collection’s documents: what is asked, and who gets an answer. */
export const OWN_FIELDS: Record<
  string,
  { level: Level; source: (stage: Stage) => string; refusal?: number }
> = {
  Access: { level: 'anyone', source: () => '{ it: Access { __typename } }' },
  meUser: { level: 'anyone', source: () => '{ it: meUser { user { id } } }' },
  initializedUser: { level: 'anyone', source: () => '{ it: initializedUser }' },
  // Signing in and out with one’s own is what the endpoints try; here are those of others.
  loginUser: {
    level: 'none',
    source: ({ people }) =>
      `mutation { it: loginUser(email: "${people.emails.admin}", password: "not-the-one") { token } }`,
  },
  logoutUser: { level: 'none', source: () => 'mutation { it: logoutUser(allSessions: 5) }' },
  refreshTokenUser: { level: 'none', source: () => 'mutation { it: refreshTokenUser { nothing } }' },
  forgotPasswordUser: {
    level: 'none',
    source: ({ people }) => `mutation { it: forgotPasswordUser(email: "${people.emails.admin}") }`,
    refusal: 501,
  },
  resetPasswordUser: {
    level: 'none',
    source: () => 'mutation { it: resetPasswordUser(token: "nothing", password: "long-enough-2") { token } }',
  },
  unlockUser: {
    level: 'admins',
    source: ({ people }) => `mutation { it: unlockUser(email: "${people.emails.owner}") }`,
  },
  verifyEmailUser: { level: 'none', source: () => 'mutation { it: verifyEmailUser(token: "nothing") }' },
}

/** Everybody at one of them. */
export async function tryOwnField(
  { stage, ledger, send }: { stage: Stage; ledger: Ledger; send: SendGraphql },
  name: string,
): Promise<void> {
  const row = OWN_FIELDS[name] as (typeof OWN_FIELDS)[string]
  for (const caller of stage.people.callers) {
    const { data, error, status } = await send(row.source(stage), caller.headers)
    const isRefused = [400, 401, 403, 404, 429, row.refusal].includes(status)
    const isHeld = isFor(row.level, caller.who) ? status === 200 : isRefused
    const text = `${status} ${JSON.stringify({ data, error }).slice(0, 120)}`
    ledger.write(`GraphQL: ${name}`, caller.name, isHeld ? null : text)
  }
}
