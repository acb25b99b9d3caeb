import type { SanitizedConfig } from 'payload'
import { refuseSecrets } from './refuseSecrets'

/** Every collection, also those that Payload adds by itself, is asked by what may be seen alone. */
export async function guardQueries(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  for (const { hooks } of config.collections)
    hooks.beforeOperation = [refuseSecrets, ...(hooks.beforeOperation ?? [])]
  return config
}
