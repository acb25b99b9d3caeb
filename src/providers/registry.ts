import type { Provider, ProviderCapability } from '@/contracts'
import { localProvider } from './local'
import { ProviderError } from './ProviderError'

/** Every provider there is. Adding one is its file and a line here; the order is the order of preference. */
export const providers: ReadonlyMap<string, Provider> = buildRegistry([localProvider])

/**
 * @throws {Error} where two providers share a name: the second would silently take over the first one's
 * stored operations
 */
export function buildRegistry(list: readonly Provider[]): ReadonlyMap<string, Provider> {
  const registry = new Map<string, Provider>()
  for (const provider of list) {
    if (registry.has(provider.name)) throw new Error(`Two providers are called "${provider.name}"`)
    registry.set(provider.name, provider)
  }
  return registry
}

/**
 * The provider an operation or a setting names.
 *
 * @throws {ProviderError} `unsupported`, not retryable, where there is none of that name
 */
export function getProvider(name: string, registry = providers): Provider {
  const provider = registry.get(name)
  if (provider) return provider
  throw new ProviderError({
    provider: name,
    code: 'unsupported',
    message: `There is no provider "${name}". Known: ${[...registry.keys()].join(', ')}`,
    isRetryable: false,
  })
}

/**
 * The provider to use for a kind of work: the first of `preferences` that can do it, else the first
 * registered one that can. Preferences that are unknown or cannot do it are passed over.
 *
 * @throws {ProviderError} `unsupported`, not retryable, where no provider can do it
 */
export function providerFor(
  kind: ProviderCapability,
  preferences: readonly string[] = [],
  registry = providers,
): Provider {
  const preferred = preferences.map((name) => registry.get(name))
  for (const provider of [...preferred, ...registry.values()]) {
    if (provider?.capabilities.includes(kind)) return provider
  }
  throw new ProviderError({
    provider: preferences[0] ?? 'none',
    code: 'unsupported',
    message: `No provider can do "${kind}"`,
    isRetryable: false,
  })
}
