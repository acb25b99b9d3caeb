import { describe, expect, it } from 'vitest'
import { callProblem, choiceProblem, nameProblem } from './readableCall'

const call = (args: unknown) => JSON.stringify([{ name: 'form-state', args }])

describe('The body of a call of a server function', () => {
  it('is one call, with all that React writes into a text', () => {
    for (const value of [
      'a',
      '$$1',
      '$undefined',
      '$NaN',
      '$-Infinity',
      '$-0',
      '$D2026-01-01',
      '$T',
      '$0:0:args',
    ])
      expect(callProblem(call({ a: [value, { b: value }] })), value).toBeNull()
  })

  it('is looked through whatever its length', () => {
    expect(callProblem(call({ data: { a: Array(200_000).fill(0) } }))).toBeNull()
  })

  it('is named where Next could not read it', () => {
    for (const body of ['', '{', 'nope', '[1', '\0']) expect(callProblem(body)).toBe('is not readable JSON')
    for (const body of ['null', '5', '"$1"', '{}', '[]', '["de"]', '[["de"]]', '[null]', '[{},{}]'])
      expect(callProblem(body), body).toBe('must be a list with one call')
    for (const value of [
      '$1',
      '$B1',
      '$F1',
      '$Q1',
      '$W1',
      '$K1',
      '$i1',
      '$@1',
      '$1:a',
      '$nx',
      '$n5',
      '$0:__proto__:constructor',
      '$0:0:toString',
      `$n${'9'.repeat(400)}`,
      '$S',
      '$o1',
      '$R1',
      '$',
    ])
      expect(callProblem(call({ a: [{ b: value }] })), value).toBe('names what does not come with it')
    expect(callProblem('['.repeat(200_000))).toContain('deep')
  })

  it('is the choice of a language, with what the page was given', () => {
    const problemOf = (parts: Record<string, string | File | undefined>) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(parts)) if (value !== undefined) form.append(name, value)
      return choiceProblem(form)
    }
    for (const language of ['en', 'de', 'zh-TW'])
      expect(problemOf({ 0: JSON.stringify(['$@1', language]), 1: '"sealed"' })).toBeNull()
    for (const language of [['de'], {}, 5, null, '', 'de; Domain=x', 'a\r\nb', 'a'.repeat(5_000), '$T'])
      expect(problemOf({ 0: JSON.stringify(['$@1', language]), 1: '"sealed"' })).toBe('must name a language')
    const call = '["$@1","en"]'
    for (const parts of [
      {},
      { 0: call },
      { 1: '"sealed"' },
      { 0: '{', 1: '"sealed"' },
      { 0: '["$1","en"]', 1: '"sealed"' },
      { 0: '["en"]', 1: '"sealed"' },
      { 0: call, 1: '{}' },
      { 0: call, 1: 'sealed' },
      { 0: call, 1: '"sealed"', 2: 'x' },
      { 0: call, 1: new File(['"sealed"'], 'a') },
    ])
      expect(problemOf(parts), JSON.stringify(parts)).toBe('must be the choice of a language')
  })

  it('is told to a function that is told as much', () => {
    const [one, two] = ['40', '60'].map((byte) => byte.padEnd(42, 'a')) as [string, string]
    expect([nameProblem(one, false), nameProblem(two, true)]).toEqual([null, null])
    expect(nameProblem(two, false)).toBe('is not what this function is told')
    expect(nameProblem(one, true)).toBe('is not what this function is told')
    for (const none of ['', 'x', 'g'.repeat(42), `${one}a`]) expect(nameProblem(none, false)).toBeNull()
  })
})
