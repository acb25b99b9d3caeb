import { isRecord } from '@/lib/isRecord'
import { MOST_ROWS } from '@/lib/mostRows'

/** More than a text of a megabyte has values. */
const MOST_PARTS = 500_000
/** The deepest form has some ten. */
const MOST_DEEP = 100

/**
 * Whether something that came with a call ends, and soon: React reads `$0:0` as the part of the call that stands there,
 * which may hold itself, or one part twice that holds another twice.
 */
export function isBounded(value: unknown): boolean {
  let level = [value]
  let parts = 0
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_DEEP) return false
    const below: unknown[] = []
    for (const each of level) {
      if (typeof each !== 'object' || each === null) continue
      const inside = Object.values(each)
      parts += inside.length
      if (parts > MOST_PARTS) return false
      for (const one of inside) below.push(one)
    }
    level = below
  }
  return true
}

/** Whether a form's values have no more rows, in all their lists, than one list may have. */
export function hasFewRows(data: Record<string, unknown>): boolean {
  const open: unknown[] = [data]
  let rows = 0
  while (open.length > 0) {
    const each = open.pop()
    if (Array.isArray(each)) rows += each.filter(isRecord).length
    if (rows > MOST_ROWS) return false
    if (typeof each === 'object' && each !== null) open.push(...Object.values(each))
  }
  return true
}

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
