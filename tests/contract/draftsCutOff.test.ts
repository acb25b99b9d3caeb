import { expect, it } from 'vitest'
import { refreshProgress } from '@/database/services/projects/refreshProgress'
import type { Scene } from '@/payload-types'
import { describeEngines } from './engines'
import { createMedia } from './fixtures'
import { killed, momentAfter } from './killed'
import { block, scriptHelpers } from './scriptHelpers'

const before =
  block(
    'INT. KITCHEN - DAY',
    'Nora peels an orange.',
    ['NORA', 'You came.'],
    ['BEN', 'Please.'],
    ['NORA', 'Wait for me.'],
  ) + block('EXT. YARD - NIGHT', 'The dog is gone.', ['NORA', 'Here, boy.'])
/**
 * Nora has another name, so has the kitchen; there are a new place, two new people, and a scene that is new, where one
 * of her lines moves with its recording.
 */
const after =
  block('INT. SCULLERY - DAY', 'Nina peels an orange.', ['NINA', 'You came.'], ['THE COOK', 'Please.']) +
  block('EXT. QUARRY - NIGHT', 'The dog is gone.', ['NINA', 'Here, boy.']) +
  block('INT. VAN - NIGHT', 'Rain on the roof.', ['DRIVER', 'Where to?'], ['NINA', 'Wait for me.'])

describeEngines('A draft with new people and places that is cut off', (booted) => {
  const payload = () => booted().payload
  const { drafts, read, scenesOf } = scriptHelpers(payload)

  const dying = (nth: number, work: () => Promise<unknown>) => killed(payload(), nth, work)

  const all = async (collection: 'characters' | 'locations', project: string) =>
    (
      await payload().find({
        collection,
        where: { project: { equals: project } },
        sort: 'name',
        depth: 0,
        pagination: false,
        joins: false,
        trash: true,
      })
    ).docs
  /** All that the draft touches, without what says when. */
  const snapshot = async ({ project, episodeId }: { project: string; episodeId: string }) => {
    const { script, production } = await payload().findByID({
      collection: 'episodes',
      id: episodeId,
      depth: 0,
      joins: false,
    })
    const { progress } = await payload().findByID({
      collection: 'projects',
      id: project,
      depth: 0,
      joins: false,
    })
    const plain = (value: object) =>
      JSON.parse(
        JSON.stringify(value, (key, each) =>
          key === 'updatedAt' || key === 'version' || each === null || each?.length === 0 ? undefined : each,
        ),
      )
    return plain({
      scenes: await scenesOf(episodeId),
      characters: await all('characters', project),
      locations: await all('locations', project),
      script: { ...script },
      production: { ...production },
      progress: { ...progress },
    })
  }
  const start = async () => {
    const { project, episodeId } = await read(before)
    const [nora] = (await all('characters', project)).filter(({ name }) => name === 'Nora')
    const [kitchen] = (await all('locations', project)).filter(({ name }) => name === 'Kitchen')
    const [first] = (await scenesOf(episodeId)) as [Scene]
    const audio = await createMedia(payload(), project)
    const dialogueLines = first.dialogueLines?.map((line) => ({ ...line, audio: audio.id, duration: 2 }))
    await payload().update({ collection: 'scenes', id: first.id, data: { dialogueLines } })
    await refreshProgress(payload(), project)
    return { project, episodeId, nora: nora?.id as string, kitchen: kitchen?.id as string }
  }
  const resume = async () => {
    const { ScriptService } = await import('@/database/services/ScriptService')
    await new ScriptService({ payload: payload() }).resumeImports()
  }

  it('is whole wherever it is cut off: applied, and undone', async () => {
    const service = await drafts()
    let applied: unknown
    for (let write = 1, isCutOff = true; isCutOff; write = momentAfter(write)) {
      const project = await start()
      const asItWas = await snapshot(project)
      const draft = await service.propose(project.episodeId, { text: after })
      const id = draft.id as string
      const apply = () =>
        service.apply(id, {
          sameCharacters: [[project.nora, 'NINA']],
          sameLocations: [[project.kitchen, 'SCULLERY']],
        })
      const isApplyCutOff = await dying(write, apply)
      await resume()
      if ((await service.get(id)).state === 'proposed') await apply()
      const names = async (collection: 'characters' | 'locations') =>
        (await all(collection, project.project)).map(({ name, aliases }) => [name, aliases ?? []])
      const { scenes, production, progress } = await snapshot(project)
      const now = {
        headings: scenes.map(({ heading }: Scene) => heading),
        people: scenes.map(({ characters }: Scene) => characters?.length),
        lines: scenes.map(({ dialogueLines }: Scene) =>
          dialogueLines?.map(({ cue, text, audio }) => [cue, text, !audio]),
        ),
        characters: await names('characters'),
        locations: await names('locations'),
        production,
        progress,
      }
      applied ??= now
      expect([write, now]).toEqual([write, applied])
      const isUndoCutOff = await dying(write, () => service.undo(id))
      await resume()
      if ((await service.get(id)).state === 'applied') await service.undo(id)
      expect([write, await snapshot(project)]).toEqual([write, asItWas])
      isCutOff = isApplyCutOff || isUndoCutOff
    }
    expect(applied).toMatchObject({
      headings: ['INT. SCULLERY - DAY', 'EXT. QUARRY - NIGHT', 'INT. VAN - NIGHT'],
      people: [2, 1, 2],
      locations: [
        ['Kitchen', ['Scullery']],
        ['Quarry', []],
        ['Van', []],
        ['Yard', []],
      ],
    })
  }, 240_000)

  it('keeps what its file had to say, wherever it is cut off', async () => {
    const service = await drafts()
    const encoded = (text: string) => Buffer.from(text, 'latin1')
    const remarksOf = async (id: string) =>
      (await payload().findByID({ collection: 'episodes', id, depth: 0, joins: false })).script?.remarks ?? []
    let expected: unknown
    for (let write = 1, isCutOff = true; isCutOff; write += 1) {
      const { episodeId } = await read(before)
      // Not UTF-8: read with a guess, which is a remark.
      const bytes = encoded(after.replace('Rain on the roof.', 'Déjà vu, été, à Orléans.'))
      const draft = await service.propose(episodeId, { bytes, filename: 'second.fountain' })
      const id = draft.id as string
      isCutOff = await dying(write, () => service.apply(id))
      await resume()
      if ((await service.get(id)).state === 'proposed') await service.apply(id)
      const kept = await remarksOf(episodeId)
      expect(kept).not.toEqual([])
      expected ??= kept
      expect([write, kept]).toEqual([write, expected])
    }
  }, 240_000)
})
