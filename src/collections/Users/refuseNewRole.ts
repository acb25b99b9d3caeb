import type { FieldHook } from 'payload'
import { isAdmin } from '@/access'
import { Forbidden } from '@/errors'

/**
 * Payload takes out what a field's access refuses and answers as if it had been done. A form that sends the role that is
 * there changes nothing, and is not refused.
 *
 * @throws {Forbidden}
 */
export const refuseNewRole: FieldHook = ({ operation, overrideAccess, originalDoc, req, siblingData }) => {
  const asked = siblingData.role
  const isNew = operation === 'update' && asked !== undefined && asked !== originalDoc?.role
  if (isNew && !overrideAccess && !isAdmin(req))
    throw new Forbidden('role may be changed by an admin of the studio alone. Nothing was saved.')
}
