import fs from 'node:fs'
import path from 'node:path'
import type { TypedUser } from 'payload'
import { beforeEach, expect, it } from 'vitest'
import type { MediaStorage, StoredFile } from '@/contracts'
import { localStorage } from '@/database/services/media/localStorage'
import { sweepMedia } from '@/database/services/media/sweepMedia'
import { type Booted, describeEngines } from './engines'
import { createMedia, createUser, unique } from './fixtures'

const HOUR_MS = 3_600_000
const folder = () => process.env.MEDIA_DIR as string
const there = (name: string) => fs.existsSync(path.join(folder(), name))

/** A file that no record names, last written to some hours ago. */
function stray(name: string, hoursAgo: number): string {
  fs.mkdirSync(folder(), { recursive: true })
  const file = path.join(folder(), name)
  fs.writeFileSync(file, 'bytes')
  const time = new Date(Date.now() - hoursAgo * HOUR_MS)
  fs.utimesSync(file, time, time)
  return name
}

async function aged(media: { filename?: string | null }, hoursAgo: number): Promise<void> {
  const time = new Date(Date.now() - hoursAgo * HOUR_MS)
  fs.utimesSync(path.join(folder(), String(media.filename)), time, time)
}

describeEngines('A sweep of the media', (booted) => {
  let project: string
  const sweep = async (options = {}, { payload }: Booted = booted()) => {
    const { MediaService } = await import('@/database/services/MediaService')
    return new MediaService({ payload }).sweep(options)
  }

  beforeEach(async () => {
    fs.rmSync(folder(), { recursive: true, force: true })
    const { payload } = booted()
    await payload.db.deleteMany({ collection: 'media', where: {}, req: {} as never })
    const made = await payload.create({
      collection: 'projects',
      data: { title: unique('Film'), type: 'short', status: 'concept' },
    })
    project = made.id
  })

  it('removes old files that no record names, and nothing else', async () => {
    const kept = await createMedia(booted().payload, project)
    await aged(kept, 90)
    const thumbnail = String(kept.sizes?.thumbnail?.filename)
    await aged({ filename: thumbnail }, 90)
    const old = stray('old.png', 30)
    const probe = stray('.room-0000', 30)
    const young = stray('young.png', 23)
    const hidden = stray('.keep', 30)
    fs.mkdirSync(path.join(folder(), 'a-folder'))

    expect(await sweep()).toMatchObject({
      files: { count: 5 },
      records: 1,
      orphans: { count: 2, bytes: 10, names: expect.arrayContaining([old, probe]) },
      young: { count: 1, names: [young] },
      removed: { count: 2, bytes: 10 },
      missing: { count: 0, files: [] },
      refusal: null,
    })
    expect([old, probe].filter(there)).toEqual([])
    for (const name of [String(kept.filename), thumbnail, young, hidden, 'a-folder'])
      expect(there(name), name).toBe(true)
  })

  it('removes nothing in a dry run, and says what it would', async () => {
    const old = stray('old.png', 30)
    expect(await sweep({ isDryRun: true })).toMatchObject({
      orphans: { names: [old] },
      removed: { count: 0 },
    })
    expect(there(old)).toBe(true)
    expect(there('.showrunner')).toBe(false)
  })

  it('takes an age of one’s own', async () => {
    const [older, younger] = [stray('older.png', 3), stray('younger.png', 1)]
    expect(await sweep({ olderThanHours: 2 })).toMatchObject({ removed: { count: 1 } })
    expect([there(older), there(younger)]).toEqual([false, true])
  })

  it('names records whose file or rendition is gone, and keeps them', async () => {
    const { payload } = booted()
    const [whole, gone, halfGone] = [
      await createMedia(payload, project),
      await createMedia(payload, project),
      await createMedia(payload, project),
    ]
    fs.rmSync(path.join(folder(), String(gone.filename)))
    const thumbnail = String(halfGone.sizes?.thumbnail?.filename)
    fs.rmSync(path.join(folder(), thumbnail))
    const { missing, records } = await sweep()
    expect(records).toBe(3)
    expect(missing.count).toBe(2)
    expect(missing.files).toEqual(
      expect.arrayContaining([
        { mediaId: gone.id, projectId: project, filename: gone.filename },
        { mediaId: halfGone.id, projectId: project, filename: thumbnail },
      ]),
    )
    for (const { id } of [whole, gone, halfGone])
      expect(await payload.findByID({ collection: 'media', id, disableErrors: true })).not.toBeNull()
  })

  it('looks at all, in pages', async () => {
    const { payload } = booted()
    const media = await createMedia(payload, project)
    // As the database has them: a thousand uploads would take a minute.
    const {
      id: _,
      createdAt: _c,
      updatedAt: _u,
      ...data
    } = await payload.findByID({
      collection: 'media',
      id: media.id,
      depth: 0,
    })
    for (let n = 0; n < 1_100; n += 1) {
      const filename = `${n}.png`
      const sizes = { thumbnail: { ...data.sizes?.thumbnail, filename: `${n}-small.webp` } }
      await payload.db.create({ collection: 'media', data: { ...data, filename, sizes }, req: {} as never })
      stray(filename, 50)
      stray(`${n}-small.webp`, 50)
    }
    const lost = stray('lost.png', 50)
    const report = await sweep()
    expect(report).toMatchObject({
      files: { count: 2_203 },
      records: 1_101,
      orphans: { count: 1, names: [lost] },
      removed: { count: 1 },
      missing: { count: 0 },
    })
  })

  it('leaves a file whose record comes while it sweeps, and one that is written to again', async () => {
    const { payload } = booted()
    const media = await createMedia(payload, project)
    await aged(media, 30)
    const rewritten = stray('rewritten.png', 30)
    const local = localStorage(folder())
    const record = await payload.findByID({ collection: 'media', id: media.id, depth: 0 })
    await payload.db.deleteOne({ collection: 'media', where: { id: { equals: media.id } }, req: {} as never })
    let isListed = false
    const storage: MediaStorage = {
      ...local,
      async *list() {
        yield* local.list()
        isListed = true
      },
      // The first thing that is asked after the listing: by now the world has moved on.
      async owner() {
        expect(isListed).toBe(true)
        const { id: _, ...data } = record
        await payload.db.create({ collection: 'media', data, req: {} as never })
        fs.writeFileSync(path.join(folder(), rewritten), 'other bytes')
        return local.owner()
      },
    }
    const report = await sweepMedia(payload, storage)
    expect(report.orphans.names).toEqual(expect.arrayContaining([String(media.filename), rewritten]))
    expect(there(String(media.filename))).toBe(true)
    expect(there(rewritten)).toBe(true)
  })

  it('says nothing of a file that is replaced while it looks', async () => {
    const { payload } = booted()
    const media = await createMedia(payload, project)
    const local = localStorage(folder())
    let asked = 0
    const storage: MediaStorage = {
      ...local,
      async existing(names) {
        asked += 1
        const found = await local.existing(names)
        // Deleted for good between the two looks: neither record nor file is there any more.
        if (asked === 1) {
          found.delete(String(media.filename))
          await payload.delete({ collection: 'media', id: media.id, overrideAccess: true })
        }
        return found
      },
    }
    expect((await sweepMedia(payload, storage)).missing).toEqual({ count: 0, files: [] })
  })

  it('refuses a folder that another studio has swept, and takes it over by force', async () => {
    await localStorage(folder()).list()[Symbol.asyncIterator]().next()
    await localStorage(folder()).claim('another-studio')
    const old = stray('theirs.png', 30)
    expect(await sweep()).toMatchObject({
      removed: { count: 0 },
      refusal: expect.stringContaining('another studio'),
    })
    expect(there(old)).toBe(true)
    expect(await sweep({ isForced: true })).toMatchObject({ removed: { count: 1 }, refusal: null })
    const ours = stray('ours.png', 30)
    expect(await sweep()).toMatchObject({ removed: { count: 1 }, refusal: null })
    expect(there(ours)).toBe(false)
  })

  it('refuses a folder most of whose files it does not know', async () => {
    await createMedia(booted().payload, project)
    const theirs = Array.from({ length: 30 }, (_, n) => stray(`theirs-${n}.png`, 30))
    expect(await sweep()).toMatchObject({
      orphans: { count: 30 },
      removed: { count: 0 },
      refusal: expect.stringContaining('30 of 32 files'),
    })
    expect(theirs.every(there)).toBe(true)
  })

  it('keeps no more names than it says, whatever there is', async () => {
    const file = (n: number): StoredFile => ({ name: `${n}.png`, bytes: 1, modifiedAt: new Date(0) })
    const removed: string[] = []
    const storage: MediaStorage = {
      place: 'a bucket',
      async *list() {
        for (let page = 0; page < 25; page += 1)
          yield Array.from({ length: 500 }, (_, n) => file(page * 500 + n))
      },
      existing: async () => new Set(),
      async remove({ name }) {
        removed.push(name)
        return true
      },
      owner: async () => null,
      claim: async () => undefined,
    }
    const report = await sweepMedia(booted().payload, storage, { isForced: true })
    expect(report.orphans).toMatchObject({ count: 12_500, bytes: 12_500 })
    expect(report.orphans.names).toHaveLength(report.listed)
    // What is over the limit is for the next sweep.
    expect(new Set(removed).size).toBe(report.listed)
  })

  it('is for the system and admins alone', async () => {
    const { MediaService } = await import('@/database/services/MediaService')
    const { payload } = booted()
    const admin = (await createUser(payload, 'admin')) as TypedUser
    const producer = (await createUser(payload, 'producer')) as TypedUser
    const old = stray('old.png', 30)
    await expect(new MediaService({ payload, user: producer }).sweep()).rejects.toMatchObject({
      code: 'forbidden',
      status: 403,
    })
    expect(there(old)).toBe(true)
    expect(await new MediaService({ payload, user: admin }).sweep()).toMatchObject({ removed: { count: 1 } })
  })
})
