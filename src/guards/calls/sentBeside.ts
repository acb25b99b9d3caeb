import type { FlattenedField, PayloadRequest, ValidateOptions } from 'payload'
import type { FieldProblem } from '@/errors'
import { isRecord } from '@/lib/isRecord'

type Row = Record<string, unknown>

interface Sent {
  data: Row
  operation: 'create' | 'update'
  req: PayloadRequest
  /** Paths that something is known of already. */
  known: ReadonlySet<string>
}

/** Looked at by themselves: what names documents would be looked up. */
const ALONE = new Set(['text', 'textarea', 'email', 'number', 'select', 'radio', 'checkbox', 'code', 'date'])

/** As a part of a sentence that begins with the name of the field. */
const inWords = (message: string, { t }: PayloadRequest): string =>
  message === t('validation:required') ? 'is required' : `is not right (${message.replace(/\.$/, '')})`

async function problemOf(field: FlattenedField, value: unknown, path: string, siblings: Row, sent: Sent) {
  if (!('validate' in field) || !field.validate) return null
  const { data, operation, req } = sent
  const options = {
    ...field,
    data,
    siblingData: siblings,
    operation,
    req,
    path: path.split('.'),
    preferences: {},
  }
  try {
    const answer = await (
      field.validate as (
        value: unknown,
        options: ValidateOptions<unknown, unknown, object, unknown>,
      ) => unknown
    )(value, { ...options, event: 'submit', blockData: {} } as never)
    return typeof answer === 'string' ? answer : null
  } catch {
    // It looks at what is not there yet.
    return null
  }
}

async function problemsIn(fields: readonly FlattenedField[], row: Row, before: string, sent: Sent) {
  const problems: FieldProblem[] = []
  for (const field of fields) {
    const value = row[field.name]
    const path = `${before}${field.name}`
    if (value === undefined || sent.known.has(path)) continue
    if (field.type === 'group' || field.type === 'tab') {
      if (isRecord(value))
        problems.push(...(await problemsIn(field.flattenedFields, value, `${path}.`, sent)))
    } else if (ALONE.has(field.type)) {
      const message = await problemOf(field, value, path, row, sent)
      if (message) problems.push({ field: path, message: inWords(message, sent.req) })
    }
  }
  return problems
}

/**
 * What Payload's validation would say of the values that were sent beside those that it cannot be asked about: who mends
 * the one should not have to come back for the others. Of what is missing nothing is said: hooks may fill it in.
 */
export const problemsBeside = (fields: readonly FlattenedField[], sent: Sent): Promise<FieldProblem[]> =>
  problemsIn(fields, sent.data, '', sent)
