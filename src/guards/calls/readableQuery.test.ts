import { describe, expect, it } from 'vitest'
import { readableQuery } from './readableQuery'

const problemsOf = (query: Record<string, unknown>, data?: unknown) => {
  try {
    readableQuery({ query, data: data as never })
    return []
  } catch (error) {
    return (error as { problems: Array<{ field: string; message: string }> }).problems
  }
}

describe('A question', () => {
  it('may ask for what this product knows', () => {
    expect(problemsOf({ where: '{"a":{"equals":1}}', depth: '1', draft: 'true', locale: 'de' })).toEqual([])
    expect(problemsOf({}, { where: { a: { equals: 1 } } })).toEqual([])
  })

  it('may not bring its own answer, nor ask for what Payload alone knows: by its address or its body', () => {
    for (const field of ['data', 'prefix', 'publishSpecificLocale', 'selectedLocales'])
      for (const value of ['', '9007199254740993', ['a'], { a: '1' }]) {
        const problems = [{ field, message: 'is not known here' }]
        expect(problemsOf({ [field]: value })).toEqual(problems)
        expect(problemsOf({}, { [field]: value })).toEqual(problems)
      }
  })

  it('is an object where it comes as a body', () => {
    for (const data of [5, 'a', true, [1]])
      expect(problemsOf({}, data)).toEqual([{ field: 'body', message: 'must be an object' }])
  })
})
