import type { FlattenedField } from 'payload'
import { isRecord } from '@/lib/isRecord'
import { MOST_ROWS } from '@/lib/mostRows'

/** More than a text of a megabyte has values. */
const MOST_PARTS = 500_000
/** Four times as many as such a text has. */
const MOST_CHARACTERS = 4 * 1024 ** 2
/** The deepest form has some ten. */
const MOST_DEEP = 100

/**
 * Whether something that came with a call ends, and soon: React reads `$0:0` as the part of the call that stands there,
 * which may hold itself, or one part twice that holds another twice, or be one long text many times.
 */
export function isBounded(value: unknown): boolean {
  let level = [value]
  let parts = 0
  let characters = 0
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_DEEP) return false
    const below: unknown[] = []
    for (const each of level) {
      if (typeof each !== 'object' || each === null) continue
      const inside = Object.values(each)
      parts += inside.length
      if (parts > MOST_PARTS) return false
      for (const one of inside) {
        if (typeof one === 'string') characters += one.length
        below.push(one)
      }
      if (characters > MOST_CHARACTERS) return false
    }
    level = below
  }
  return true
}

/** How many rows there are in the lists of a form's values. What JSON holds are none. */
function rowsIn(fields: readonly FlattenedField[], data: Record<string, unknown>): number {
  let rows = 0
  for (const field of fields) {
    if (!('flattenedFields' in field) || !field.flattenedFields) continue
    const value = data[field.name]
    const within = Array.isArray(value) ? value.filter(isRecord) : isRecord(value) ? [value] : []
    if (Array.isArray(value)) rows += within.length
    for (const each of within) {
      if (rows > MOST_ROWS) return rows
      rows += rowsIn(field.flattenedFields, each)
    }
  }
  return rows
}

/** Whether a form's values have no more rows, in all their lists, than one list may have. */
export const hasFewRows = (fields: readonly FlattenedField[], data: Record<string, unknown>): boolean =>
  rowsIn(fields, data) <= MOST_ROWS

/**
 * The same of a form's fields by their paths. Payload makes a list as long as the largest number of a row says, of rows
 * that nobody sent (reduceFieldsToValues).
 */
export function namesFewRows(paths: readonly string[]): boolean {
  const lists = new Map<string, number>()
  for (const path of paths) {
    if (path.length > 1_000) return false
    const parts = path.split('.')
    for (const [at, part] of parts.entries()) {
      if (!/^[\d.eE+-]+$/.test(part)) continue
      if (!/^\d{1,5}$/.test(part)) return false
      const list = parts.slice(0, at).join('.')
      lists.set(list, Math.max(lists.get(list) ?? 0, Number(part) + 1))
    }
  }
  return [...lists.values()].reduce((sum, rows) => sum + rows, 0) <= MOST_ROWS
}
