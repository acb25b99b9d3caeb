import type { SanitizedConfig } from 'payload'
import { collections } from '@/collections/registry'
import { bounded, boundedPreference } from './boundPreferences'
import { PAYLOADS_OWN } from './payloadsOwn'

const ours = new Set<string>(collections.map(({ slug }) => slug))

/**
 * Payload adds its own collections after all of ours: their access is set once they are there.
 *
 * @throws where there is one that nobody has decided about
 */
export async function guardPayloadsOwn(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  for (const collection of config.collections.filter(({ slug }) => !ours.has(slug))) {
    const decided = Object.hasOwn(PAYLOADS_OWN, collection.slug) ? PAYLOADS_OWN[collection.slug] : undefined
    if (!decided) throw new Error(`Whose is ${collection.slug}, which Payload adds? See payloadsOwn.ts.`)
    Object.assign(collection.access, decided.access)
    if (collection.slug !== 'payload-preferences') continue
    collection.hooks.beforeChange = [...(collection.hooks.beforeChange ?? []), boundedPreference]
    if (collection.endpoints) collection.endpoints = collection.endpoints.map(bounded)
  }
  return config
}
