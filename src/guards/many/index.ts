import type { SanitizedConfig } from 'payload'
import { boundChanges } from './boundChanges'
import { nameLeft } from './nameLeft'

/** Changes and removals of many by one request: of how many at most, and what of them was left as it was. */
export async function guardMany(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  for (const { hooks } of config.collections) {
    hooks.beforeOperation = [boundChanges, ...(hooks.beforeOperation ?? [])]
    hooks.afterOperation = [...(hooks.afterOperation ?? []), nameLeft]
  }
  return config
}
