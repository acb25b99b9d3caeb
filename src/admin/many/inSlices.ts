import { merged, type Part } from './merged'

type Fetch = typeof fetch

interface Where {
  /** Of the API: `/api`. */
  api: string
  origin: string
}

interface Refusal {
  errors?: Array<{ data?: { atMost?: unknown } }>
}

interface Page {
  docs?: Array<{ id: string }>
  hasNextPage?: boolean
}

/** A change or removal of whatever fits a condition: `PATCH /api/shots?where…`. */
function ofMany(input: RequestInfo | URL, init: RequestInit | undefined, { api, origin }: Where): URL | null {
  const method = init?.method?.toUpperCase()
  if (input instanceof Request || (method !== 'PATCH' && method !== 'DELETE')) return null
  const url = new URL(input, origin)
  const [collection, ...more] = url.pathname.slice(api.length + 1).split('/')
  const isOwn = url.origin === origin && url.pathname.startsWith(`${api}/`)
  return isOwn && collection && more.length === 0 && url.search.includes('where') ? url : null
}

/** As many as the server does at once, where it would not do all. It has done none by then. */
async function atMostOf(response: Response): Promise<number | null> {
  if (response.status !== 400) return null
  const body = (await response
    .clone()
    .json()
    .catch(() => null)) as Refusal | null
  const atMost = body?.errors?.[0]?.data?.atMost
  return typeof atMost === 'number' && atMost > 0 ? atMost : null
}

/** All that fit by now, before the first of them is changed: what is changed may fit no more, or be elsewhere in order. */
async function idsOf(plain: Fetch, url: URL, size: number, init?: RequestInit): Promise<string[] | Response> {
  const ids: string[] = []
  for (let page = 1; ; page += 1) {
    const question = new URL(url)
    const asked = { depth: '0', joins: 'false', limit: String(size), page: String(page), sort: 'id' }
    for (const [name, value] of Object.entries(asked)) question.searchParams.set(name, value)
    question.searchParams.set('select[id]', 'true')
    const answer = await plain(question, { credentials: 'include', signal: init?.signal })
    if (!answer.ok) return answer
    const { docs, hasNextPage } = (await answer.json()) as Page
    ids.push(...(docs ?? []).map(({ id }) => id))
    if (!hasNextPage) return ids
  }
}

/**
 * The same of some of them: its condition holds, too, for what somebody else changes meanwhile may not be meant any more.
 * One more among those that must all hold: of two for one field, a database looks at the first alone.
 */
function ofIds(url: URL, ids: readonly string[]): URL {
  const slice = new URL(url)
  const indexes = [...slice.searchParams.keys()].map((name) => /^where\[and\]\[(\d+)\]/.exec(name)?.[1] ?? -1)
  const next = Math.max(-1, ...indexes.map(Number)) + 1
  slice.searchParams.set(`where[and][${next}][id][in]`, ids.join(','))
  return slice
}

/**
 * A `fetch` that repeats what the server would not do to all at once (guards/many/boundChanges) for as many as it does,
 * until all are done: between two slices others have their turn. It answers as if it had been one request. Where one of
 * them fails, what was done is kept and the rest is left.
 */
export function inSlices(plain: Fetch, where: Where): Fetch {
  return async (input, init) => {
    const url = ofMany(input, init, where)
    const answer = await plain(input, init)
    const size = url && (await atMostOf(answer))
    if (!url || !size) return answer
    const ids = await idsOf(plain, url, size, init)
    if (ids instanceof Response) return ids
    const parts: Part[] = []
    for (let first = 0; first < ids.length; first += size) {
      const slice = await plain(ofIds(url, ids.slice(first, first + size)), init)
      const body = (await slice.json().catch(() => null)) as Part['body']
      parts.push({ status: slice.status, body })
      // Some of a slice may be refused, each for itself; a slice that is refused as a whole has no documents.
      if (!slice.ok && !body?.docs?.length) break
    }
    return merged(parts, ids.length)
  }
}
