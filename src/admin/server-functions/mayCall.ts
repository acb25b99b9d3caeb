import { getSchemaMap } from '@payloadcms/ui/utilities/getSchemaMap'
import { type CollectionSlug, canAccessAdmin, type PayloadRequest } from 'payload'
import { isReadable } from '@/guards/queries/isReadable'
import type { Arguments } from './arguments'
import type { OpenFunction } from './names'

async function isForAdmins(req: PayloadRequest): Promise<boolean> {
  // Payload lets everybody in as long as a studio has no users, for its own page of the first one.
  if (!req.user) return false
  return canAccessAdmin({ req }).then(
    () => true,
    () => false,
  )
}

/**
 * Whether somebody may call one of Payload's server functions with these arguments: they see the admin, and the
 * collection and every document that they name. What fields render on the server is rendered for the id that a caller
 * sends.
 */
export async function mayCall(req: PayloadRequest, name: OpenFunction, args: Arguments): Promise<boolean> {
  if (!(await isForAdmins(req))) return false
  const { collectionSlug, schemaPath } = args
  if (!Object.hasOwn(req.payload.collections, collectionSlug)) return false
  const { config } = req.payload.collections[collectionSlug as CollectionSlug]
  // A form may be opened by who creates and reads nothing, a list may not.
  const isList = name === 'render-list' || name === 'table-state'
  if (isList && (await config.access.read({ req })) === false) return false
  if (name === 'form-state' && schemaPath !== undefined) {
    const fields = getSchemaMap({ collectionSlug, config: req.payload.config, i18n: req.i18n })
    if (!fields.has(String(schemaPath))) return false
  }
  const parent = args.parent as { collectionSlug: string; id: unknown } | undefined
  const initial = args.initialData as { id?: unknown } | undefined
  const named: Array<[string, unknown]> = [
    [collectionSlug, args.id],
    [collectionSlug, args.docID],
    [collectionSlug, initial?.id],
    [parent?.collectionSlug ?? '', parent?.id],
  ]
  for (const [collection, id] of named)
    if (id !== undefined && !(await isReadable(req, collection, id))) return false
  return true
}
