import type { SanitizedCollectionConfig } from 'payload'

type Access = Partial<SanitizedCollectionConfig['access']>

const never = () => false
/** Nor those who run the studio: the product reads and writes it past every access. */
const NOBODY: Access = { create: never, read: never, readVersions: never, update: never, delete: never }

/**
 * The collections that Payload adds by itself, and whose they are. One that an upgrade adds has to be decided about here
 * before the product starts with it: Payload's own default lets everybody who is signed in do everything.
 */
export const PAYLOADS_OWN: Record<string, { why: string; access?: Access }> = {
  'payload-kv': { why: 'what Payload keeps for itself', access: NOBODY },
  'payload-migrations': {
    why: 'which migrations have run; Payload leaves out REST and GraphQL, but not its lists in the admin',
    access: NOBODY,
  },
  'payload-preferences': {
    why: 'everybody has their own: Payload’s access looks for them, and its hook writes them in the name of who asks',
  },
  'payload-locked-documents': { why: 'of those who may change the document: see EditLocks' },
}
