import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { computeProcessIds, stopComputing } from '@/compute'
import { endlessSvg, plainSvg } from '@/drawing/vectors.testing'
import { describeEngines } from './engines'
import { asAdmin, projectWithPeople, restOf } from './restApi'

/** How long work may come no further while a test says so: the product's own is minutes. */
const limits = vi.hoisted(() => ({ stalledAfterMs: undefined as number | undefined }))
vi.mock('@/compute', async (original) => {
  const real = await original<typeof import('@/compute')>()
  const compute: typeof real.compute = (kind, input, options) =>
    real.compute(kind, input, {
      ...options,
      ...(limits.stalledAfterMs ? { stalledAfterMs: limits.stalledAfterMs, abortGraceMs: 100 } : {}),
    })
  return { ...real, compute }
})
async function within<Result>(ms: number, work: () => Promise<Result>): Promise<Result> {
  limits.stalledAfterMs = ms
  try {
    return await work()
  } finally {
    limits.stalledAfterMs = undefined
  }
}

describeEngines('A vector', (booted) => {
  const { payload, rest, api, tree } = asAdmin(booted)
  beforeAll(() => vi.stubEnv('RENDER_PROCESSES', '1'))
  afterAll(stopComputing)
  const form = (svg: string, project = tree().project.id, type = 'image/svg+xml') => {
    const sent = new FormData()
    sent.set('file', new File([svg], 'Plan of the deck.svg', { type }))
    sent.set('_payload', JSON.stringify({ project }))
    return sent
  }
  const stored = (filename: string) => path.join(process.env.MEDIA_DIR as string, filename)
  const count = () => payload().count({ collection: 'media', where: { id: { exists: true } } })

  it('is kept as the picture it shows, as a new file and in the place of another', async () => {
    for (const type of ['image/svg+xml', 'image/png']) {
      const made = await rest('/media', { method: 'POST', body: form(plainSvg(), undefined, type) })
      expect(made.status, made.text).toBe(201)
      const { doc } = made.body
      expect(doc).toMatchObject({ mimeType: 'image/png', mediaType: 'image', width: 1_920, height: 1_080 })
      expect(doc.filename).toMatch(/^plan-of-the-deck-[a-z]+\.png$/)
      expect(doc.sizes.thumbnail).toMatchObject({ mimeType: 'image/webp', width: 480 })
      const bytes = await readFile(stored(doc.filename))
      expect(bytes.length).toBe(doc.filesize)
      expect((await sharp(bytes).metadata()).format).toBe('png')
      const changed = await rest(`/media/${doc.id}`, { method: 'PATCH', body: form(plainSvg(4_000, 1_000)) })
      expect(changed.status, changed.text).toBe(200)
      expect(changed.body.doc).toMatchObject({ mimeType: 'image/png', width: 3_840, height: 960 })
    }
  })

  it('is refused on its field where it takes too long to draw, and nothing is kept of it', async () => {
    const before = await count()
    const { media } = tree()
    for (const [door, method] of [
      ['/media', 'POST'],
      [`/media/${media.id}`, 'PATCH'],
      [`/media?where[id][equals]=${media.id}`, 'PATCH'],
    ] as const) {
      const { status, body, text } = await within(1_500, () =>
        rest(door, { method, body: form(endlessSvg()) }),
      )
      expect([door, status], text).toEqual([door, 400])
      expect(body.errors[0].data.problems).toEqual([
        { field: 'file', message: 'takes too long to draw: simplify it, or send it as a PNG' },
      ])
    }
    expect(await count()).toEqual(before)
    const after = await payload().findByID({ collection: 'media', id: media.id })
    expect(after.filename).toBe(media.filename)
  }, 60_000)

  it('is not drawn for somebody who may not send it', async () => {
    const { viewer, outsider, project } = await projectWithPeople(payload())
    const open = restOf(payload, () => booted().uri)
    await stopComputing()
    for (const { token } of [viewer, outsider]) {
      const made = await open('/media', { token, method: 'POST', body: form(endlessSvg(), String(project)) })
      expect(made.status, made.text).toBe(403)
      const door = `/media/${tree().media.id}`
      const changed = await open(door, { token, method: 'PATCH', body: form(endlessSvg()) })
      expect([403, 404], changed.text).toContain(changed.status)
    }
    expect(computeProcessIds()).toEqual([])
  })

  it('that lies there already holds no document for ever: it ends, and says why', async () => {
    const { media, episode } = tree()
    const file = stored(String(media.filename))
    const picture = await readFile(file)
    expect((await api(`/episodes/${episode.id}/exports/pdf`)).status).toBe(200)
    await writeFile(file, endlessSvg())
    try {
      const answer = await within(3_000, () => api(`/episodes/${episode.id}/exports/pdf`))
      expect(answer.status).toBe(409)
      expect(await answer.json()).toMatchObject({
        error: {
          code: 'export-stalled',
          message: expect.stringMatching(/^The storyboard PDF came no further at \d+ % and was put aside/),
        },
      })
    } finally {
      await writeFile(file, picture)
    }
    expect((await api(`/episodes/${episode.id}/exports/pdf`)).status).toBe(200)
  }, 60_000)
})
