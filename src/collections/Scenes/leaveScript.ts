import type { CollectionBeforeChangeHook } from 'payload'
import { isInScript } from '@/database/services/scenes/isInScript'
import type { Scene } from '@/payload-types'

/** No lines of a script. */
const NOWHERE = { start: null, end: null }

/**
 * A scene that comes out of the trash has no lines in a script that has lost it since; the board says so. Undoing a draft
 * brings back the script as well.
 */
export const leaveScript: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  operation,
  req,
  context,
}) => {
  if (operation !== 'update' || context.isUndoing) return data
  const returns = Boolean(originalDoc?.deletedAt) && data.deletedAt === null
  if (!returns || (await isInScript(req, { ...originalDoc, ...data } as Scene))) return data
  return { ...data, sourceRange: NOWHERE }
}
