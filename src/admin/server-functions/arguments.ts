import { z } from 'zod'
import { isBounded, namesFewRows } from './bounds'
import type { OpenFunction } from './names'

const bag = z.record(z.string(), z.unknown()).nullish()
const flag = z.boolean().nullish()
const word = z.string().max(1_000).nullish()
const id = z.union([z.string().max(200), z.number()]).nullish()
const collectionSlug = z.string().max(100)

/** Not what only the caller has (`$T` of React), of which a form has many beside its values, and a question none. */
const isPlain = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).every(isPlain)
    : typeof value !== 'function' && typeof value !== 'symbol'
const plain = z.record(z.string(), z.unknown()).refine(isPlain)
const value = z.unknown().refine(isPlain).optional()
const field = z.looseObject({ value, initialValue: value })

const columns = z.array(z.looseObject({ accessor: z.string() })).nullish()

/**
 * What each function is told by this admin's pages. What else somebody sends is left out: Payload takes more, such as
 * whole rows to show beside names that are looked up for them, and to be shown the fields of a form without a right to
 * them.
 */
export const ARGUMENTS = {
  'form-state': z.object({
    collectionSlug,
    id,
    data: plain.nullish(),
    formState: z
      .record(z.string(), field)
      .refine((fields) => namesFewRows(Object.keys(fields)))
      .nullish(),
    docPermissions: bag,
    docPreferences: z.looseObject({ fields: bag }).nullish(),
    operation: z.enum(['create', 'update']).nullish(),
    schemaPath: word,
    select: bag,
    readOnly: flag,
    renderAllFields: flag,
    skipValidation: flag,
    checkForStaleData: flag,
    originalUpdatedAt: word,
    returnLivePreviewURL: flag,
    returnPreviewURL: flag,
    returnLockStatus: flag,
    updateLastEdited: flag,
  }),
  'render-document': z.object({
    collectionSlug,
    docID: id,
    initialData: z.looseObject({ id }).nullish(),
    disableActions: flag,
    drawerSlug: word,
    overrideEntityVisibility: flag,
    redirectAfterCreate: flag,
    redirectAfterDelete: flag,
    redirectAfterDuplicate: flag,
    redirectAfterRestore: flag,
  }),
  'render-document-slots': z.object({ collectionSlug, id }),
  'render-list': z.object({
    collectionSlug,
    query: plain.nullish(),
    disableActions: flag,
    disableBulkDelete: flag,
    disableBulkEdit: flag,
    disableQueryPresets: flag,
    drawerSlug: word,
    enableRowSelections: flag,
    overrideEntityVisibility: flag,
    redirectAfterDelete: flag,
    redirectAfterDuplicate: flag,
  }),
  'table-state': z.object({
    collectionSlug,
    columns,
    // Without one Payload shows the rows that the caller sends.
    query: plain.nullish().transform((query) => query ?? {}),
    parent: z.object({ collectionSlug, id, joinPath: z.string().max(200) }).nullish(),
    enableRowSelections: flag,
    orderableFieldName: word,
    renderRowTypes: flag,
    tableAppearance: word,
  }),
} as const satisfies Record<OpenFunction, z.ZodType>

export type Arguments = { collectionSlug: string } & Record<string, unknown>

/** @returns null where they are not what the function takes */
export function argumentsOf(name: OpenFunction, given: unknown): Arguments | null {
  if (!isBounded(given)) return null
  const { success, data } = ARGUMENTS[name].safeParse(given)
  if (!success) return null
  // Defaults of Payload's stand where nothing is given, and not where null is.
  return Object.fromEntries(
    Object.entries(data).filter(([, value]) => value !== null && value !== undefined),
  ) as Arguments
}
