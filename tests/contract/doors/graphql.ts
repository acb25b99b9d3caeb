import { type CollectionConfig, formatNames, type Payload, type SanitizedCollectionConfig } from 'payload'
import type { GraphqlAnswer } from '../restApi'
import { type Answer, type Door, idsIn, type Wish } from './answers'
import type { Operation } from './operations'

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

/** The fields of the schema by which each wish is asked; of an operation that has none: null. */
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

const sourceFor = (field: string, collection: SanitizedCollectionConfig, { operation, ...wish }: Wish): [string, Record<string, unknown>] => {
  const { singular } = namesOf(collection)
  const { id, version, data } = wish
  switch (operation) {
    case 'list':
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
      return [`query($id: String!) { it: ${field}(id: $id) { read { permission } update { permission } } }`, { id }]
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
    async ask(headers, wish): Promise<Answer | null> {
      const { config } = payload().collections[wish.slug as 'projects']
      const field = fieldsOf(config)[wish.operation]
      if (!field) return null
      const [source, variables] = sourceFor(field, config, wish)
      const { data, error, status } = await send(source, headers, variables)
      const total = typeof data?.it?.totalDocs === 'number' ? data.it.totalDocs : null
      return { status, ids: idsIn(data?.it), total, text: JSON.stringify({ data, error }) }
    },
  }
}
