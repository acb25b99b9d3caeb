import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { coverageHelpers, expectNoneHidden } from './coverageHelpers'
import { describeEngines } from './engines'
import { createMedia, createUser } from './fixtures'
import { scriptHelpers } from './scriptHelpers'

const OLD = readFileSync('samples/the-last-signal.fountain', 'utf8')
const NEW = OLD.replace('Wind now. The sky has gone', 'Wind now, and rain in it. The sky has gone')
const SENTENCES = ['Wind now.', 'The sky has gone the colour of slate.', 'Mila counts heads into the car']
const COUNTS = /Mila counts heads/

describeEngines('A paragraph that changes and changes back', (booted) => {
  const payload = () => booted().payload
  const { read, drafts } = scriptHelpers(payload)
  const { suggest, board } = coverageHelpers(payload)
  const five = async (episodeId: string) => {
    const scene = (await board(episodeId)).scenes.find(({ sceneNumber }) => sceneNumber === '5')
    if (!scene) throw new Error('There is no scene 5.')
    return scene
  }
  const shown = async (episodeId: string) =>
    (await five(episodeId)).shots.map(({ description }) => description).join(' ')

  /** @param draws which of the shots has a drawing of a person's: none where machines made all */
  const begin = async (draws: (description: string) => boolean) => {
    const user = (await createUser(payload(), 'admin')) as never
    const { project, episodeId } = await read(OLD)
    await suggest(episodeId)
    const before = await five(episodeId)
    expect(before.shots.filter(({ description }) => COUNTS.test(description))).toHaveLength(1)
    for (const { id, description } of before.shots) {
      if (!draws(description)) continue
      const image = (await createMedia(payload(), project)).id
      await payload().create({
        collection: 'panels',
        data: { shot: id, image, origin: 'drawn' } as never,
        user,
      })
    }
    const draft = await (await drafts(user)).propose(episodeId, { text: NEW })
    await (await drafts(user)).apply(draft.id as string)
    return { user, episodeId, before, draftId: draft.id as string }
  }

  it.each([
    ['the first sentence of it is drawn', (description: string) => /Wind now/.test(description)],
    ['another sentence of it is drawn', (description: string) => COUNTS.test(description)],
    ['nothing of it is drawn', () => false],
  ])('has every sentence in a shot, where %s', async (_, draws) => {
    const { user, episodeId, before, draftId } = await begin(draws)
    const marks = (await five(episodeId)).coverage.shotsWithWordsGone
    const gone = before.shots.find(({ description }) => /Wind now/.test(description))
    for (const { shotId, isSaidStill } of marks) expect(isSaidStill).toBe(shotId !== gone?.id)
    const counts = before.shots.find(({ description }) => COUNTS.test(description))
    await suggest(episodeId)
    expect(await shown(episodeId)).toMatch(COUNTS)
    expect((await five(episodeId)).shots.map(({ id }) => id)).toContain(counts?.id)

    await (await drafts(user)).undo(draftId)
    const undone = await five(episodeId)
    expect(undone.coverage.newAction).toHaveLength(1)
    expect(undone.coverage.isOutOfDate).toBe(true)
    await suggest(episodeId)
    const after = await five(episodeId)
    expectNoneHidden(after)
    for (const sentence of SENTENCES) expect(await shown(episodeId)).toContain(sentence)
    expect(await shown(episodeId)).not.toContain('rain in it')
    expect(after.shots.map(({ id }) => id)).toContain(counts?.id)
    expect(after.shots.filter(({ description }) => COUNTS.test(description))).toHaveLength(1)
    expect(after.coverage).toMatchObject({ isOutOfDate: false, newAction: [], shotsWithWordsGone: [] })
    expect(after.shots).toHaveLength(before.shots.length)
  })

  it('is foretold to lose the shot alone whose sentence is gone', async () => {
    const { user, episodeId } = await begin((description) => /Wind now/.test(description))
    await suggest(episodeId)
    const draft = await (await drafts(user)).propose(episodeId, { text: OLD })
    const { effects } = draft.scenes.find(({ effects: { messages } }) => messages.length > 0) ?? {}
    expect(effects?.messages.join(' ')).not.toMatch(/Two shots will be taken out/)
    await (await drafts(user)).apply(draft.id as string)
    const count = (await five(episodeId)).shots.length
    await suggest(episodeId)
    expect((await five(episodeId)).shots).toHaveLength(count - (effects?.shotsOut ?? 0))
    for (const sentence of SENTENCES) expect(await shown(episodeId)).toContain(sentence)
  })
})
