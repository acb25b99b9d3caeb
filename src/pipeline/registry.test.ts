import { describe, expect, it } from 'vitest'
import type { TaskHandler } from '@/contracts'
import { recurring } from './recurring'
import { buildHandlers, handlers } from './registry'

const handler = (type: string): TaskHandler => ({ type, label: type, run: async () => ({ result: {} }) })

describe('the handlers of tasks', () => {
  it('are found by their type', () => {
    expect([...buildHandlers([handler('draw'), handler('speak')]).keys()]).toEqual(['draw', 'speak'])
  })

  it('may not share a type', () => {
    expect(() => buildHandlers([handler('draw'), handler('draw')])).toThrow(
      'Two task handlers are called "draw"',
    )
  })

  it('are there for everything that comes back each night, once each', () => {
    const types = recurring.map(({ type }) => type)
    expect(types.filter((type) => !handlers.has(type))).toEqual([])
    expect(new Set(types).size).toBe(types.length)
    for (const { hourUtc } of recurring)
      expect(Number.isInteger(hourUtc) && hourUtc >= 0 && hourUtc < 24).toBe(true)
  })
})
