import fs from 'node:fs'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { madeScript } from '@/script-files/pdf/madeScript.testing'
import { LAYOUTS, type Layout, typeset } from '@/script-files/pdf/typeset.testing'
import { makePlace, removePlace } from './support/cli'
import { type Server, startServer, stopServer } from './support/server'

const place = makePlace()
let server: Server
let pdf: Uint8Array
let ada: string
let bob: string
let vera: string
let projectId: string
let episodeId: string

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at with expect
type Body = any

async function ask(
  method: string,
  url: string,
  auth: string | null,
  body?: unknown,
  type?: string,
): Promise<{ status: number; body: Body }> {
  const isRaw = body instanceof FormData || body instanceof Uint8Array
  const answer = await fetch(`${server.url}${url}`, {
    method,
    headers: {
      ...(auth ? { authorization: auth } : {}),
      ...(type ? { 'content-type': type } : {}),
      ...(body !== undefined && !isRaw ? { 'content-type': 'application/json' } : {}),
    },
    body: body === undefined ? undefined : isRaw ? (body as BodyInit) : JSON.stringify(body),
    signal: AbortSignal.timeout(60_000),
  })
  return { status: answer.status, body: await answer.json().catch(() => null) }
}

const formOf = (bytes: Uint8Array, fields: Record<string, string> = {}, name = 'harbour.pdf') => {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name, { type: 'application/pdf' }))
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  return form
}

async function person(name: string, role: string, admin: string): Promise<string> {
  const secret = { email: `${name}@example.org`, password: 'long-enough-1' }
  await ask('POST', '/api/users', admin, { name, role, ...secret })
  const { body } = await ask('POST', '/api/users/login', null, secret)
  return `JWT ${body.token}`
}

beforeAll(async () => {
  pdf = await typeset(madeScript(12), LAYOUTS.find(({ name }) => name === 'Celtx') as Layout)
  server = await startServer(place)
  const root = { name: 'Root', email: 'root@example.org', password: 'long-enough-1' }
  const { body } = await ask('POST', '/api/users/first-register', null, root)
  const admin = `JWT ${body.token}`
  ada = await person('ada', 'producer', admin)
  bob = await person('bob', 'producer', admin)
  vera = await person('vera', 'viewer', admin)
  const made = await ask('POST', '/api/v1/projects', ada, { title: 'Harbour', type: 'film' })
  projectId = made.body.id
}, 600_000)

afterAll(async () => {
  await stopServer(server)
  removePlace(place)
})

const read = (auth: string | null, fields: Record<string, string> = {}, bytes = pdf, name = 'harbour.pdf') =>
  ask('POST', '/api/v1/script-readings', auth, formOf(bytes, fields, name))

describe('reading a PDF', () => {
  it('answers every line of every page and writes nothing', async () => {
    const { status, body } = await read(ada, { projectId })
    expect(status, JSON.stringify(body).slice(0, 300)).toBe(200)
    expect(body).toMatchObject({ filename: 'harbour.pdf', rules: [], ruledLines: 0 })
    const kinds = new Set(body.pages.flatMap(({ lines }: Body) => lines.map(({ kind }: Body) => kind)))
    for (const kind of ['title', 'heading', 'action', 'character', 'dialogue', 'page-number', 'header'])
      expect(kinds).toContain(kind)
    const { body: episodes } = await ask('GET', `/api/episodes?where[project][equals]=${projectId}`, ada)
    expect(episodes.totalDocs).toBe(0)
  })

  it('takes the file as the body, too', async () => {
    const url = `/api/v1/script-readings?projectId=${projectId}&filename=raw.pdf`
    const { status, body } = await ask('POST', url, ada, pdf, 'application/pdf')
    expect(status).toBe(200)
    expect(body.filename).toBe('raw.pdf')
  })

  it('is for those who could import it there', async () => {
    expect((await read(null, { projectId })).status).toBe(401)
    expect((await read(bob, { projectId })).status).toBe(404)
    expect((await read(vera, { projectId })).status).toBe(404)
    expect((await read(vera)).status).toBe(403)
    expect((await read(bob)).status).toBe(200)
  })

  it('refuses in words what cannot be read', async () => {
    const picture = await sharp({ create: { width: 300, height: 400, channels: 3, background: 'grey' } })
      .jpeg()
      .toBuffer()
    const scanned = await new Promise<Uint8Array>((resolve) => {
      const doc = new PDFDocument()
      const chunks: Buffer[] = []
      doc.on('data', (chunk: Buffer) => chunks.push(chunk))
      doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
      doc.image(picture, 0, 0)
      doc.end()
    })
    for (const [bytes, name, message] of [
      [scanned, 'harbour.pdf', /harbour\.pdf: This PDF has no text: it is scanned/],
      [pdf.slice(0, 2_000), 'cut.pdf', /damaged/],
      [new Uint8Array(fs.readFileSync('fixtures/damaged/stray-rejection.pdf')), 'stray.pdf', /damaged/],
      [new TextEncoder().encode('INT. BAR - DAY\n\nNobody.\n'), 'bar.fountain', /Only a PDF has pages/],
    ] as const) {
      const { status, body } = await read(ada, { projectId }, bytes, name)
      expect(status).toBe(422)
      expect(body.error.code).toBe('script-unreadable')
      expect(body.error.message).toMatch(message)
    }
    // Nothing of it ended the server.
    expect((await read(ada, { projectId })).status).toBe(200)
    const other = await ask('POST', '/api/v1/script-readings', ada, { text: 'x' })
    expect(other.status).toBe(415)
    const url = '/api/v1/script-readings?colour=red'
    expect((await ask('POST', url, ada, pdf, 'application/pdf')).body.error.details.problems[0].field).toBe(
      'colour',
    )
  })
})

describe('importing a PDF', () => {
  const send = (auth: string, fields: Record<string, string> = {}) =>
    ask('POST', `/api/v1/projects/${projectId}/import`, auth, formOf(pdf, fields))
  const script = async () => (await ask('GET', `/api/episodes/${episodeId}?depth=0`, ada)).body.script

  it('works without anybody having confirmed it', async () => {
    const { status, body } = await send(ada)
    expect(status, JSON.stringify(body).slice(0, 300)).toBe(201)
    // An omitted scene is but a word at the left in this layout.
    expect(body).toMatchObject({ isNew: true, scenes: 11 })
    episodeId = body.episodeId
    expect(await script()).toMatchObject({ sourceFormat: 'pdf', sourceFilename: 'harbour.pdf' })
    expect((await script()).readingChoices ?? null).toBeNull()
  })

  it('follows what a person decided, and the next reading asks that first', async () => {
    const { body: reading } = await read(ada, { episodeId })
    const line = reading.pages
      .flatMap(({ lines }: Body) => lines)
      .find(({ text }: Body) => text === 'OMITTED')
    const choices = { rules: [], lines: [{ id: line.id, kind: 'heading' }] }
    const { status, body } = await send(ada, { episodeId, choices: JSON.stringify(choices) })
    expect(status, JSON.stringify(body).slice(0, 300)).toBe(200)
    expect(body).toMatchObject({ isNew: false, scenes: 12 })
    expect((await script()).readingChoices.rules).toHaveLength(1)
    const { body: again } = await read(ada, { episodeId })
    expect(again).toMatchObject({ ruledLines: 1, rules: [{ make: { kind: 'heading' } }] })
    expect((await send(ada, { episodeId })).body).toMatchObject({ scenes: 12, diff: { unchanged: 12 } })
  })

  it('names what is wrong with choices, and changes nothing', async () => {
    for (const [choices, field] of [
      ['{', 'choices'],
      ['{"lines":[{"id":"1.1","kind":"song"}]}', 'choices.lines.0.kind'],
      ['{"rules":[{"when":{}}]}', 'choices.rules.0.when.kind'],
    ] as const) {
      const { status, body } = await send(ada, { episodeId, choices })
      expect(status).toBe(400)
      expect(body.error.details.problems.map((each: Body) => each.field)).toContain(field)
    }
    expect((await script()).readingChoices.rules).toHaveLength(1)
  })

  it('keeps who is not on the project from the decisions, too', async () => {
    expect((await read(bob, { episodeId })).status).toBe(404)
    expect((await send(bob, { episodeId })).status).toBe(404)
  })
})
