import type { FieldHook, TextField } from 'payload'
import { isBlank } from '@/lib/isBlank'

/** Everything that ends a line, with the spaces around it. */
const BREAKS = /\s*[\r\n\v\f\u0085\u2028\u2029]\s*/g

function inOneLine(value: unknown): unknown {
  if (typeof value !== 'string') return value
  // Nobody could tell it from an empty one, so it is refused as that where the field is required.
  if (isBlank(value)) return ''
  return value.search(BREAKS) !== -1 ? value.replace(BREAKS, ' ').trim() : value
}

const foldLines: FieldHook = ({ value }) => (Array.isArray(value) ? value.map(inOneLine) : inOneLine(value))

/**
 * A title or a name: one line, whoever sends it. A form's field has none but one; what is pasted into a call may have
 * several, which become one with a space between them, before its length is looked at. One in which nothing can be seen
 * (`isBlank`) is empty.
 */
export const lineField = (field: Omit<TextField, 'type'>): TextField =>
  ({
    ...field,
    type: 'text',
    hooks: { ...field.hooks, beforeValidate: [foldLines, ...(field.hooks?.beforeValidate ?? [])] },
  }) as TextField
