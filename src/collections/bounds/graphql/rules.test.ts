import { buildSchema, GraphQLError, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { MOST, rulesWith } from './rules'

const schema = buildSchema('type A { id: ID a: A } type Query { a: A }')
const rules = rulesWith((message, options) => new GraphQLError(message, options))
const problems = (query: string) => validate(schema, parse(query), rules).map(({ message }) => message)
const nested = (depth: number) => `{${'a{'.repeat(depth - 1)}id${'}'.repeat(depth)}`

describe('What one query may ask for', () => {
  it('is as deep as the bound and no deeper', () => {
    expect(problems(nested(MOST.depth))).toEqual([])
    expect(problems(nested(MOST.depth + 1))).toEqual([
      `The query goes ${MOST.depth + 1} fields deep; ${MOST.depth} are allowed.`,
    ])
  })

  it('is no more aliases, nor fields, than the bound', () => {
    const many = (count: number) =>
      `{${Array.from({ length: count }, (_, n) => `a${n}: a { id }`).join(' ')}}`
    expect(problems(many(MOST.aliases))).toEqual([])
    expect(problems(many(MOST.aliases + 1))).toEqual([
      `The query has ${MOST.aliases + 1} aliases; ${MOST.aliases} are allowed.`,
    ])
    expect(problems(`{a{${'id '.repeat(MOST.fields)}}}`)).toHaveLength(1)
  })

  it('is counted through fragments, however short their text is', () => {
    const doubling = (count: number) =>
      Array.from(
        { length: count },
        (_, n) => `fragment f${n} on A { x: a { ...f${n + 1} } y: a { ...f${n + 1} } }`,
      )
    const bomb = `{ a { ...f0 } } ${doubling(8).join(' ')} fragment f8 on A { id }`
    expect(problems(bomb)).toEqual([expect.stringContaining('aliases')])
    const deep = `{ a { ...f0 } } ${doubling(60).join(' ')} fragment f60 on A { id }`
    expect(problems(deep).join(' ')).toContain('deep')
  })

  it('is nothing where a fragment holds itself, which another rule refuses', () => {
    expect(problems('{ a { ...f } } fragment f on A { a { ...f } }')).toEqual([])
  })

  it('leaves what asks about the schema to GraphQL', () => {
    expect(
      problems(
        '{ __schema { types { fields { type { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { name } } } } } } } } } } } } }',
      ),
    ).toEqual([])
  })
})
