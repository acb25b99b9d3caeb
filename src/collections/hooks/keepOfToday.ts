type Row = Record<string, unknown>

interface Change {
  data?: Row
  originalDoc?: Row
  req: { context: Record<string, unknown> }
}

/**
 * Of an earlier version that is restored, what is as it is today: what identifies the document, where it stands, and what
 * the program or a decision has made of it since. An earlier version is what people wrote.
 *
 * @param fields of the document, whole ones
 */
export const keepOfToday =
  (fields: readonly string[]) =>
  ({ data, originalDoc, req }: Change): Row => {
    const version = data ?? {}
    if (!req.context.isRestoringVersion || !originalDoc) return version
    return { ...version, ...Object.fromEntries(fields.map((field) => [field, originalDoc[field] ?? null])) }
  }
