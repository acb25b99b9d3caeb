import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endlessSvg, plainSvg } from '@/drawing/vectors.testing'
import { makePlace, removePlace } from './support/cli'
import { type Server, startServer, stopServer } from './support/server'

const WAIT_MS = 120_000

describe('a server that an SVG is sent to', () => {
  const place = makePlace()
  let server: Server
  let token: string
  let project: string

  const ask = async (path: string, body: FormData | object) => {
    const isForm = body instanceof FormData
    const answer = await fetch(`${server.url}/api${path}`, {
      method: 'POST',
      headers: {
        ...(token ? { authorization: `JWT ${token}` } : {}),
        ...(isForm ? {} : { 'content-type': 'application/json' }),
      },
      body: isForm ? body : JSON.stringify(body),
      signal: AbortSignal.timeout(WAIT_MS),
    })
    // biome-ignore lint/suspicious/noExplicitAny: answers are looked at with expect
    return { status: answer.status, body: (await answer.json()) as any }
  }
  const upload = (svg: string, type: string) => {
    const form = new FormData()
    form.set('file', new File([svg], 'plan.svg', { type }))
    form.set('_payload', JSON.stringify({ project }))
    return ask('/media', form)
  }

  beforeAll(async () => {
    server = await startServer(place)
    const user = { name: 'Root', email: 'root@example.org', password: 'long-enough-1' }
    token = (await ask('/users/first-register', user)).body.token
    const made = await ask('/projects', { title: 'Vectors', type: 'short', status: 'concept' })
    project = made.body.doc.id
  }, 600_000)
  afterAll(async () => {
    await stopServer(server)
    removePlace(place)
  })

  it(
    'refuses one that would take minutes, answers meanwhile, and draws the next',
    async () => {
      for (const type of ['image/svg+xml', 'image/png']) {
        const endless = upload(endlessSvg(), type)
        expect((await fetch(`${server.url}/api/v1/health`)).status).toBe(200)
        const { status, body } = await endless
        expect(status, JSON.stringify(body)).toBe(400)
        expect(body.errors[0].data.problems).toEqual([
          { field: 'file', message: expect.stringContaining('takes too long to draw') },
        ])
      }
      const { status, body } = await upload(plainSvg(), 'image/svg+xml')
      expect([status, body.doc?.mimeType, body.doc?.width], JSON.stringify(body)).toEqual([
        201,
        'image/png',
        1_920,
      ])
    },
    2 * WAIT_MS,
  )
})
