import type { PayloadRequest } from 'payload'
import * as qs from 'qs-esm'
import { type FieldProblem, ValidationError } from '@/errors'

/** Of these Payload reads a text as JSON. */
const JSON_FIELDS = ['where']
/**
 * What Payload reads, and this product does not offer:
 * - `data` is answered as if it were the document (for live preview; collections/operations/findByID);
 * - `prefix` is for files at a storage service, and asks for a field of this name, which no collection has;
 * - `publishSpecificLocale` and `selectedLocales` are for documents in several languages.
 */
const NOT_HERE = ['data', 'prefix', 'publishSpecificLocale', 'selectedLocales']

/** As many as an address has, at most (qs, `parameterLimit`). */
const MOST_FIELDS = 1_000

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/**
 * What is asked for by an address; or by the body of a POST that is to be read as a GET
 * (`X-Payload-HTTP-Method-Override`), which Payload has put at `data` by now, and then leaves there unread: its conditions
 * would be as if they had not been sent.
 *
 * @throws {ValidationError} where a field is to be JSON, and is not, or is none that this product knows
 */
export function readableQuery(
  req: Pick<PayloadRequest, 'query' | 'data'> & { method?: string; search?: string | null },
): void {
  const { query, data } = req
  const lost = lostIn(req.search ?? '')
  if (lost) throw new ValidationError([{ field: lost, message: 'is not known here' }])
  if (data !== undefined && (typeof data !== 'object' || data === null || Array.isArray(data)))
    throw new ValidationError([{ field: 'body', message: 'must be an object' }])
  const problems = [query, data ?? {}].flatMap(problemsOf)
  if (problems.length > 0) throw new ValidationError(problems)
  if (data && req.method?.toUpperCase() === 'GET') req.query = { ...query, ...asQuery(data) }
}

/** As if it had come in the address (utilities/createPayloadRequest); conditions keep their kinds of values. */
function asQuery({ where, ...rest }: Record<string, unknown>): Record<string, unknown> {
  const text = qs.stringify(rest)
  // The reader would leave out what comes behind, without a word.
  if (text.split('&').length > MOST_FIELDS)
    throw new ValidationError([{ field: 'body', message: `has more than ${MOST_FIELDS} fields` }])
  const asked = qs.parse(text, { allowEmptyArrays: true, arrayLimit: 1000, depth: 10 })
  if (where === undefined) return asked
  return { ...asked, where: typeof where === 'string' ? where : JSON.stringify(where) }
}

/**
 * What every object has is left out of a question by its reader (qs, `allowPrototypes`) without a word: with a condition
 * less it would mean more documents than whoever asks for them.
 */
function lostIn(search: string): string | undefined {
  const names = [...new URLSearchParams(search).keys()].map((key) => key.split(/[[\].]+/).filter(Boolean))
  return names.find((path) => path.some((name) => name in Object.prototype))?.join('.')
}

function problemsOf(query: Record<string, unknown>): FieldProblem[] {
  const problems: FieldProblem[] = JSON_FIELDS.filter((field) => {
    const value = query[field]
    return typeof value === 'string' && value !== '' && !isJson(value)
  }).map((field) => ({ field, message: 'is not readable JSON' }))
  // Payload would take the letters of a text for the names of fields (utilities/sanitizeJoinParams).
  if (typeof query.joins === 'string' && query.joins !== '' && query.joins !== 'false')
    problems.push({ field: 'joins', message: 'must be fields, each with what is asked of it' })
  for (const field of NOT_HERE)
    if (query[field] !== undefined) problems.push({ field, message: 'is not known here' })
  return problems
}
