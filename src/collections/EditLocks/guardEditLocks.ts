import type { SanitizedConfig } from 'payload'
import { lockAccess } from './access'
import { forOneself } from './forOneself'
import { nameHolder } from './nameHolder'

/**
 * Payload adds its collection of edit locks by itself, after all of ours, and lets everybody who is signed in have every
 * lock: its access is set here, once it is there.
 */
export async function guardEditLocks(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  const locks = config.collections.find(({ slug }) => slug === 'payload-locked-documents')
  if (!locks) throw new Error('Payload has no collection of edit locks any more.')
  Object.assign(locks.access, lockAccess)
  locks.hooks.beforeChange = [...(locks.hooks.beforeChange ?? []), forOneself]
  locks.hooks.afterRead = [...(locks.hooks.afterRead ?? []), nameHolder]
  return config
}
