import { describe, expect, it } from 'vitest'
import { boundedPages, MAX_JOINED, MAX_PAGE } from './pages'

describe('A page', () => {
  it('is as large as was asked for, up to the bound', () => {
    expect(boundedPages({ limit: MAX_PAGE })).toEqual({ limit: MAX_PAGE })
    expect(boundedPages({})).toEqual({})
    expect(boundedPages({ pagination: false, limit: 5 })).toEqual({ pagination: false, limit: 5 })
  })

  it('is the first of several where everything was asked for', () => {
    const first = { limit: MAX_PAGE, pagination: true }
    for (const all of [
      { limit: 0 },
      { limit: MAX_PAGE + 1 },
      { pagination: false },
      { pagination: false, limit: 0 },
    ])
      expect(boundedPages(all)).toEqual(first)
  })

  it('holds a bounded number of what hangs on each document', () => {
    expect(boundedPages({ joins: { panels: { limit: 0 }, shots: { limit: 3 }, scenes: false } })).toEqual({
      joins: { panels: { limit: MAX_JOINED }, shots: { limit: 3 }, scenes: false },
    })
  })
})
