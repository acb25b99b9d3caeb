import fs from 'node:fs'
import path from 'node:path'
import type { TypedUser } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePlace, removePlace, SCRIPT } from './support/cli'
import { openStudio, type Studio } from './support/studio'

const place = makePlace()
let studio: Studio
let s: Awaited<ReturnType<typeof loadServices>>

/** Errors are compared by code: the modules are this studio's own, so their classes are too. */
const failure = async (work: Promise<unknown>) => {
  try {
    await work
  } catch (error) {
    const { code, status, message, problems } = error as {
      code?: string
      status?: number
      message: string
      problems?: Array<{ field?: string; line?: number | null; message: string }>
    }
    return { code, status, message, problems }
  }
  throw new Error('It did not fail.')
}

async function loadServices() {
  const [project, episode, script, scene, event, run, exporter, storyboard, studio, task, worker] =
    await Promise.all([
      import('@/database/services/ProjectService'),
      import('@/database/services/EpisodeService'),
      import('@/database/services/ScriptService'),
      import('@/database/services/SceneService'),
      import('@/database/services/EventService'),
      import('@/database/services/RunService'),
      import('@/database/services/ExportService'),
      import('@/database/services/StoryboardService'),
      import('@/database/services/StudioService'),
      import('@/database/services/TaskService'),
      import('@/worker/Worker'),
    ])
  const { handlers } = await import('@/pipeline/registry')
  return {
    ...project,
    ...episode,
    ...script,
    ...scene,
    ...event,
    ...run,
    ...exporter,
    ...storyboard,
    ...studio,
    ...task,
    ...worker,
    handlers,
  }
}

let people = 0
async function person(role: 'admin' | 'producer' | 'viewer'): Promise<TypedUser> {
  people += 1
  const user = await studio.payload.create({
    collection: 'users',
    data: { name: `Person ${people}`, email: `p${people}@example.org`, password: 'long-enough-1', role },
  })
  return { ...user, collection: 'users' } as TypedUser
}

const bytes = (text: string) => new TextEncoder().encode(text)
const count = async (
  collection: 'episodes' | 'scenes' | 'characters' | 'locations' | 'shots' | 'panels' | 'media',
  project: string,
) => (await studio.payload.count({ collection, where: { project: { equals: project } } })).totalDocs

/** Works the queue until the episode's run has ended. */
async function work(episodeId: string) {
  const { payload } = studio
  const worker = new s.Worker({ payload, handlers: s.handlers, concurrency: 2, leaseSeconds: 30, pollMs: 50 })
  worker.start()
  try {
    for (;;) {
      const status = await new s.RunService({ payload }).latestForEpisode(episodeId)
      if (status?.state !== 'running') return status
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  } finally {
    await worker.stop()
  }
}

let ada: TypedUser
let bob: TypedUser
let vera: TypedUser

beforeAll(async () => {
  studio = await openStudio(place, { key: 'default' })
  s = await loadServices()
  // The first user of a studio becomes its admin; the others are what they are.
  await person('admin')
  ada = await person('producer')
  bob = await person('producer')
  vera = await person('viewer')
})
afterAll(async () => {
  await studio?.close()
  removePlace(place)
})

const projects = (user: TypedUser | null) => new s.ProjectService({ payload: studio.payload, user })
const episodes = (user: TypedUser | null) => new s.EpisodeService({ payload: studio.payload, user })
const scripts = (user: TypedUser | null = null) => new s.ScriptService({ payload: studio.payload, user })

describe('ProjectService', () => {
  it('makes a project for the user who asks, with what was left open filled in', async () => {
    const project = await projects(ada).create({ title: 'Ferries' })
    expect(project).toMatchObject({ title: 'Ferries', type: 'short', status: 'concept', createdBy: ada.id })
    expect(await projects(ada).findById(project.id)).toMatchObject({ title: 'Ferries' })
  })

  it('names every field that is wrong in one error', async () => {
    const failed = await failure(
      projects(ada).create({ title: '', type: 'opera' as never, settings: { fps: -1 } }),
    )
    expect(failed).toMatchObject({ code: 'validation-failed', status: 400 })
    expect(failed.problems?.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['title', 'type', 'settings.fps']),
    )
  })

  it('finds nothing where there is nothing, and says so where it was to be changed', async () => {
    const none = '00000000-0000-7000-8000-000000000000'
    expect(await projects(ada).findById(none)).toBeNull()
    expect(await projects(ada).delete(none)).toBe(false)
    // All are watched from the start: one that fails while another is awaited is not lost.
    const outcomes = await Promise.all(
      [
        projects(ada).update(none, { title: 'X' }),
        projects(ada).addCollaborator(none, String(bob.id)),
        projects(ada).removeCollaborator(none, String(bob.id)),
        projects(ada).updateProgress(none, { percentage: 1 }),
      ].map(failure),
    )
    for (const outcome of outcomes) expect(outcome).toMatchObject({ code: 'not-found', status: 404 })
  })

  it('hides a project from outsiders and lets viewers look but not change', async () => {
    const { id } = await projects(ada).create({ title: 'Secret' })
    expect(await projects(bob).findById(id)).toBeNull()
    expect(await projects(bob).delete(id)).toBe(false)
    expect(await failure(projects(bob).update(id, { title: 'Mine' }))).toMatchObject({
      code: expect.stringMatching(/^(not-found|forbidden)$/),
    })
    await projects(ada).addCollaborator(id, String(vera.id), 'viewer')
    expect(await projects(vera).findById(id)).toMatchObject({ title: 'Secret' })
    // All are watched from the start: one that fails while another is awaited is not lost.
    const outcomes = await Promise.all(
      [
        projects(vera).update(id, { title: 'Mine' }),
        projects(vera).addCollaborator(id, String(bob.id)),
        projects(vera).delete(id),
      ].map(failure),
    )
    for (const outcome of outcomes) expect(outcome).toMatchObject({ code: 'forbidden', status: 403 })
    expect(await projects(ada).findById(id)).toMatchObject({ title: 'Secret' })
    expect(await failure(projects(vera).create({ title: 'My own' }))).toMatchObject({ code: 'forbidden' })
  })

  it('adds people once, changes their role, and takes them off', async () => {
    const { id } = await projects(ada).create({ title: 'Crew' })
    await projects(ada).addCollaborator(id, String(bob.id))
    const twice = await projects(ada).addCollaborator(id, String(bob.id), 'director')
    expect(twice.members).toMatchObject([{ user: bob.id, role: 'director' }])
    expect((await projects(bob).findByUser(String(bob.id))).map((project) => project.id)).toContain(id)
    const without = await projects(ada).removeCollaborator(id, String(bob.id))
    expect(without.members).toEqual([])
    expect(await projects(bob).findById(id)).toBeNull()
    expect(await failure(projects(ada).addCollaborator(id, 'nobody'))).toMatchObject({ code: 'not-found' })
  })

  it('sets the progress it is given and leaves the rest', async () => {
    const { id } = await projects(ada).create({ title: 'Moving' })
    await projects(null).updateProgress(id, { percentage: 10, scenes: 4 })
    const project = await projects(null).updateProgress(id, { percentage: 20 })
    expect(project.progress).toMatchObject({ percentage: 20, scenes: 4 })
  })

  it('searches titles and loglines, of one person where asked', async () => {
    const { id } = await projects(ada).create({ title: 'Lantern', logline: 'A keeper counts gulls.' })
    const other = await projects(bob).create({ title: 'Gulls of the north' })
    const ids = (found: Array<{ id: string }>) => found.map((project) => project.id).sort()
    expect(ids(await projects(null).search('gulls'))).toEqual([id, other.id].sort())
    expect(ids(await projects(null).search('gulls', String(ada.id)))).toEqual([id])
    expect(ids(await projects(bob).search('gulls'))).toEqual([other.id])
    expect(await projects(null).search('no such words')).toEqual([])
  })

  it('filters what a user works on', async () => {
    await projects(ada).create({ title: 'Series one', type: 'series' })
    const found = await projects(ada).findByUser(String(ada.id), { type: 'series' })
    expect(found.map(({ title }) => title)).toEqual(['Series one'])
  })

  it('pages through what a user may see', async () => {
    const { id } = await projects(bob).create({ title: 'Paged last' })
    const all = await projects(bob).page()
    expect(all.docs[0]?.id).toBe(id)
    const second = await projects(bob).page({ page: 2, limit: 1 })
    expect(second).toMatchObject({ totalDocs: all.totalDocs, docs: [{ id: all.docs[1]?.id }] })
    expect((await projects(bob).page({ search: 'paged' })).docs.map((project) => project.id)).toEqual([id])
  })

  it('deletes everything in a project and says what it removed', async () => {
    const { id } = await projects(ada).create({ title: 'Doomed' })
    await scripts(ada).import({ projectId: id, bytes: fs.readFileSync(SCRIPT), filename: 'doomed.fountain' })
    expect(await count('scenes', id)).toBe(4)
    expect(await projects(ada).delete(id)).toBe(true)
    for (const collection of ['episodes', 'scenes', 'characters', 'locations'] as const) {
      expect(await count(collection, id)).toBe(0)
    }
    const [event] = await new s.EventService({ payload: studio.payload }).find({
      type: 'project.deleted',
      entityId: id,
    })
    expect(JSON.stringify(event)).toMatch(/"scenes":4/)
    expect(await projects(ada).delete(id)).toBe(false)
  })
})

describe('a user who is on no project', () => {
  it('finds empty lists, not errors', async () => {
    const nobody = { payload: studio.payload, user: await person('viewer') }
    const service = new s.ProjectService(nobody)
    expect(await service.page()).toMatchObject({ docs: [], totalDocs: 0 })
    expect(await service.findByUser(String(nobody.user.id))).toEqual([])
    expect(await service.search('a')).toEqual([])
    expect(await new s.TaskService(nobody).find()).toMatchObject({ docs: [], totalDocs: 0 })
    expect(await new s.TaskService(nobody).overview()).toMatchObject({ running: [], counts: { ready: 0 } })
    expect(await new s.StudioService(nobody).overview()).toEqual({
      projects: [],
      totalProjects: 0,
      runs: [],
      canCreate: false,
    })
  })
})

describe('StudioService', () => {
  it('shows a user their projects with the episodes, and the runs that are going on', async () => {
    const { payload } = studio
    const cyd = await person('producer')
    const { id } = await projects(cyd).create({ title: 'At a glance' })
    const { episodeId } = await scripts(cyd).import({ projectId: id, bytes: fs.readFileSync(SCRIPT) })
    const runs = new s.RunService({ payload, user: cyd })
    const { runId } = await runs.start({ episodeId })
    const overview = () => new s.StudioService({ payload, user: cyd }).overview()
    expect(await overview()).toMatchObject({
      totalProjects: 1,
      projects: [{ project: { id }, episodes: [{ id: episodeId, episodeNumber: 1 }], posterUrl: null }],
      runs: [{ run: { runId, state: 'running' }, episode: { id: episodeId }, projectTitle: 'At a glance' }],
      canCreate: true,
    })
    await runs.cancel(runId)
    expect((await overview()).runs).toEqual([])
  })
})

describe('EpisodeService', () => {
  let project: string
  beforeAll(async () => {
    project = (await projects(ada).create({ title: 'Season', type: 'series' })).id
  })

  it('numbers episodes and keeps their numbers apart', async () => {
    const first = await episodes(ada).create({ project, title: 'One' })
    const second = await episodes(ada).create({ project, title: 'Two' })
    expect([first.episodeNumber, second.episodeNumber]).toEqual([1, 2])
    const failed = await failure(episodes(ada).create({ project, title: 'Two again', episodeNumber: 2 }))
    expect(failed).toMatchObject({ code: 'validation-failed', status: 400 })
    expect(await episodes(ada).findByProjectAndNumber(project, 2)).toMatchObject({ title: 'Two' })
    expect(await episodes(ada).findByProjectAndNumber(project, 9)).toBeNull()
    expect((await episodes(ada).findByProject(project)).map(({ title }) => title)).toEqual(['One', 'Two'])
    expect(await projects(ada).findById(project)).toMatchObject({ episodesMade: 2 })
  })

  it('counts on behind an episode in the trash, whoever makes the next', async () => {
    const { id } = await projects(ada).create({ title: 'Gaps', type: 'series' })
    const first = await episodes(ada).create({ project: id, title: 'One' })
    const deletedAt = new Date().toISOString()
    await studio.payload.update({ collection: 'episodes', id: first.id, data: { deletedAt } })
    expect(await episodes(ada).create({ project: id, title: 'Two' })).toMatchObject({ episodeNumber: 2 })
    const imported = await scripts(ada).import({ projectId: id, bytes: fs.readFileSync(SCRIPT) })
    expect(await episodes(ada).findById(imported.episodeId)).toMatchObject({ episodeNumber: 3 })
  })

  it('counts a script when it is set, and counts its versions', async () => {
    const { id } = await episodes(ada).create({ project, title: 'Counted' })
    const once = await episodes(ada).updateScript(id, { text: 'INT. ROOM - DAY\n\nThree words here.\n' })
    expect(once.script).toMatchObject({ version: 1 })
    expect(once.script?.wordCount).toBeGreaterThanOrEqual(3)
    expect(once.script?.estimatedDuration).toBeGreaterThan(0)
    const twice = await episodes(ada).updateScript(id, {
      text: 'INT. ROOM - DAY\n\nThree words here, and a few more.\n',
    })
    expect(twice.script).toMatchObject({ version: 2, wordCount: (once.script?.wordCount ?? 0) + 4 })
    const same = await episodes(ada).updateScript(id, { sourceFilename: 'room.fountain' })
    expect(same.script).toMatchObject({ version: 2, wordCount: twice.script?.wordCount })
    expect(same.script?.text).toContain('a few more')
  })

  it('sets the production numbers it is given and leaves the rest', async () => {
    const { id } = await episodes(ada).create({ project, title: 'Produced' })
    await episodes(null).updateProduction(id, { sceneCount: 4, renderedCount: 1 })
    const episode = await episodes(null).updateProduction(id, { renderedCount: 2 })
    expect(episode.production).toMatchObject({ sceneCount: 4, renderedCount: 2 })
  })

  it('says what an episode consists of', async () => {
    const { episodeId } = await scripts(ada).import({
      projectId: project,
      bytes: fs.readFileSync(SCRIPT),
      filename: 'night-ferry.fountain',
    })
    const stats = await episodes(ada).getStats(episodeId)
    expect(stats).toMatchObject({
      scenes: 4,
      shots: 0,
      panels: 0,
      dialogueLines: 5,
      characters: 2,
      percentage: 0,
    })
    expect(stats.estimatedDuration).toBeGreaterThan(0)
    expect(await failure(episodes(bob).getStats(episodeId))).toMatchObject({ code: 'not-found' })
  })

  it('finds nothing where there is nothing, and says so where it was to be changed', async () => {
    const none = '00000000-0000-7000-8000-000000000000'
    expect(await episodes(ada).findById(none)).toBeNull()
    expect(await episodes(ada).delete(none)).toBe(false)
    // All are watched from the start: one that fails while another is awaited is not lost.
    const outcomes = await Promise.all(
      [
        episodes(ada).update(none, { title: 'X' }),
        episodes(ada).updateScript(none, { text: 'x' }),
        episodes(ada).updateProduction(none, { sceneCount: 1 }),
        episodes(ada).getStats(none),
        episodes(ada).create({ project: none, title: 'X' }),
      ].map(failure),
    )
    for (const outcome of outcomes) expect(outcome).toMatchObject({ code: 'not-found', status: 404 })
  })

  it('names every field that is wrong in one error', async () => {
    const failed = await failure(
      episodes(ada).create({ project, title: '', episodeNumber: -1, status: 'gone' as never }),
    )
    expect(failed.problems?.map(({ field }) => field).sort()).toEqual(['episodeNumber', 'status', 'title'])
  })

  it('deletes scenes with their episode and keeps its number free', async () => {
    const { episodeId } = await scripts(ada).import({
      projectId: project,
      bytes: bytes('INT. CELLAR - NIGHT\n\nDust.\n'),
    })
    expect(await episodes(vera).delete(episodeId)).toBe(false)
    expect(await episodes(ada).delete(episodeId)).toBe(true)
    const { totalDocs } = await studio.payload.count({
      collection: 'scenes',
      where: { episode: { equals: episodeId } },
      trash: true,
    })
    expect(totalDocs).toBe(0)
  })
})

describe('the voices of a cast', () => {
  it('are made once for who speaks, and one that a person chose stays', async () => {
    const { payload } = studio
    const { castVoices, ensureVoices } = await import('@/database/services/characters/castVoices')
    const { assignVoices } = await import('@/speech')
    const { id } = await projects(ada).create({ title: 'Voices' })
    const person = (name: string, more = {}) =>
      payload.create({
        collection: 'characters',
        data: { project: id, scope: 'project', name, lineCount: 1, ...more },
        depth: 0,
      })
    const voice = { provider: 'local', language: 'de', settings: { pitch: 20, rate: 120 } } as const
    const shared = await payload.create({
      collection: 'voices',
      data: { ...voice, name: 'Of all', providerVoiceId: 'm1' },
    })
    const nora = await person('Nora')
    const sam = await person('Sam', { voiceProfile: { voice: shared.id, settings: { rate: 140 } } })
    const silent = await person('Silent', { lineCount: 0 })
    await ensureVoices(payload, id, assignVoices)
    await ensureVoices(payload, id, assignVoices)
    const { docs } = await payload.find({ collection: 'voices', where: { project: { equals: id } } })
    expect(docs.map(({ name }) => name)).toEqual(['Nora’s voice'])
    const voices = await castVoices(payload, id, assignVoices)
    expect(voices.of(String(nora.id))).toMatchObject({
      name: 'NORA',
      voice: { id: docs[0]?.providerVoiceId },
    })
    expect(voices.of(String(sam.id))?.voice).toEqual({ id: 'm1', language: 'de', pitch: 20, rate: 140 })
    expect(voices.of(String(silent.id))?.voice.id).toEqual(expect.any(String))
    expect(voices.of(null)).toBeNull()
  })
})

describe('services of documents', () => {
  it('answer alike where there is nothing, whatever the document', async () => {
    const { payload } = studio
    const { MediaService } = await import('@/database/services/MediaService')
    const { CharacterService } = await import('@/database/services/CharacterService')
    for (const [noun, service] of [
      ['project', new s.ProjectService({ payload })],
      ['episode', new s.EpisodeService({ payload })],
      ['scene', new s.SceneService({ payload })],
      ['character', new CharacterService({ payload })],
      ['media file', new MediaService({ payload })],
    ] as const) {
      expect(await service.findById('none')).toBeNull()
      expect(await service.delete('none')).toBe(false)
      const failed = await failure(service.update('none', {}))
      expect(failed).toMatchObject({ code: 'not-found', status: 404 })
      expect(failed.message).toContain(noun)
    }
  })
})

describe('services without an instance', () => {
  it('work on this process’s own Payload', async () => {
    const project = await s.ProjectService.create({ title: 'Static', createdBy: String(ada.id) })
    expect(await s.ProjectService.findById(project.id)).toMatchObject({ title: 'Static' })
    const episode = await s.EpisodeService.create({ project: project.id, title: 'One' })
    expect(await s.EpisodeService.findByProject(project.id)).toMatchObject([{ id: episode.id }])
    expect(await s.ProjectService.delete(project.id)).toBe(true)
    expect(await s.EpisodeService.findById(episode.id)).toBeNull()
  })
})

describe('importing', () => {
  const open = async (title: string) => (await projects(ada).create({ title })).id

  it('makes one episode of two imports at the same moment', async () => {
    const project = await open('At once')
    const file = { projectId: project, bytes: fs.readFileSync(SCRIPT), filename: 'ferry.fountain' }
    const results = await Promise.all([scripts(ada).import(file), scripts(ada).import(file)])
    expect(new Set(results.map(({ episodeId }) => episodeId)).size).toBe(1)
    expect(results.map(({ isNew }) => isNew).sort()).toEqual([false, true])
    expect(await count('episodes', project)).toBe(1)
    expect(await count('scenes', project)).toBe(4)
    expect(await count('characters', project)).toBe(2)
    expect(await count('locations', project)).toBe(2)
  })

  it('makes one location of headings that differ only in case', async () => {
    const project = await open('Case')
    const result = await scripts(ada).import({
      projectId: project,
      bytes: bytes('INT. KITCHEN - DAY\n\nA.\n\nint. kitchen - day\n\nB.\n\nInt. Kitchen - Night\n\nC.\n'),
    })
    expect(result).toMatchObject({ scenes: 3, locations: 1 })
    expect(await count('locations', project)).toBe(1)
  })

  it('names the line of a character’s name of 5,000 characters and writes nothing', async () => {
    const project = await open('Long name')
    const failed = await failure(
      scripts(ada).import({
        projectId: project,
        bytes: bytes(`INT. A - DAY\n\nANN\nHi.\n\n${'B'.repeat(5_000)}\nHello.\n`),
      }),
    )
    expect(failed).toMatchObject({ code: 'script-unreadable', status: 422, problems: [{ line: 6 }] })
    for (const collection of ['episodes', 'scenes', 'characters', 'locations'] as const) {
      expect(await count(collection, project)).toBe(0)
    }
  })

  it('keeps the scenes, and the voices as old ones, of a script that changed', async () => {
    const { payload } = studio
    const { id: project } = await projects(ada).create({ title: 'Again' })
    const scene = (heading: string, words: string, line: string) =>
      `${heading}\n\n${words}\n\nMARA\n${line}\n\n`
    const bar = scene('INT. BAR - DAY', 'Mara counts her coins.', 'One more.')
    const pier = scene('EXT. PIER - NIGHT', 'Gulls fight over a glove.', 'Come back.')
    const room = scene('INT. ROOM - DAY', 'Dust and an open trunk.', 'Nothing.')
    const hall = scene('INT. HALL - DAY', 'The clock has stopped.', 'Hello?')
    const read = (text: string, episodeId?: string) =>
      scripts(ada).import({ projectId: project, bytes: bytes(text), episodeId })
    const { episodeId } = await read(bar + pier + room)
    const scenes = new s.SceneService({ payload })
    const before = await scenes.findByEpisode(episodeId)
    const audio = await payload.create({
      collection: 'media',
      data: { project, alt: 'Mara' },
      file: { name: 'mara.txt', data: Buffer.from('a'), mimetype: 'text/plain', size: 1 },
    })
    for (const { id, dialogueLines } of before) {
      const lines = dialogueLines?.map((line) => ({ ...line, audio: audio.id, duration: 9 }))
      await scenes.update(id, { dialogueLines: lines })
    }
    const again = await read(hall + room + bar.replace('One more.', 'Two more.'), episodeId)
    expect(again.diff).toEqual({ added: 1, removed: 1, changed: 1, moved: 1, unchanged: 0 })
    const after = await scenes.findByEpisode(episodeId)
    expect(after.map(({ id }) => id).slice(1)).toEqual([before[2]?.id, before[0]?.id])
    expect(after.map(({ sceneNumber, order }) => [sceneNumber, order])).toEqual([
      ['1', 1],
      ['2', 2],
      ['3', 3],
    ])
    const [, sameLine, changedLine] = after.map(({ dialogueLines }) => dialogueLines?.[0])
    expect(sameLine).toMatchObject({ audio: audio.id, audioIsStale: false, duration: 9 })
    expect(changedLine).toMatchObject({
      id: before[0]?.dialogueLines?.[0]?.id,
      text: 'Two more.',
      audio: audio.id,
      audioIsStale: true,
    })
    expect(changedLine?.duration).toBeLessThan(9)
  })

  it('refuses viewers and outsiders', async () => {
    const project = await open('Closed')
    const file = { projectId: project, bytes: bytes('INT. A - DAY\n\nHello.\n') }
    expect(await failure(scripts(bob).import(file))).toMatchObject({ code: 'not-found', status: 404 })
    await projects(ada).addCollaborator(project, String(vera.id), 'viewer')
    expect(await failure(scripts(vera).import(file))).toMatchObject({ code: 'forbidden', status: 403 })
    expect(await count('episodes', project)).toBe(0)
  })

  it('finishes an import that was cut off between its text and its scenes', async () => {
    const project = await open('Cut off')
    const { episodeId } = await scripts(ada).import({
      projectId: project,
      bytes: fs.readFileSync(SCRIPT),
      filename: 'ferry.fountain',
    })
    const scenes = await new s.SceneService({ payload: studio.payload }).findByEpisode(episodeId)
    const kept = scenes[0]?.id
    // As a crash leaves it: the text is there, two scenes are not yet.
    for (const scene of scenes.slice(2)) {
      await studio.payload.db.deleteOne({ collection: 'scenes', where: { id: { equals: scene.id } } })
    }
    const episode = await studio.payload.findByID({ collection: 'episodes', id: episodeId, depth: 0 })
    await studio.payload.db.updateOne({
      collection: 'episodes',
      id: episodeId,
      data: { script: { ...episode.script, importState: 'importing' } },
    })
    expect(await scripts().resumeImports()).toEqual([episodeId])
    const after = await new s.SceneService({ payload: studio.payload }).findByEpisode(episodeId)
    expect(after.map(({ order }) => order)).toEqual([1, 2, 3, 4])
    expect(after[0]?.id).toBe(kept)
    expect(await scripts().resumeImports()).toEqual([])
  })

  it('takes a script of 2,000 scenes', async () => {
    const project = await open('Very long')
    const text = Array.from(
      { length: 2_000 },
      (_, index) =>
        `${index % 2 ? 'INT' : 'EXT'}. PLACE ${index % 50} - DAY\n\nSomething happens, number ${index + 1}.\n\nPERSON ${index % 20}\nLine ${index + 1}.\n`,
    ).join('\n')
    const result = await scripts(ada).import({
      projectId: project,
      bytes: bytes(text),
      filename: 'long.fountain',
    })
    expect(result).toMatchObject({ scenes: 2_000, characters: 20, locations: 50, dialogueLines: 2_000 })
    expect(await count('scenes', project)).toBe(2_000)
    const scene = await new s.SceneService({ payload: studio.payload }).findByNumber(result.episodeId, '1777')
    expect(scene).toMatchObject({ order: 1_777, heading: 'EXT. PLACE 26 - DAY' })
    expect(scene?.dialogueLines).toMatchObject([{ cue: 'PERSON 16', text: 'Line 1777.' }])
  }, 300_000)
})

describe('media on a disk', () => {
  const short = 'INT. BOX - DAY\n\nA box.\n'
  const start = async (title: string) => {
    const project = (await projects(ada).create({ title })).id
    const { episodeId } = await scripts(ada).import({ projectId: project, bytes: bytes(short) })
    return { project, episodeId }
  }

  it('leaves no records where the media folder cannot be used, and goes on when it can', async () => {
    const { project, episodeId } = await start('No folder')
    const runs = new s.RunService({ payload: studio.payload, user: ada })
    // A full disk, on which the folder is there and has no room, is in diskFull.test.ts.
    const aside = `${place.mediaDir}-aside`
    if (fs.existsSync(place.mediaDir)) fs.renameSync(place.mediaDir, aside)
    fs.writeFileSync(place.mediaDir, 'not a folder')
    const before = { media: await count('media', project), panels: await count('panels', project) }
    await runs.start({ episodeId })
    // Attempts wait for their backoff; what is waited for here is the last of them.
    const failed = await work(episodeId)
    expect(failed?.state).toBe('failed')
    expect(failed?.failures[0]?.message).toBeTruthy()
    expect({ media: await count('media', project), panels: await count('panels', project) }).toEqual(before)

    fs.rmSync(place.mediaDir)
    if (fs.existsSync(aside)) fs.renameSync(aside, place.mediaDir)
    const status = await runs.latestForEpisode(episodeId)
    await runs.retryFailed(String(status?.runId))
    expect(await work(episodeId)).toMatchObject({ state: 'done', failures: [] })
    expect(await count('panels', project)).toBe(await count('shots', project))
  }, 280_000)

  it('shows a board and writes exports where a picture was deleted under the server', async () => {
    const { project, episodeId } = await start('Lost picture')
    await new s.RunService({ payload: studio.payload, user: ada }).start({ episodeId })
    expect(await work(episodeId)).toMatchObject({ state: 'done' })
    const { docs } = await studio.payload.find({
      collection: 'panels',
      where: { project: { equals: project } },
      depth: 1,
    })
    const image = docs[0]?.image as { filename: string }
    fs.rmSync(path.join(place.mediaDir, image.filename))
    const board = await new s.StoryboardService({ payload: studio.payload, user: ada }).board(episodeId)
    expect(board?.totals.panels).toBe(docs.length)
    for (const format of ['pdf', 'csv', 'animatic'] as const) {
      const file = path.join(place.dir, `lost.${format}`)
      const written = await new s.ExportService({ payload: studio.payload, user: ada }).export(
        episodeId,
        format,
        file,
      )
      if (written) expect(fs.statSync(written).size).toBeGreaterThan(100)
      else expect(format).toBe('animatic')
      expect(fs.existsSync(`${file}.part`)).toBe(false)
    }
  }, 280_000)
})
