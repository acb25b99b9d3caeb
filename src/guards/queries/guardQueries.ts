import type { SanitizedConfig } from 'payload'
import { guardDocAccess } from './docAccess'
import { refuseSecrets } from './refuseSecrets'

/** Every collection, also those that Payload adds by itself, is asked by what may be seen alone. */
export async function guardQueries(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  for (const collection of config.collections) {
    const { endpoints, hooks, slug } = collection
    hooks.beforeOperation = [refuseSecrets, ...(hooks.beforeOperation ?? [])]
    if (endpoints) collection.endpoints = endpoints.map((each) => guardDocAccess(slug, each))
  }
  return config
}
