import { describe, expect, it } from 'vitest'
import type { TaskHandler } from '@/contracts'
import { buildHandlers } from './registry'

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
})
