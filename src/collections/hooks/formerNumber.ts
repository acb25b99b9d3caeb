import type { FieldHook, TextField } from 'payload'
import { NUMBERED, type NumberedSlug, numberBefore } from '@/database/services/numbers/numberBefore'
import { numberLost } from '@/database/services/numbers/returnedNumber'
import { isParkedNumber } from '@/lib/parkedNumber'

const readFormerNumber =
  (collection: NumberedSlug): FieldHook =>
  async ({ data, req }) => {
    const number = data?.[NUMBERED[collection].field]
    if (typeof number !== 'string' || typeof data?.id !== 'string') return undefined
    if (isParkedNumber(number)) return numberBefore(req, collection, data.id)
    return numberLost(req, data.id) ?? undefined
  }

/**
 * The number that something had: in the trash, where its own was taken away; and in the answer to who restores it, where
 * another has that by now and it came back with another one.
 */
export const formerNumberField = (collection: NumberedSlug): TextField => ({
  name: 'formerNumber',
  type: 'text',
  virtual: true,
  hooks: { afterRead: [readFormerNumber(collection)] },
  admin: {
    hidden: true,
    readOnly: true,
    disableListColumn: true,
    disableListFilter: true,
    disableBulkEdit: true,
    disableGroupBy: true,
  },
})
