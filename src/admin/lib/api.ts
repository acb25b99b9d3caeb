/** Calls to this product's own API from the browser, with the session's cookie. */

export interface ApiProblem {
  field?: string
  line?: number | null
  message: string
}

/** What the API said no with, in words that can be shown. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** What is wrong where: form fields, or lines of a script. */
    readonly problems: ApiProblem[],
    /** Whatever else the answer says of this code. */
    readonly details: Record<string, unknown> = {},
  ) {
    super(message)
    this.name = 'ApiError'
  }
}

const UNREACHABLE = 'The server cannot be reached. Check the connection and try again.'

async function errorOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null)
  const error = (body as { error?: { code?: string; message?: string; details?: Record<string, unknown> } })
    ?.error
  const problems = Array.isArray(error?.details?.problems) ? (error.details.problems as ApiProblem[]) : []
  const message =
    response.status === 401
      ? 'You are signed out. Sign in again to go on.'
      : (error?.message ?? `The server answered with ${response.status}.`)
  return new ApiError(response.status, error?.code ?? 'unknown', message, problems, error?.details)
}

interface CallOptions {
  method?: string
  body?: unknown
  signal?: AbortSignal
}

/** What the server answers with where it does not say no. @throws {ApiError} */
async function ask(path: string, options: CallOptions, more: HeadersInit = {}): Promise<Response> {
  const { body, method = body === undefined ? 'GET' : 'POST', signal } = options
  const isForm = body instanceof FormData
  let response: Response
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      credentials: 'same-origin',
      signal,
      headers: body === undefined || isForm ? more : { ...more, 'content-type': 'application/json' },
      body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiError(0, 'unreachable', UNREACHABLE, [])
  }
  if (!response.ok && response.status !== 304) throw await errorOf(response)
  return response
}

/** @throws {ApiError} */
export async function callApi<Result>(path: string, options: CallOptions = {}): Promise<Result> {
  const response = await ask(path, options)
  return (response.status === 204 ? undefined : await response.json()) as Result
}

/**
 * Asks for what may be here already: `etag` is what an earlier answer had.
 * @returns null where nothing has changed since. @throws {ApiError}
 */
export async function callIfChanged<Result>(
  path: string,
  { etag, signal }: { etag: string | null; signal?: AbortSignal },
): Promise<{ value: Result; etag: string | null } | null> {
  const response = await ask(path, { signal }, etag ? { 'if-none-match': etag } : {})
  if (response.status === 304) return null
  return { value: (await response.json()) as Result, etag: response.headers.get('etag') }
}

/** What to tell a person about any error. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : 'Something went wrong.'
