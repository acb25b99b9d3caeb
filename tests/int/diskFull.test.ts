import fs from 'node:fs'
import path from 'node:path'
import { handleEndpoints, type SanitizedConfig } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Media } from '@/payload-types'
import { makePlace, removePlace } from './support/cli'
import { type SmallDisk, smallDisk } from './support/smallDisk'
import { openStudio, type Studio } from './support/studio'

const SOME_PANELS = 420_000
const PLENTY = 60_000_000
const MESSAGE = 'The disk is full. Make room on it, then try again.'
/** Silent: recordings would take the room before the first panel. */
const SCRIPT = ['KITCHEN', 'HARBOUR', 'CHURCH', 'STATION', 'ROOFTOP']
  .map((place) => `EXT. ${place} - DAY\n\nA boat lies on its side. Nobody looks at it.\n`)
  .join('\n')

const place = makePlace()
let disk: SmallDisk
let studio: Studio
let s: Awaited<ReturnType<typeof loadServices>>

async function loadServices() {
  const [project, script, run, exporter, worker, { handlers }] = await Promise.all([
    import('@/database/services/ProjectService'),
    import('@/database/services/ScriptService'),
    import('@/database/services/RunService'),
    import('@/database/services/ExportService'),
    import('@/worker/Worker'),
    import('@/pipeline/registry'),
  ])
  return { ...project, ...script, ...run, ...exporter, ...worker, handlers }
}

beforeAll(async () => {
  disk = smallDisk(place.mediaDir, SOME_PANELS)
  studio = await openStudio(place, { key: 'default' })
  s = await loadServices()
})
afterAll(async () => {
  await studio?.close()
  disk?.remove()
  removePlace(place)
})

const filesOnDisk = () => fs.readdirSync(place.mediaDir).filter((name) => name !== '.filler')

async function allMedia(): Promise<Media[]> {
  return (await studio.payload.find({ collection: 'media', depth: 0, pagination: false })).docs
}

/** Every record has its whole file and rendition, and nothing else lies there. */
async function expectWhole(): Promise<void> {
  const files = (await allMedia()).flatMap((media) =>
    [media, media.sizes?.thumbnail].filter((file) => file?.filename),
  )
  const sizes = Object.fromEntries(files.map((file) => [file?.filename, file?.filesize]))
  const found = Object.fromEntries(
    filesOnDisk().map((name) => [name, fs.statSync(path.join(place.mediaDir, name)).size]),
  )
  expect(found).toEqual(sizes)
}

async function startRun(title: string) {
  const { payload } = studio
  const projectId = (await new s.ProjectService({ payload }).create({ title })).id
  const bytes = new TextEncoder().encode(SCRIPT)
  const { episodeId } = await new s.ScriptService({ payload }).import({ projectId, bytes })
  const runs = new s.RunService({ payload })
  const { runId } = await runs.start({ episodeId })
  const ended = async () => {
    for (;;) {
      const status = await runs.status(runId)
      if (status && status.state !== 'running') return status
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  return { projectId, episodeId, runId, runs, ended }
}

describe('a full disk under the media', () => {
  let projectId: string
  let episodeId: string

  it('fails tasks in plain words, leaves nothing half done, and goes on when there is room', async () => {
    console.info(
      `The small disk is ${disk.kind === 'tmpfs' ? 'a tmpfs' : 'a folder that Node refuses to fill'}.`,
    )
    const { payload } = studio
    const run = await startRun('Small disk')
    ;({ projectId, episodeId } = run)
    const worker = new s.Worker({
      payload,
      handlers: s.handlers,
      concurrency: 2,
      leaseSeconds: 30,
      pollMs: 50,
    })
    worker.start()
    try {
      const failed = await run.ended()
      expect(failed.state).toBe('failed')
      expect([...new Set(failed.failures.map(({ message }) => message))]).toEqual([MESSAGE])
      const drawn = failed.stages.find(({ type }) => type === 'draw-panel')
      // It ran full in the middle: some panels are there, and stay.
      expect(drawn?.completed).toBeGreaterThan(0)
      expect(drawn?.failed).toBeGreaterThan(0)
      const { docs } = await payload.find({
        collection: 'tasks',
        where: { and: [{ runId: { equals: run.runId } }, { state: { equals: 'dead' } }] },
      })
      for (const task of docs) {
        expect(task.error).toMatchObject({ code: 'disk-full', isRetryable: true })
        expect(task.attempts).toBe(3)
      }
      await expectWhole()
      expect(await allMedia()).toHaveLength(drawn?.completed ?? -1)

      // The same worker has lived through it.
      disk.resize(PLENTY)
      await run.runs.retryFailed(run.runId)
      expect(await run.ended()).toMatchObject({ state: 'done', failures: [] })
      await expectWhole()
      expect(filesOnDisk().some((name) => /storyboard-[a-z]+\.pdf$/.test(name))).toBe(true)
      const panels = await payload.count({ collection: 'panels', where: { project: { equals: projectId } } })
      const shots = await payload.count({ collection: 'shots', where: { project: { equals: projectId } } })
      expect(panels.totalDocs).toBe(shots.totalDocs)
    } finally {
      await worker.stop()
    }
  }, 240_000)

  it('answers an upload with the reason, and keeps the file that was to be replaced', async () => {
    const { payload } = studio
    const admin = await payload.create({
      collection: 'users',
      data: { name: 'Ada', email: 'ada@example.org', password: 'long-enough-1', role: 'admin' },
    })
    const { token } = await payload.login({
      collection: 'users',
      data: { email: admin.email, password: 'long-enough-1' },
    })
    const config = (await (await import('@payload-config')).default) as SanitizedConfig
    const noise = Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, index) => (index * 7919) % 251))
    const png = await sharp(noise, { raw: { width: 300, height: 300, channels: 3 } })
      .png()
      .toBuffer()
    const send = (method: string, url: string) => {
      const body = new FormData()
      body.set('_payload', JSON.stringify({ project: projectId }))
      body.set('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'upload.png')
      const request = new Request(`http://localhost/api/${url}`, {
        method,
        body,
        headers: { authorization: `JWT ${token}` },
      })
      return handleEndpoints({ config, request })
    }
    const before = await allMedia()
    const kept = before.find((media) => media.mediaType === 'image') as Media
    // As large as it is: what is there, and a little that is too little.
    const used = filesOnDisk().reduce(
      (sum, name) => sum + fs.statSync(path.join(place.mediaDir, name)).size,
      0,
    )
    disk.resize(used + filesOnDisk().length * 4096 + 16_384)
    const empty = disk.fill()
    try {
      for (const answer of [await send('POST', 'media'), await send('PATCH', `media/${kept.id}`)]) {
        expect(answer.status).toBe(507)
        expect((await answer.json()).errors[0].message).toBe(MESSAGE)
      }
      expect(await allMedia()).toEqual(before)
      await expectWhole()
    } finally {
      empty()
      disk.resize(PLENTY)
    }
    expect((await send('PATCH', `media/${kept.id}`)).status).toBe(200)
    expect((await send('POST', 'media')).status).toBe(201)
    await expectWhole()
  }, 60_000)

  it('leaves no half export beside the older one', async () => {
    const { payload } = studio
    const folder = path.join(place.mediaDir, 'exports')
    fs.mkdirSync(folder)
    const { isDiskFull } = await import('@/errors/diskFull')
    const { copyOutputs } = await import('@/database/services/exports/copyOutputs')
    const outputs = { pdf: 'a.pdf', csv: 'a.csv', animatic: 'a.mp4' }
    for (const name of Object.values(outputs)) fs.writeFileSync(path.join(folder, name), 'older')
    const empty = disk.fill()
    try {
      for (const [format, name] of Object.entries(outputs)) {
        const work = new s.ExportService({ payload }).export(
          episodeId,
          format as 'pdf',
          path.join(folder, name),
        )
        const ended = await work.catch((error: unknown) => error)
        // Null: this machine makes no animatics.
        if (format !== 'animatic' || ended !== null) expect(isDiskFull(ended)).toBe(true)
      }
      const copied = copyOutputs(payload, episodeId, (format) => path.join(folder, outputs[format]))
      expect(isDiskFull(await copied.catch((error: unknown) => error))).toBe(true)
      expect(fs.readdirSync(folder).sort()).toEqual(Object.values(outputs).sort())
      for (const name of Object.values(outputs))
        expect(fs.readFileSync(path.join(folder, name), 'utf8')).toBe('older')
    } finally {
      empty()
      fs.rmSync(folder, { recursive: true })
    }
  }, 60_000)
})
