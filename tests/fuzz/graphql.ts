import { createRequire } from 'node:module'
import { configToSchema } from '@payloadcms/graphql'
import type { GraphQLArgument, GraphQLField, GraphQLInputType, GraphQLOutputType } from 'graphql'
import type { SanitizedConfig } from 'payload'
import type { Dice } from './dice'
import type { FuzzRequest } from './request'
import type { Studio } from './studio'
import { encoded, NASTY_TEXTS, nasty } from './values'

// Payload's own copy: graphql knows the types of another by no class.
const gql = createRequire(import.meta.url)('graphql') as typeof import('graphql')

const BROKEN = [
  '{',
  '',
  'query',
  'query { __schema { types { name } } }',
  'query { __typename }',
  'mutation { nope }',
  'subscription { a }',
  'query A { __typename } query B { __typename }',
  'query($a: Nope!) { __typename }',
  'fragment A on Query { ...A } query { ...A }',
  '{ Projects(where: {AND: {AND: {AND: []}}}) { docs { id } } }',
  `{${' a'.repeat(2_000)}}`,
  `{ ${'Projects { docs { '.repeat(50)} id ${'} }'.repeat(50)} }`,
]

/** A value of a text of GraphQL. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .filter(([key]) => /^\w+$/.test(key))
      .map(([key, each]) => `${key}: ${literal(each)}`)
      .join(', ')}}`
  return JSON.stringify(value ?? null)
}

export class GraphqlRequests {
  private readonly queries: Array<GraphQLField<unknown, unknown>>
  private readonly mutations: Array<GraphQLField<unknown, unknown>>

  constructor(
    config: SanitizedConfig,
    private readonly studio: () => Studio,
  ) {
    const { schema } = configToSchema(config)
    this.queries = Object.values(schema.getQueryType()?.getFields() ?? {})
    this.mutations = Object.values(schema.getMutationType()?.getFields() ?? {})
  }

  make(dice: Dice): FuzzRequest {
    const request: FuzzRequest = { method: 'POST', path: '/api/graphql', query: [], headers: [] }
    const source = dice.chance(0.08) ? dice.pick(BROKEN) : this.source(dice)
    const kind = dice.below(30)
    if (kind === 0) return { ...request, body: { json: [{ query: source }, { query: source }] } }
    if (kind === 1) return { ...request, method: 'GET', query: [['query', encoded(source)]] }
    if (kind === 2) return { ...request, body: { json: nasty(dice, []) } }
    if (kind === 3) return { ...request, body: { form: [['query', 'x']] } }
    if (kind === 4) return { ...request, body: { bytes: Buffer.from(source) } }
    if (kind === 5) return { ...request, body: { json: { query: source, variables: nasty(dice, []) } } }
    if (kind === 6) return { ...request, body: { json: { query: source, operationName: nasty(dice, []) } } }
    if (kind === 7) return { ...request, body: { json: { query: nasty(dice, []) } } }
    return { ...request, body: { json: { query: source } } }
  }

  private source(dice: Dice): string {
    const isChange = dice.chance(0.3)
    const fields = (isChange ? this.mutations : this.queries).filter(
      ({ name }) => !/^(delete|update|logout|forgotPassword|login).*User/i.test(name),
    )
    return `${isChange ? 'mutation' : 'query'} { ${dice
      .some(fields, 1)
      .concat(dice.pick(fields))
      .map((field, n) => `a${n}: ${this.call(dice, field)}`)
      .join(' ')} }`
  }

  private call(dice: Dice, field: GraphQLField<unknown, unknown>): string {
    const args = field.args
      .filter((arg) => gql.isNonNullType(arg.type) || dice.chance(0.4))
      .map((arg: GraphQLArgument) => `${arg.name}: ${this.value(dice, arg.type, arg.name)}`)
    return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${this.selection(dice, field.type)}`
  }

  private selection(dice: Dice, type: GraphQLOutputType, depth = 0): string {
    const named = gql.getNamedType(type)
    if (gql.isUnionType(named)) return ' { __typename }'
    if (!gql.isObjectType(named)) return ''
    const all = Object.values(named.getFields())
    const leaves = all.filter((each) => gql.isLeafType(gql.getNamedType(each.type)))
    const objects = all.filter((each) => gql.isObjectType(gql.getNamedType(each.type)))
    const chosen = dice.some(leaves, 3).map(({ name }) => name)
    if (depth < 4 && objects.length > 0 && dice.chance(0.7)) {
      const each = objects.find(({ name }) => name === 'docs' && dice.chance(0.7)) ?? dice.pick(objects)
      const args = each.args
        .filter(() => dice.chance(0.3))
        .map((arg) => `${arg.name}: ${this.value(dice, arg.type, arg.name)}`)
      chosen.push(
        `${each.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${this.selection(dice, each.type, depth + 1)}`,
      )
    }
    return ` { __typename ${[...new Set(chosen)].join(' ')} }`
  }

  private value(dice: Dice, type: GraphQLInputType, name: string, depth = 0): string {
    const ids = Object.values(this.studio().ids).flat()
    if (dice.chance(0.04)) return literal(nasty(dice, ids))
    if (gql.isNonNullType(type)) return this.value(dice, type.ofType, name, depth)
    if (gql.isListType(type))
      return `[${Array.from({ length: dice.below(2) + 1 }, () => this.value(dice, type.ofType, name, depth + 1)).join(', ')}]`
    if (gql.isEnumType(type)) return dice.pick(type.getValues()).name
    if (gql.isInputObjectType(type)) {
      if (depth > 4) return '{}'
      const fields = Object.values(type.getFields())
      const chosen = dice.some(fields, 3).concat(fields.filter(gql.isRequiredInputField))
      const pairs = [...new Set(chosen)].map(
        (field) => `${field.name}: ${this.value(dice, field.type, field.name, depth + 1)}`,
      )
      return `{${pairs.join(', ')}}`
    }
    if (type.name === 'Int')
      return String(
        dice.pick([0, 1, 2, -1, 100, 2 ** 31 - 1, -(2 ** 31), ...(dice.chance(0.1) ? [1.5] : [])]),
      )
    if (type.name === 'Float') return String(dice.pick([0, 1, -1, 0.5, 1e308, 9e99]))
    if (type.name === 'Boolean') return dice.pick(['true', 'false'])
    if (/id$/i.test(name) && dice.chance(0.6)) return literal(dice.pick(ids))
    return literal(dice.pick([...NASTY_TEXTS, ...ids.slice(0, 10)]))
  }
}
