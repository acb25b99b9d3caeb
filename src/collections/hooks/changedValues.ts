import { relationId } from '@/lib/ids'

export type Row = Record<string, unknown>

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null

/** The value at the end of these keys, from the document down. */
export const at = (value: unknown, [head, ...rest]: readonly string[]): unknown =>
  head === undefined ? value : at(isRow(value) ? value[head] : undefined, rest)

/** The document with another value there. */
export function put(row: Row, [head, ...rest]: readonly string[], value: unknown): Row {
  if (head === undefined) return row
  if (rest.length === 0) return { ...row, [head]: value }
  return { ...row, [head]: put(isRow(row[head]) ? (row[head] as Row) : {}, rest, value) }
}

/** A value as it is compared: what it names as its id, rows without ids of their own, nothing and an empty list alike. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain)
  if (!isRow(value)) return value === undefined || value === '' ? null : value
  if ('createdAt' in value) return relationId(value)
  const known = Object.entries(value).filter(
    ([key, each]) => key !== 'id' && each !== null && each !== undefined,
  )
  return Object.fromEntries(
    known.map(([key, each]) => [key, plain(each)]).sort(([a], [b]) => (`${a}` < `${b}` ? -1 : 1)),
  )
}

/** Whether what was sent says what is stored. A form sends how many rows there are, where it sends none of them. */
export const isSame = (sent: unknown, stored: unknown): boolean =>
  JSON.stringify(plain(sent === 0 && Array.isArray(stored) ? [] : sent)) === JSON.stringify(plain(stored))
