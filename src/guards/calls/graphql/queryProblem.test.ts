import { describe, expect, it } from 'vitest'
import { MOST, queryProblem } from './queryProblem'

const nested = (depth: number) => `{${'a{'.repeat(depth - 1)}id${'}'.repeat(depth)}`
const doubling = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `fragment f${n} on A { x: a { ...f${n + 1} } y: a { ...f${n + 1} } }`,
  ).join(' ')

describe('What one query may ask for', () => {
  it('is as deep as the bound and no deeper', async () => {
    expect(await queryProblem(nested(MOST.depth))).toBeNull()
    expect(await queryProblem(nested(MOST.depth + 1))).toBe(
      `goes ${MOST.depth + 1} fields deep; ${MOST.depth} are allowed`,
    )
  })

  it('is no more aliases, nor fields, than the bound', async () => {
    const many = (count: number) =>
      `{${Array.from({ length: count }, (_, n) => `a${n}: a { id }`).join(' ')}}`
    expect(await queryProblem(many(MOST.aliases))).toBeNull()
    expect(await queryProblem(many(MOST.aliases + 1))).toContain(`${MOST.aliases + 1} aliases`)
    expect(await queryProblem(`{a{${'id '.repeat(MOST.fields)}}}`)).toContain('fields')
  })

  it('is counted through fragments, however short their text is', async () => {
    expect(await queryProblem(`{ a { ...f0 } } ${doubling(8)} fragment f8 on A { id }`)).toContain('aliases')
    expect(await queryProblem(`{ a { ...f0 } } ${doubling(60)} fragment f60 on A { id }`)).toContain('deep')
    // A mutation is no other query.
    expect(await queryProblem(`mutation ${nested(MOST.depth + 1)}`)).toContain('deep')
  })

  it('is nothing that holds itself, by itself or by others', async () => {
    for (const round of [
      'fragment A on Query { ...A } query { ...A }',
      '{ a { ...f } } fragment f on A { a { ...g } } fragment g on A { ... { ...f } }',
    ])
      expect(await queryProblem(round)).toBe('has a fragment that holds itself')
  })

  it('is no subscription, which the schema has none of', async () => {
    expect(await queryProblem('subscription { a }')).toContain('subscription')
  })

  it('has conditions that say yes or no, in its fragments too', async () => {
    for (const sure of [
      '{ a @include(if: true) { id @skip(if: false) } }',
      'query($x: Boolean!) { a @include(if: $x) { id } }',
      'query($x: Boolean = true) { ...f } fragment f on Query { a @skip(if: $x) { id } }',
    ])
      expect(await queryProblem(sure), sure).toBeNull()
    for (const unclear of [
      '{ a @include { id } }',
      '{ a @skip(if: "x") { id } }',
      '{ ... @include(if: $x) { a } }',
      '{ ...f @skip(if: null) } fragment f on Query { a }',
      'query($x: Boolean) { a @include(if: $x) { id } }',
      'query($x: String!) { a @include(if: $x) { id } }',
      '{ a { ...f } } fragment f on A { id @include(if: $x) }',
    ])
      expect(await queryProblem(unclear), unclear).toContain('true or false')
    const byDefault = 'query($x: Boolean = true) { a @include(if: $x) { id } }'
    expect(await queryProblem(byDefault, { x: null })).toContain('true or false')
    expect(await queryProblem(byDefault, { x: false })).toBeNull()
  })

  it('asks for no list within itself, which multiplies what is looked up', async () => {
    const round = '{ Scenes { docs { episode { ...E } } } } fragment E on Episode { scenes { docs { id } } }'
    expect(await queryProblem(round)).toBe('asks for scenes within scenes: ask for them apart')
    const down =
      '{ Projects { docs { episodes { docs { scenes { docs { shots { docs { panels { docs { image { url } } } } } } } } } } } }'
    expect(await queryProblem(down)).toBeNull()
  })

  it('may be the whole schema, which GraphQL bounds', async () => {
    const types = `${'ofType { '.repeat(9)}name${' }'.repeat(9)}`
    expect(await queryProblem(`{ __schema { types { fields { type { ${types} } } } } }`)).toBeNull()
  })

  it('is left to who reads it where it cannot be read', async () => {
    expect(await queryProblem('{ a {')).toBeNull()
    expect(await queryProblem('')).toBeNull()
  })
})
