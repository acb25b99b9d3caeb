import { createLocalReq } from 'payload'
import { describe, expect, it } from 'vitest'
import { writeWav } from '@/lib/audio/wav'
import type { Media, Scene, Shot } from '@/payload-types'
import { coverageHelpers } from './coverageHelpers'
import { describeEngines } from './engines'
import { createMedia } from './fixtures'
import { asAdmin, signedIn } from './restApi'
import { scriptHelpers } from './scriptHelpers'

const sound = (seconds: number): Buffer =>
  writeWav(new Float32Array(Math.round(8000 * seconds)).fill(0.1), 8000)

const script =
  'INT. MILL - DAY\n\nThe wheel turns.\n\nADA\nStop.\n\nThe wheel stands.\n\nEXT. RIVER - NIGHT\n\nBEN\nGo on.\n'

describeEngines('A recording that a person brings', (booted) => {
  const { payload, rest, patch, api } = asAdmin(booted)
  const { read, scenesOf } = scriptHelpers(payload)
  const { suggest, board } = coverageHelpers(payload)

  const upload = async (project: string, data: Buffer, id = ''): Promise<Media> => {
    const form = new FormData()
    form.set('_payload', JSON.stringify({ project }))
    form.set('file', new File([new Uint8Array(data)], 'take.wav', { type: 'audio/wav' }))
    const { body } = await rest(`/media${id && `/${id}`}`, { method: id ? 'PATCH' : 'POST', body: form })
    return body.doc
  }
  const start = async () => {
    const { project, episodeId } = await read(script)
    await suggest(episodeId)
    const [scene] = (await scenesOf(episodeId)) as [Scene]
    return { project, episodeId, scene }
  }
  const sceneOf = async (episodeId: string): Promise<Scene> => ((await scenesOf(episodeId)) as [Scene])[0]
  const give = async (scene: Scene, audio: unknown): Promise<number> => {
    const [line, ...others] = scene.dialogueLines ?? []
    const { status, body } = await patch(`/scenes/${scene.id}`, {
      dialogueLines: [{ ...line, audio }, ...others],
    })
    expect([status, body.doc?.dialogueLines?.length]).toEqual([200, scene.dialogueLines?.length])
    return body.doc.dialogueLines[0].duration
  }
  const shotOfLine = async ({ id, dialogueLines }: Scene): Promise<Shot> => {
    const { docs } = await payload().find({ collection: 'shots', where: { scene: { equals: id } }, depth: 0 })
    return docs.find((shot) => shot.dialogueLineIds?.includes(String(dialogueLines?.[0]?.id))) as Shot
  }
  const schedule = async (episodeId: string) =>
    (await import('@/database/services/exports/scheduleEpisode')).scheduleEpisode(payload(), episodeId)
  const warnings = async (episodeId: string) => {
    const { ExportService } = await import('@/database/services/ExportService')
    const found = await new ExportService({ payload: payload() }).warnings(episodeId)
    return found.filter(({ kind }) => kind === 'sound').map(({ message }) => message)
  }

  it('is measured when it comes in, and when another takes its place', async () => {
    const { project } = await start()
    const media = await upload(project, sound(7.125))
    expect(media.durationSeconds).toBe(7.125)
    expect((await upload(project, sound(0.5), media.id)).durationSeconds).toBe(0.5)
  })

  it('says how long its line is, and the shot that hears it is as long', async () => {
    const { project, episodeId, scene } = await start()
    const before = await shotOfLine(scene)
    expect(before.duration).toBeLessThan(7)
    expect(await give(scene, (await upload(project, sound(7.125))).id)).toBe(7.13)
    await schedule(episodeId)
    const after = await shotOfLine(scene)
    expect([after.duration, after.origin]).toEqual([7.2, 'ai'])
    const { scenes } = await board(episodeId)
    const [own] = scenes
    const shots = own?.shots.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0) ?? 0
    expect(own?.durationSeconds).toBeGreaterThanOrEqual(Math.round(shots * 10) / 10)
    expect(await warnings(episodeId)).toEqual([])
  })

  it('is as long in the film when its line says less by then, and no next voice speaks into it', async () => {
    const words = (ada: string) =>
      `INT. MILL - DAY\n\nADA\n${ada}\n\nThe wheel turns, and turns, and turns.\n\nBEN\nNo.\n`
    const { project, episodeId } = await read(words('Stop the wheel before it takes the roof with it.'))
    await suggest(episodeId)
    await give(await sceneOf(episodeId), (await upload(project, sound(5))).id)
    await read(words('Stop it.'), { project, episodeId })
    const changed = await sceneOf(episodeId)
    const [line] = changed.dialogueLines ?? []
    expect([line?.audioIsStale, line?.audioIsChosen, (line?.duration ?? 9) < 3]).toEqual([true, true, true])
    const { id } = await shotOfLine(changed)
    await payload().db.updateOne({ collection: 'shots', id, data: { duration: 2.8, origin: 'ai' } })
    expect((await warnings(episodeId)).join()).toContain('what is heard in it takes 5 s')
    await schedule(episodeId)
    expect((await shotOfLine(changed)).duration).toBeGreaterThanOrEqual(5)
    expect(await warnings(episodeId)).toEqual([])
    const [ada, ben] = (await sceneOf(episodeId)).dialogueLines ?? []
    expect((ben?.start ?? 0) - (ada?.start ?? 0)).toBeGreaterThanOrEqual(5)
    await suggest(episodeId, 'all')
    expect((await shotOfLine(changed)).duration).toBeGreaterThanOrEqual(5)
  })

  it('reaches its shot when shots are suggested again as well', async () => {
    const { project, episodeId, scene } = await start()
    await give(scene, (await upload(project, sound(6))).id)
    await suggest(episodeId, 'all')
    expect((await shotOfLine(scene)).duration).toBeGreaterThanOrEqual(6)
  })

  it('leaves the length of a shot that is a person’s, and the run and the list say so', async () => {
    const { project, episodeId, scene } = await start()
    const { id, shotNumber } = await shotOfLine(scene)
    expect((await patch(`/shots/${id}`, { duration: 2.5 })).status).toBe(200)
    const { outputParts } = await import('@/database/services/exports/madeFrom/parts')
    const { outputChanges } = await import('@/database/services/exports/madeFrom/changes')
    const printed = async () =>
      outputParts(
        {
          board: await board(episodeId),
          episode: await payload().findByID({ collection: 'episodes', id: episodeId, depth: 0 }),
          project: await payload().findByID({ collection: 'projects', id: project, depth: 0 }),
          identityOf: () => null,
        },
        'csv',
      )
    const made = await printed()
    await give(scene, (await upload(project, sound(5))).id)
    await schedule(episodeId)
    expect((await shotOfLine(scene)).duration).toBe(2.5)
    expect(outputChanges(made, await printed())).toEqual(['one shot of scene 1 has sound of another length'])
    expect(await warnings(episodeId)).toEqual([
      `Scene 1, shot ${shotNumber} has 2.5 s, and what is heard in it takes 5 s: the sound runs on over the next shots.`,
    ])
    const { storyboardDocument } = await import('@/database/services/exports/storyboardDocument')
    const episode = await payload().findByID({ collection: 'episodes', id: episodeId, depth: 0 })
    const list = storyboardDocument(await board(episodeId), episode, () => null)
    const remarks = list.scenes.flatMap(({ shots }) => shots.map(({ remark }) => remark)).filter(Boolean)
    expect(remarks).toEqual(['Its sound takes 5 s and runs on after it'])
  })

  it('is measured when it is put to a line, where it came in before lengths were read', async () => {
    const { project, scene } = await start()
    const { id } = await upload(project, sound(4))
    await payload().db.updateOne({ collection: 'media', id, data: { durationSeconds: null } })
    expect(await give(scene, id)).toBe(4)
    expect((await payload().findByID({ collection: 'media', id })).durationSeconds).toBe(4)
  })

  it('is measured when the episode is put together, where its line has had it since before', async () => {
    const { project, episodeId, scene } = await start()
    const { id } = await upload(project, sound(5.5))
    await give(scene, id)
    const stored = await payload().findByID({ collection: 'scenes', id: scene.id, depth: 0 })
    const [line, ...others] = stored.dialogueLines ?? []
    await patch(`/scenes/${scene.id}`, { dialogueLines: [{ ...line, duration: 1.37 }, ...others] })
    await payload().db.updateOne({ collection: 'media', id, data: { durationSeconds: null } })
    expect((await warnings(episodeId)).join()).toContain('could not be measured')
    await schedule(episodeId)
    expect((await shotOfLine(scene)).duration).toBe(5.5)
    expect(await warnings(episodeId)).toEqual([])
  })

  it('leaves the duration of its line to people from then on', async () => {
    const { project, scene } = await start()
    const { id } = await upload(project, sound(3))
    await give(scene, id)
    const req = await createLocalReq({}, payload())
    const stored = (await payload().findByID({ collection: 'scenes', id: scene.id, depth: 0, req })) as Scene
    const [line, ...others] = stored.dialogueLines ?? []
    await patch(`/scenes/${scene.id}`, { dialogueLines: [{ ...line, duration: 3.4 }, ...others] })
    const again = await payload().findByID({ collection: 'scenes', id: scene.id, depth: 0 })
    expect(again.dialogueLines?.[0]?.duration).toBe(3.4)
  })

  describe('put to its line from the board', () => {
    const put = (sceneId: string, body: unknown) =>
      api(`/scenes/${sceneId}/recordings`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const lineOf = async (episodeId: string, index = 0) => (await board(episodeId)).scenes[0]?.lines[index]
    const twoLines = 'INT. MILL - DAY\n\nThe wheel turns.\n\nADA\nStop.\n\nBEN\nNo.\n'

    it('says how long the line is, and is a person’s until it is taken away', async () => {
      const { project, episodeId, scene } = await start()
      const lineId = String(scene.dialogueLines?.[0]?.id)
      const mediaId = (await upload(project, sound(3.25))).id
      const answer = await put(scene.id, { lineId, mediaId })
      expect([answer.status, await answer.json()]).toEqual([200, { lineId, mediaId, durationSeconds: 3.25 }])
      const heard = await lineOf(episodeId)
      expect([heard?.audio?.id, heard?.audioIsChosen, heard?.audioIsStale]).toEqual([mediaId, true, false])
      expect((await put(scene.id, { lineId, mediaId: null })).status).toBe(200)
      const silent = await lineOf(episodeId)
      expect([silent?.audio, silent?.audioIsChosen, silent?.text]).toEqual([null, false, 'Stop.'])
    })

    it('stays when another line of the scene gets one at the same moment', async () => {
      const { project, episodeId } = await read(twoLines)
      const [scene] = (await scenesOf(episodeId)) as [Scene]
      const ids = (scene.dialogueLines ?? []).map(({ id }) => String(id))
      const takes = [(await upload(project, sound(1))).id, (await upload(project, sound(2))).id]
      const answers = await Promise.all(
        ids.map((lineId, index) => put(scene.id, { lineId, mediaId: takes[index] })),
      )
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      const [first, second] = [await lineOf(episodeId, 0), await lineOf(episodeId, 1)]
      expect([first?.audio?.id, second?.audio?.id]).toEqual(takes)
    })

    it('is refused where it is none, or there is no such line', async () => {
      const { project, scene } = await start()
      const lineId = String(scene.dialogueLines?.[0]?.id)
      const mediaId = (await upload(project, sound(1))).id
      expect((await put(scene.id, { lineId: 'no-line', mediaId })).status).toBe(404)
      const { id: picture } = await createMedia(payload(), project)
      expect((await put(scene.id, { lineId, mediaId: picture })).status).toBe(400)
      const elsewhere = (await upload((await start()).project, sound(1))).id
      expect((await put(scene.id, { lineId, mediaId: elsewhere })).status).toBe(400)
    })
  })

  it('is of the project of the document over which its form is opened', async () => {
    const { project, episodeId, scene } = await start()
    const { user } = await signedIn(payload())
    const { user: stranger } = await signedIn(payload(), 'producer')
    const prefilled = async (
      page: string,
      headers: Record<string, string> = { 'next-action': 'x' },
      of = user,
    ) => {
      const req = await createLocalReq(
        { user: of, req: { headers: new Headers({ referer: `http://studio.test${page}`, ...headers }) } },
        payload(),
      )
      const field = payload().collections.media.config.flattenedFields.find(({ name }) => name === 'project')
      const { defaultValue } = field as { defaultValue: (args: object) => Promise<unknown> }
      return defaultValue({ req, user: of, locale: undefined })
    }
    expect(await prefilled(`/admin/collections/scenes/${scene.id}`)).toBe(project)
    expect(await prefilled(`/admin/collections/episodes/${episodeId}/storyboard?x=1`)).toBe(project)
    expect(await prefilled(`/admin/collections/projects/${project}`)).toBe(project)
    expect(await prefilled('/admin/collections/media/create')).toBeUndefined()
    expect(await prefilled('/admin/collections/nonsense/1')).toBeUndefined()
    expect(await prefilled(`/admin/collections/scenes/${scene.id}`, {})).toBeUndefined()
    expect(await prefilled(`/admin/collections/scenes/${scene.id}`, undefined, stranger)).toBeUndefined()
  })

  it('is refused where it is longer than a shot can be, and named', async () => {
    const { project, scene } = await start()
    const hour = writeWav(new Float32Array(500 * 3_700).fill(0.1), 500)
    const media = await upload(project, hour)
    const [line, ...others] = scene.dialogueLines ?? []
    const { status, text } = await patch(`/scenes/${scene.id}`, {
      dialogueLines: [{ ...line, audio: media.id }, ...others],
    })
    expect(status).toBe(400)
    expect(text).toContain('dialogueLines.0.audio is longer than 60 minutes')
  })
})
