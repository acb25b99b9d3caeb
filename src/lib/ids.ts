/** The id of a relationship value, whether it is populated or not; null where there is none. */
export function relationId(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'object') {
    const { id } = value as { id?: unknown }
    return id === undefined || id === null ? String(value) : String(id)
  }
  return String(value)
}

/** The ids of a hasMany relationship, in order. */
export function relationIds(values: unknown): string[] {
  if (!Array.isArray(values)) return []
  return values.map(relationId).filter((id): id is string => id !== null)
}
