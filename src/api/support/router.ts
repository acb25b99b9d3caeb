import { createRoute, OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import { ValidationError } from '@/errors'
import { signedIn } from './authenticate'
import { problemsOf, rejectInvalid } from './errors'
import { jsonLimit } from './jsonLimit'
import type { ApiEnv } from './types'
import { isJson, readJson } from './upload'

export const errorSchema = z
  .object({
    error: z.object({
      code: z.string().openapi({ example: 'not-found' }),
      message: z.string(),
      details: z.record(z.string(), z.unknown()),
    }),
  })
  .openapi('Error')

const problem = (description: string) => ({
  description,
  content: { 'application/json': { schema: errorSchema } },
})

const commonProblems = {
  400: problem('The input is not usable; `details.problems` names every field that is wrong.'),
  401: problem('Nobody is signed in.'),
  403: problem('The user may not do this.'),
  404: problem('There is no such thing, or none that the user may see.'),
}

/** A router whose validation answers with one error that names every wrong field. */
export const router = () => new OpenAPIHono<ApiEnv>({ defaultHook: (result) => rejectInvalid(result) })

/** Any one of them. */
const SECURITY: Array<Record<string, string[]>> = [{ cookie: [] }, { bearer: [] }, { apiKey: [] }]

/** JSON of no length is no body at all: what reads one behind would call it malformed. */
function withoutBody(c: Context<ApiEnv>): void {
  const { headers: given, method, signal, url } = c.req.raw
  const headers = new Headers(given)
  headers.delete('content-type')
  c.req.raw = new Request(url, { headers, method, signal })
}

/** A query parameter that the route does not know is refused, like a field of a body, with all else that is wrong. */
const knownOnly = ({ query, body }: { query?: unknown; body?: unknown } = {}) => {
  const schema = query as z.ZodObject | undefined
  const known = new Set(Object.keys(schema?.shape ?? {}))
  return createMiddleware<ApiEnv>(async (c, next) => {
    const asked = c.req.query()
    const unknown = Object.keys(asked).filter((name) => !known.has(name))
    if (unknown.length > 0) {
      const { error } = schema?.safeParse(asked) ?? {}
      const problems = unknown.map((field) => ({ field, message: 'is not known here' }))
      throw new ValidationError([...(error ? problemsOf(error) : []), ...problems])
    }
    if (body && isJson(c) && (await readJson(c)) === undefined) withoutBody(c)
    await next()
  })
}

interface Doors {
  /**
   * Whether the user may send this at all, asked before anything of the query or the body is looked at: the faults of
   * what somebody may not send are nobody’s business, and neither is whether what it names is there. Every route with
   * a body has one.
   *
   * @throws {NotFound} @throws {Forbidden}
   */
  mayAsk?: (c: Context<ApiEnv>) => Promise<void>
  /** How much the body may be: asked next, so that of others no byte is taken in. */
  limit?: MiddlewareHandler
}

const askFirst = (mayAsk: NonNullable<Doors['mayAsk']>) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    await mayAsk(c)
    await next()
  })

/** A route for signed-in users: middleware, security and the answers that all of them share. */
export function signedInRoute<
  Path extends string,
  Config extends Omit<RouteConfig, 'path' | 'middleware'> & { path: Path },
>({ mayAsk, limit, ...config }: Config & Doors) {
  return createRoute({
    ...(config as unknown as Config),
    middleware: [
      signedIn,
      // Before access, which may be asked of what a body names: a book of it is little.
      ...(limit ? [] : [jsonLimit]),
      ...(mayAsk ? [askFirst(mayAsk)] : []),
      ...(limit ? [limit] : []),
      knownOnly(config.request),
    ],
    security: SECURITY,
    responses: { ...commonProblems, ...config.responses } as Config['responses'],
  })
}

/** A JSON answer. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** A JSON body. */
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})

/**
 * Describes the body of a route that reads it by hand, because it takes several kinds: the framework would check one of
 * them before the route’s own code is asked whether the user may send it at all.
 *
 * @param content a schema for each media type
 */
export function describeBody(
  on: Pick<OpenAPIHono<ApiEnv>, 'openAPIRegistry'>,
  path: string,
  content: Record<string, z.ZodType>,
): void {
  const found = on.openAPIRegistry.definitions.find(
    (each) => each.type === 'route' && each.route.path === path && each.route.method === 'post',
  )
  if (found?.type !== 'route') throw new Error(`There is no route POST ${path} to describe.`)
  found.route.request = {
    ...found.route.request,
    body: {
      required: true,
      content: Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema }])),
    },
  }
}

/** The `{id}` of a path. */
export const idParam = (what: string) =>
  z.object({
    id: z
      .string()
      .min(1)
      .max(100)
      .openapi({ param: { name: 'id', in: 'path' }, description: `Id of the ${what}.` }),
  })

export const problemResponse = problem
