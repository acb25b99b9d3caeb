import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { PayloadRequest } from 'payload'
import { afterAll, expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createMedia, createProjectTree, createShot, createUser } from './fixtures'

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'showrunner-outputs-'))
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }))

describeEngines('The outputs of an episode', (booted) => {
  const payload = () => booted().payload

  /** What the step `assemble` does of the documents. */
  async function assemble(episodeId: string, projectId: string) {
    const { ExportService } = await import('@/database/services/ExportService')
    const { MediaService } = await import('@/database/services/MediaService')
    const { saveOutputs } = await import('@/database/services/exports/saveOutputs')
    const outputs: Record<string, string> = {}
    for (const format of ['pdf', 'csv'] as const) {
      const made = await new ExportService({ payload: payload() }).make(
        episodeId,
        format,
        path.join(dir, `board.${format}`),
      )
      const media = await new MediaService({ payload: payload() }).create({
        projectId,
        file: {
          data: fs.readFileSync(made?.path as string),
          mimeType: format === 'pdf' ? 'application/pdf' : 'text/csv',
          filename: `board.${format}`,
        },
        provenance: { provider: 'local', model: format },
        madeFrom: made?.madeFrom,
      })
      outputs[format] = String(media.id)
    }
    const episode = await payload().findByID({ collection: 'episodes', id: episodeId, depth: 0 })
    await saveOutputs(payload(), episode, outputs)
  }

  async function assembled() {
    const tree = await createProjectTree(payload())
    const second = await createShot(payload(), tree.scene.id, { order: 2, shotNumber: '2' })
    const other = await payload().create({
      collection: 'scenes',
      data: {
        episode: tree.episode.id,
        sceneNumber: '2',
        heading: 'EXT. QUAY - NIGHT',
        order: 2,
        status: 'pending',
      },
    })
    const redo = () => assemble(tree.episode.id, tree.project.id)
    const { StoryboardService } = await import('@/database/services/StoryboardService')
    const service = new StoryboardService({ payload: payload() })
    const outputs = async () => (await service.board(tree.episode.id))?.outputs
    const reasons = async () => {
      const { pdf, csv } = (await outputs()) ?? {}
      for (const output of [pdf, csv]) expect(output?.isOutOfDate).toBe((output?.reasons.length ?? 0) > 0)
      return { pdf: pdf?.reasons, csv: csv?.reasons }
    }
    await redo()
    return { ...tree, second, other, service, redo, outputs, reasons }
  }
  const none = { pdf: [], csv: [] }

  it('are up to date when they were just made, and after changes that they do not show', async () => {
    const { episode, scene, media, reasons } = await assembled()
    expect(await reasons()).toEqual(none)
    await payload().update({ collection: 'scenes', id: scene.id, data: { mood: 'tense' } })
    await payload().update({ collection: 'media', id: media.id, data: { alt: 'A room.' } })
    await payload().update({ collection: 'episodes', id: episode.id, data: { synopsis: 'Short.' } })
    expect(await reasons()).toEqual(none)
  })

  it('say that a picture was uploaded, chosen or replaced; a shot list shows none', async () => {
    const { project, shot, panel, media, service, redo, reasons } = await assembled()
    const user = (await createUser(payload(), 'admin')) as NonNullable<PayloadRequest['user']>
    const image = (await createMedia(payload(), project.id)).id
    await payload().create({
      collection: 'panels',
      data: { shot: shot.id, image, status: 'draft', origin: 'drawn' },
      user,
    })
    const pictures = ['one panel of scene 1 has another picture']
    expect(await reasons()).toEqual({ pdf: pictures, csv: [] })
    await service.choosePanel(panel.id)
    expect(await reasons()).toEqual(none)
    const data = fs.readFileSync('docs/images/panel.png')
    await payload().update({
      collection: 'media',
      id: media.id,
      data: {},
      file: { name: 'other.png', data, mimetype: 'image/png', size: data.length },
    })
    expect(await reasons()).toEqual({ pdf: pictures, csv: [] })
    await redo()
    expect(await reasons()).toEqual(none)
    await service.setPanelStatus(panel.id, 'approved')
    const approvals = ['one panel of scene 1 has another status']
    expect(await reasons()).toEqual({ pdf: approvals, csv: approvals })
  })

  it('say that shots were reordered, timed or deleted, and scenes deleted or rewritten', async () => {
    const { scene, shot, second, other, service, redo, reasons } = await assembled()
    const both = (reason: string) => ({ pdf: [reason], csv: [reason] })
    await service.reorderShots(scene.id, [second.id, shot.id])
    expect(await reasons()).toEqual(both('shots of scene 1 were reordered'))
    await redo()
    await payload().update({ collection: 'shots', id: shot.id, data: { duration: 7 } })
    expect(await reasons()).toEqual(both('one shot of scene 1 has another length'))
    await payload().update({ collection: 'shots', id: shot.id, data: { duration: 3 } })
    expect(await reasons()).toEqual(none)
    await payload().delete({ collection: 'shots', id: second.id })
    expect(await reasons()).toEqual(both('one shot of scene 1 was deleted'))
    await redo()
    await payload().update({ collection: 'scenes', id: other.id, data: { heading: 'EXT. PIER - NIGHT' } })
    expect(await reasons()).toEqual(both('the heading of scene 2 changed'))
    await payload().delete({ collection: 'scenes', id: other.id })
    expect(await reasons()).toEqual(both('scene 2 was deleted'))
    await redo()
    expect(await reasons()).toEqual(none)
  })

  it('from before it was kept say that nothing is known; a file of a person’s own is theirs, and stays', async () => {
    const { episode, project, redo, outputs } = await assembled()
    const pdf = (await outputs())?.pdf?.id as string
    await payload().update({ collection: 'media', id: pdf, data: { madeFrom: null } })
    expect((await outputs())?.pdf).toMatchObject({
      isOutOfDate: true,
      reasons: [expect.stringContaining('before')],
    })
    const own = (await createMedia(payload(), project.id)).id
    await payload().update({
      collection: 'episodes',
      id: episode.id,
      data: { outputs: { storyboardPdf: own } },
      depth: 0,
    })
    expect((await outputs())?.pdf).toMatchObject({ id: own, isOutOfDate: false, reasons: [] })
    const { ownOutputs } = await import('@/database/services/exports/saveOutputs')
    const read = () => payload().findByID({ collection: 'episodes', id: episode.id, depth: 0 })
    expect([...(await ownOutputs(payload(), await read()))]).toEqual(['pdf'])
    await redo()
    expect((await outputs())?.pdf).toMatchObject({ id: own })
    expect((await outputs())?.csv).toMatchObject({ isOutOfDate: false })
  })
})
