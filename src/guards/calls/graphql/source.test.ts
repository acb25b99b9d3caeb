import { describe, expect, it } from 'vitest'
import { MAX_BRACKETS, MAX_SOURCE, sourceProblem } from './source'

const nested = (depth: number) => `${'{a'.repeat(depth)}${'}'.repeat(depth)}`

describe('A query, before it is parsed', () => {
  it('may be as long and as deep as queries are', () => {
    expect(sourceProblem('{ Projects(where: { title: { in: ["a"] } }) { docs { id } } }')).toBeNull()
    expect(sourceProblem(nested(MAX_BRACKETS))).toBeNull()
  })

  it('is refused where it is longer or deeper', () => {
    expect(sourceProblem(nested(MAX_BRACKETS + 1))).toContain('brackets within brackets')
    expect(sourceProblem('['.repeat(10_000))).toContain('brackets within brackets')
    expect(sourceProblem(' '.repeat(MAX_SOURCE + 1))).toContain('characters')
  })

  it('does not count what stands in quotes and remarks', () => {
    const text = '{'.repeat(MAX_BRACKETS + 1)
    expect(sourceProblem(`{ a(b: "${text} \\" ${text}") } # ${text}`)).toBeNull()
    expect(sourceProblem(`{ a(b: """${text} " ${text}""") }`)).toBeNull()
  })
})
