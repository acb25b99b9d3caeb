import { describe, expect, it } from 'vitest'
import type { Provider } from '@/contracts'
import { ProviderError } from './ProviderError'
import { buildRegistry, getProvider, providerFor, providers } from './registry'

const fake = (name: string, ...capabilities: Provider['capabilities'][number][]): Provider => ({
  name,
  capabilities,
  estimate: () => ({ microUsd: 0 }),
  start: async ({ kind }) => ({ provider: name, kind, id: '1' }),
  status: async () => ({ state: 'queued' }),
  cancel: async () => {},
})

describe('the provider registry', () => {
  it('always has the local provider', () => {
    expect(getProvider('local').name).toBe('local')
    for (const kind of ['analyse-scene', 'suggest-shots', 'draw-panel', 'speak'] as const) {
      expect(providers.get(providerFor(kind).name)?.capabilities).toContain(kind)
    }
  })

  it('refuses two of one name', () => {
    expect(() => buildRegistry([fake('a'), fake('a')])).toThrow('Two providers are called "a"')
  })

  it('prefers what is asked for, if it can do the work', () => {
    const registry = buildRegistry([fake('a', 'speak', 'draw-panel'), fake('b', 'speak')])
    expect(providerFor('speak', [], registry).name).toBe('a')
    expect(providerFor('speak', ['unknown', 'b'], registry).name).toBe('b')
    expect(providerFor('draw-panel', ['b'], registry).name).toBe('a')
  })

  it('says what is missing, and that waiting will not help', () => {
    expect(() => getProvider('nobody')).toThrow(ProviderError)
    expect(() => providerFor('analyse-scene', [], buildRegistry([fake('a', 'speak')]))).toThrow(
      expect.objectContaining({ code: 'unsupported', isRetryable: false }),
    )
  })
})
