import type { CollectionAfterReadHook } from 'payload'

/**
 * Payload's dialogs call whoever holds a document by e-mail address, and by id where that may not be read. Where pages
 * ask, their name stands in its place; the APIs answer with what is there.
 */
export const nameHolder: CollectionAfterReadHook = ({ doc, req }) => {
  const holder = doc.user?.value as { name?: string } | string | null | undefined
  if (req.payloadAPI !== 'local' || typeof holder !== 'object' || !holder?.name) return doc
  return { ...doc, user: { ...doc.user, value: { ...holder, email: holder.name } } }
}
