import type { PayloadRequest } from 'payload'
import { type FieldProblem, ValidationError } from '@/errors'

/** Of these Payload reads a text as JSON. */
const JSON_FIELDS = ['where', 'data']

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** @throws {ValidationError} where a field of the query is to be JSON, and is not */
export function readableQuery({ query }: Pick<PayloadRequest, 'query'>): void {
  const problems: FieldProblem[] = JSON_FIELDS.filter((field) => {
    const value = query[field]
    return typeof value === 'string' && value !== '' && !isJson(value)
  }).map((field) => ({ field, message: 'is not readable JSON' }))
  // Payload would take the letters of a text for the names of fields (utilities/sanitizeJoinParams).
  if (typeof query.joins === 'string' && query.joins !== '' && query.joins !== 'false')
    problems.push({ field: 'joins', message: 'must be fields, each with what is asked of it' })
  // For files at a storage service; Payload asks for a field of this name, which no collection here has.
  if (query.prefix !== undefined) problems.push({ field: 'prefix', message: 'is not known here' })
  if (problems.length > 0) throw new ValidationError(problems)
}
