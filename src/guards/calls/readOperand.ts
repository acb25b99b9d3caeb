import { createArrayFromCommaDelineated } from 'payload'
import { OF_LISTS } from './operators'

/**
 * A value as it is meant where all that comes is text, as in an address. Payload reads it so for fields, and not inside
 * of JSON, nor of a reference to one of several collections: there its adapter for SQLite takes `exists=true` for no, and
 * the text of a list (`in=a,b`) for the name of a table (`parseParams`).
 */
export function readOperand(operator: string, value: unknown): unknown {
  if (operator === 'exists' && typeof value === 'string') return value === 'true'
  return OF_LISTS.includes(operator) && typeof value === 'string'
    ? createArrayFromCommaDelineated(value)
    : value
}
