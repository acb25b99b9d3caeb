import { describe, expect, it } from 'vitest'
import { inSlices } from './inSlices'

const ORIGIN = 'https://studio.example'

interface Call {
  method: string
  url: URL
  body?: BodyInit | null
}

/** A server with `count` shots that changes at most 100 at once. */
function server(count: number, fails: (ids: string[]) => boolean = () => false) {
  const calls: Call[] = []
  const all = Array.from({ length: count }, (_, index) => ({ id: `s${index}` }))
  const answer = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const url = new URL(input as string, ORIGIN)
    const method = init?.method?.toUpperCase() ?? 'GET'
    calls.push({ method, url, body: init?.body })
    const asked = url.searchParams
    if (method === 'GET') {
      const first = (Number(asked.get('page')) - 1) * 100
      return Response.json({ docs: all.slice(first, first + 100), hasNextPage: first + 100 < count })
    }
    const ids = (asked.get('where[and][0][id][in]') ?? asked.get('where[and][1][id][in]'))?.split(',')
    const meant = ids ? all.filter(({ id }) => ids.includes(id)) : all
    if (meant.length > 100)
      return Response.json({ docs: [], errors: [{ data: { atMost: 100 } }] }, { status: 400 })
    if (fails(meant.map(({ id }) => id)))
      return Response.json({ docs: [], errors: [{ message: 'No.' }] }, { status: 403 })
    return Response.json({ docs: meant, errors: [], message: 'Done.' })
  }
  return { calls, fetch: inSlices(answer, { api: '/api', origin: ORIGIN }) }
}

const where = 'where[and][0][deletedAt][exists]=true'

describe('What is done to all of a list', () => {
  it('is done to as many at a time as the server takes, and answered as one', async () => {
    const { calls, fetch } = server(230)
    const answer = await fetch(`/api/shots?limit=0&trash=true&${where}`, { method: 'delete' })
    const body = await answer.json()
    expect([answer.status, body.docs.length, body.errors]).toEqual([200, 230, []])
    const changes = calls.filter(({ method }) => method === 'DELETE')
    expect(
      changes.slice(1).map(({ url }) => url.searchParams.get('where[and][1][id][in]')?.split(',').length),
    ).toEqual([100, 100, 30])
    for (const { url } of calls) {
      expect(url.searchParams.get('trash')).toBe('true')
      // Whoever was taken out of the trash meanwhile stays.
      expect(url.searchParams.get('where[and][0][deletedAt][exists]')).toBe('true')
    }
  })

  it('has a condition of its own beside those that there are', async () => {
    const { calls, fetch } = server(101)
    await fetch('/api/shots?where[id][not_equals]=', { method: 'DELETE' })
    expect([...(calls.at(-1)?.url.searchParams ?? [])]).toEqual([
      ['where[id][not_equals]', ''],
      ['where[and][0][id][in]', 's100'],
    ])
  })

  it('sends every slice what was to be changed', async () => {
    const { calls, fetch } = server(101)
    const body = new FormData()
    await fetch(`${ORIGIN}/api/shots?${where}`, { method: 'PATCH', body })
    expect(calls.filter((call) => call.body === body)).toHaveLength(3)
  })

  it('stops at what is refused, and tells what is done', async () => {
    const { calls, fetch } = server(300, (ids) => ids.includes('s150'))
    const answer = await fetch(`/api/shots?${where}`, { method: 'PATCH' })
    const { docs, errors, message } = await answer.json()
    expect([answer.status, docs.length, errors, message]).toEqual([
      403,
      100,
      [{ message: 'No.' }],
      'Done: 100 of 300.',
    ])
    expect(calls.filter(({ method }) => method === 'PATCH')).toHaveLength(3)
  })

  it('is one request where the server does all', async () => {
    const { calls, fetch } = server(100)
    expect((await fetch(`/api/shots?${where}`, { method: 'PATCH' })).status).toBe(200)
    expect(calls).toHaveLength(1)
  })

  it.each([
    ['GET', `/api/shots?${where}`],
    ['PATCH', '/api/shots/s1?where=x'],
    ['DELETE', `https://elsewhere.example/api/shots?${where}`],
    ['PATCH', '/api/v1/shots'],
    ['POST', `/api/shots?${where}`],
  ])('is nothing else: %s %s', async (method, url) => {
    const { calls, fetch } = server(500)
    await fetch(url, { method })
    expect(calls).toHaveLength(1)
  })
})
