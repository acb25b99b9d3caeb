import fs from 'node:fs'
import type { CollectionSlug, TypedUser } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePlace, removePlace, SCRIPT } from './support/cli'
import { openStudio, type Studio } from './support/studio'

/** What the admin panel lists after a script was imported and produced. */
const place = makePlace()
let studio: Studio
let projectId: string
let episodeId: string
let ada: TypedUser
let vera: TypedUser

async function person(role: 'producer' | 'viewer', name: string): Promise<TypedUser> {
  const user = await studio.payload.create({
    collection: 'users',
    data: { name, email: `${name}@example.org`, password: 'long-enough-1', role },
  })
  return { ...user, collection: 'users' } as TypedUser
}

/** Starts a run and works the queue until it has ended. */
async function run(args: { steps?: string[]; mode?: 'all' } = {}) {
  const { payload } = studio
  const { RunService } = await import('@/database/services/RunService')
  const { Worker } = await import('@/worker/Worker')
  const { handlers } = await import('@/pipeline/registry')
  const runs = new RunService({ payload })
  await runs.start({ episodeId, ...args } as never)
  const worker = new Worker({ payload, handlers, concurrency: 2, leaseSeconds: 30, pollMs: 50 })
  worker.start()
  try {
    for (;;) {
      const status = await runs.latestForEpisode(episodeId)
      if (status?.state !== 'running') return status
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  } finally {
    await worker.stop()
  }
}

beforeAll(async () => {
  studio = await openStudio(place, { key: 'default' })
  const { ProjectService } = await import('@/database/services/ProjectService')
  const { ScriptService } = await import('@/database/services/ScriptService')
  const { payload } = studio
  await person('producer', 'first')
  ada = await person('producer', 'ada')
  vera = await person('viewer', 'vera')
  projectId = (await new ProjectService({ payload, user: ada }).create({ title: 'Ferries' })).id
  await new ProjectService({ payload, user: ada }).addCollaborator(projectId, String(vera.id), 'viewer')
  ;({ episodeId } = await new ScriptService({ payload, user: ada }).import({
    projectId,
    bytes: fs.readFileSync(SCRIPT),
    filename: 'ferry.fountain',
  }))
  expect((await run())?.state).toBe('done')
}, 180_000)

afterAll(async () => {
  await studio?.close()
  removePlace(place)
})

describe('the admin panel’s lists', () => {
  it('have every document, also those that are asked for with their drafts', async () => {
    const { payload } = studio
    for (const { config } of Object.values(payload.collections)) {
      const collection = config.slug as CollectionSlug
      const plain = await payload.find({ collection, limit: 1, depth: 0 })
      const drafts = await payload.find({ collection, limit: 1, depth: 0, draft: true })
      expect([collection, drafts.totalDocs]).toEqual([collection, plain.totalDocs])
    }
    expect((await payload.count({ collection: 'shots' })).totalDocs).toBeGreaterThan(3)
  })

  it('name shots and panels as people do, in the order of the script', async () => {
    const { payload } = studio
    const shots = await payload.find({ collection: 'shots', depth: 1, pagination: false })
    expect(shots.docs[0]?.title).toBe('Scene 1, shot 1')
    const orders = shots.docs.map((shot) => (shot.scene as { order: number }).order)
    expect(orders).toEqual([...orders].sort((a, b) => a - b))
    const panels = await payload.find({ collection: 'panels', depth: 0, pagination: false })
    expect(panels.docs.map(({ title }) => title)).toEqual(
      shots.docs.map(({ title }) => `${title}, version 1`),
    )
  })
})

it('titles follow the numbers of scenes and shots', async () => {
  const { payload } = studio
  const { docs } = await payload.find({ collection: 'scenes', limit: 1, depth: 0, sort: 'order' })
  const scene = docs[0]?.id as string
  await payload.update({ collection: 'scenes', id: scene, data: { sceneNumber: '1B' } })
  const where = { scene: { equals: scene } }
  const shot = (await payload.find({ collection: 'shots', where, limit: 1, depth: 0 })).docs[0]
  expect(shot?.title).toBe('Scene 1B, shot 1')
  await payload.update({
    collection: 'shots',
    id: shot?.id as string,
    data: { shotNumber: '1X', title: 'No' },
  })
  const panel = (await payload.find({ collection: 'panels', where, limit: 1, depth: 0 })).docs[0]
  expect(panel?.title).toBe('Scene 1B, shot 1X, version 1')
  await payload.update({ collection: 'shots', id: shot?.id as string, data: { shotNumber: '1' } })
  await payload.update({ collection: 'scenes', id: scene, data: { sceneNumber: '1' } })
})

it('a suggestion for a shot that is a person’s is kept as a version that can be restored', async () => {
  const { payload } = studio
  const [shot] = (await payload.find({ collection: 'shots', limit: 1, depth: 0 })).docs
  const id = shot?.id as string
  const suggested = shot?.description
  await payload.update({ collection: 'shots', id, data: { description: 'A gull.' }, user: ada })
  await run({ steps: ['suggest-shots'], mode: 'all' })
  const now = await payload.findByID({ collection: 'shots', id, depth: 0, draft: true })
  expect(now).toMatchObject({ description: 'A gull.', origin: 'human' })
  const { docs: versions } = await payload.findVersions({
    collection: 'shots',
    where: { parent: { equals: id } },
    sort: '-updatedAt',
    depth: 0,
  })
  expect(versions.slice(0, 2).map(({ version }) => version.description)).toEqual(['A gull.', suggested])
  await payload.restoreVersion({ collection: 'shots', id: versions[1]?.id as string })
  expect((await payload.findByID({ collection: 'shots', id, depth: 0 })).description).toBe(suggested)
})

it('the studio says where somebody may import, and shows the first shot’s picture', async () => {
  const { payload } = studio
  const { StudioService } = await import('@/database/services/StudioService')
  const of = async (user: TypedUser) => (await new StudioService({ payload, user }).overview()).projects[0]
  expect((await of(vera))?.canWrite).toBe(false)
  expect((await of(ada))?.canWrite).toBe(true)
  const before = (await of(ada))?.posterUrl
  expect(before).toMatch(/\.webp$/)
  await run({ steps: ['draw-panel'], mode: 'all' })
  const [panel] = (await payload.find({ collection: 'panels', limit: 1, depth: 2 })).docs
  const image = panel?.image as { sizes?: { thumbnail?: { url?: string } } }
  expect(panel?.title).toBe('Scene 1, shot 1, version 2')
  expect((await of(ada))?.posterUrl).toBe(image.sizes?.thumbnail?.url)
})

it('a voice is heard with the first line that was spoken with it', async () => {
  const { payload } = studio
  const { CharacterService } = await import('@/database/services/CharacterService')
  const { docs } = await payload.find({ collection: 'voices', limit: 1, depth: 0 })
  const voiceId = docs[0]?.id as string
  const sample = await new CharacterService({ payload, user: ada }).sampleOfVoice(voiceId)
  expect(sample).toMatchObject({
    url: expect.stringMatching(/\/api\/media\/file\//),
    words: expect.any(String),
  })
  const { docs: scenes } = await payload.find({ collection: 'scenes', depth: 0, pagination: false })
  const durations = scenes.flatMap((scene) =>
    (scene.dialogueLines ?? []).map(({ duration }) => duration ?? 0),
  )
  expect(durations.every((duration) => Math.abs(duration * 100 - Math.round(duration * 100)) < 1e-6)).toBe(
    true,
  )
})
