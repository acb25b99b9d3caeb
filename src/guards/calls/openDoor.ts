import type { SanitizedConfig } from 'payload'
import { ShowrunnerError, ValidationError } from '@/errors'
import { mediaType } from '@/lib/mediaType'
import { unwritable } from '@/lib/unwritable'
import { queryProblem } from './graphql/queryProblem'
import { refuseForeignPages } from './ownPages'
import { soundJson } from './soundJson'

type Door<Args> = (request: Request, args: Args) => Promise<Response>

/** As Payload's REST and GraphQL say it. */
function answer({ name, status, message, details, code }: ShowrunnerError): Response {
  return Response.json({ errors: [{ name, message, data: { code, ...details } }] }, { status })
}

/**
 * A door of Payload's, open to its own pages and to whoever says who they are. Its handler reads a body outside of what
 * answers its errors, which Next would answer by 500: `X-Payload-HTTP-Method-Override` (handleEndpoints), and all of
 * GraphQL (routes/graphql/handler).
 */
export const openDoor =
  <Args>(
    config: Promise<SanitizedConfig>,
    door: Door<Args>,
    check?: (request: Request) => Promise<Request>,
  ): Door<Args> =>
  async (request, args) => {
    try {
      refuseForeignPages(request, await config)
      return await door(check ? await check(request) : request, args)
    } catch (error) {
      if (error instanceof ShowrunnerError) return answer(error)
      if (error instanceof SyntaxError)
        return answer(new ValidationError([{ field: 'body', message: 'is not readable JSON' }]))
      throw error
    }
  }

/** @throws {ShowrunnerError} where a request to GraphQL is no JSON with a query */
export async function graphqlRequest(request: Request): Promise<Request> {
  if (mediaType(request.headers.get('content-type')) !== 'application/json')
    throw new ShowrunnerError('unsupported-media-type', 'Send the query as application/json.', 415)
  const text = await soundJson(request.body)
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ValidationError([{ field: 'body', message: 'must be an object with one query' }])
  const { query, variables } = value as { query?: unknown; variables?: unknown }
  const tooMuch = typeof query === 'string' ? await queryProblem(query, variables) : null
  if (tooMuch) throw new ValidationError([{ field: 'query', message: tooMuch }])
  const problems = unwritable(value)
  if (problems.length > 0) throw new ValidationError(problems)
  const headers = new Headers(request.headers)
  headers.set('content-type', 'application/json')
  headers.delete('content-length')
  return new Request(request.url, { method: request.method, headers, body: text, signal: request.signal })
}
