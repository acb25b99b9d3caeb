import type { SanitizedConfig } from 'payload'
import { guardEditLocks } from '@/collections/EditLocks/guardEditLocks'
import { guardCalls } from './calls/guardCalls'
import { guardMany } from './many'
import { boundPages } from './pages'
import { guardPayloadsOwn } from './payloads-own/guardPayloadsOwn'
import { mendPreferences } from './preferences/removePreference'
import { guardQueries } from './queries/guardQueries'

type Guard = (building: Promise<SanitizedConfig>) => Promise<SanitizedConfig>

/** The last one's look at a call is the first: nothing is looked up for what cannot be read. */
const GUARDS: readonly Guard[] = [
  guardEditLocks,
  mendPreferences,
  guardPayloadsOwn,
  guardQueries,
  guardMany,
  boundPages,
  guardCalls,
]

/** Payload's config, once it is built, with what holds of every collection: of those that it adds by itself, too. */
export const guarded = (building: Promise<SanitizedConfig>): Promise<SanitizedConfig> =>
  GUARDS.reduce((config, guard) => guard(config), building)
