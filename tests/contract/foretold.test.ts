import { expect, it } from 'vitest'
import type { ScriptDraft } from '@/contracts'
import type { Scene, User } from '@/payload-types'
import { coverageHelpers } from './coverageHelpers'
import { describeEngines } from './engines'
import { createMedia, createUser } from './fixtures'
import { block, scriptHelpers } from './scriptHelpers'

const smithy = block(
  'INT. SMITHY - DAY',
  'HANNE pumps the bellows. Arne’s apron smokes.',
  ['HANNE', 'Hotter, Arne.'],
  ['ARNE', 'It glows.'],
)
const loft = ['Swallows nest in the beams.', ['ARNE', 'Up here, Hanne.'], ['HANNE', 'I see them.']] as const
const yard = block('EXT. YARD - DUSK', 'A cart without wheels.', ['ARNE', 'Tomorrow.'])
const whole = `${smithy}${loft[0]}\n\nARNE\n${loft[1][1]}\n\nHANNE\n${loft[2][1]}\n\n`
const split = smithy + block('INT. SMITHY - DAY', loft[0], [...loft[1]], [...loft[2]])

describeEngines('What a draft foretells', (booted) => {
  const payload = () => booted().payload
  const { drafts, read, scenesOf } = scriptHelpers(payload)
  const { suggest, board } = coverageHelpers(payload)

  /** Shots, an approved drawing of each, and a recording of each line. */
  const begin = async (text: string) => {
    const user = (await createUser(payload(), 'admin')) as User
    const { project, episodeId } = await read(text, { createdBy: user.id })
    await suggest(episodeId)
    for (const scene of await scenesOf(episodeId)) {
      const dialogueLines = []
      for (const line of scene.dialogueLines ?? [])
        dialogueLines.push({ ...line, audio: (await createMedia(payload(), project)).id })
      await payload().update({ collection: 'scenes', id: scene.id, data: { dialogueLines } })
    }
    for (const { id } of (await board(episodeId)).scenes.flatMap(({ shots }) => shots)) {
      const image = (await createMedia(payload(), project)).id
      const data = { shot: id, image, origin: 'drawn', status: 'approved' } as never
      await payload().create({ collection: 'panels', data, user })
    }
    return { project, episodeId, service: await drafts(user) }
  }
  const sum = ({ scenes }: ScriptDraft, of: 'recordingsStale' | 'panelsStale' | 'approved') =>
    scenes.reduce((total, { effects }) => total + effects[of], 0)
  const said = ({ scenes }: ScriptDraft) => scenes.flatMap(({ effects }) => effects.messages)
  /** What is so afterwards, once the shots have followed. */
  const came = async (episodeId: string) => {
    await suggest(episodeId)
    const { scenes } = await board(episodeId)
    return {
      recordingsStale: scenes.flatMap(({ lines }) => lines.filter((line) => line.audioIsStale || !line.audio))
        .length,
      panelsStale: scenes.flatMap(({ shots }) => shots.filter(({ panel }) => panel?.isStale)).length,
      gone: scenes.flatMap(({ coverage }) => coverage.shotsWithWordsGone).length,
    }
  }

  it('of somebody who is called otherwise is that nothing is lost, and so it comes', async () => {
    const { episodeId, service } = await begin(whole + yard)
    const text = (whole + yard).replaceAll('HANNE', 'SIGRID VIK').replaceAll('Hanne', 'Sigrid Vik')
    const draft = await service.propose(episodeId, { text })
    expect(draft.characters).toHaveLength(1)
    // Who says it is the same; one of them is spoken to by the old name.
    expect([sum(draft, 'recordingsStale'), sum(draft, 'panelsStale'), sum(draft, 'approved')]).toEqual([
      1, 0, 0,
    ])
    expect(said(draft)).toEqual(['One recording will say something else than the script.'])
    const same = draft.characters.map(({ old, new: name }) => [old.id, name] as [string, string])
    await service.apply(draft.id as string, { sameCharacters: same })
    expect(await came(episodeId)).toEqual({ recordingsStale: 1, panelsStale: 0, gone: 0 })
  })

  it('of text that moves into another scene is that shots and recordings go with it, and so it comes', async () => {
    const { episodeId, service } = await begin(whole + yard)
    const draft = await service.propose(episodeId, { text: split + yard })
    expect(sum(draft, 'recordingsStale')).toBe(0)
    expect(said(draft).join(' ')).not.toMatch(/not in the script|in no shot|something else/)
    expect(said(draft).join(' ')).toMatch(
      /shots? will go with (?:its|their) words to INT\. SMITHY - DAY, scene 2 of the new script\./,
    )
    expect(said(draft).join(' ')).toMatch(/of the new script\. (?:One|Two) approved panels? moves? along\./)
    await service.apply(draft.id as string)
    const { panelsStale, ...lost } = await came(episodeId)
    expect(lost).toEqual({ recordingsStale: 0, gone: 0 })
    expect(panelsStale).toBe(sum(draft, 'panelsStale'))
  })

  it('of text that moves to another place says why pictures of it are old', async () => {
    const { episodeId, service } = await begin(
      `${block('EXT. QUAY - DAWN', 'A barge ties up.')}${whole}${yard}`,
    )
    const { payload: api } = booted()
    // Of what is approved it is said that it is out of date, and no more.
    await api.update({ collection: 'panels', where: {}, data: { status: 'draft' } })
    const attic = block('INT. ATTIC - NIGHT', loft[0], [...loft[1]], [...loft[2]])
    const text = `${block('EXT. QUAY - DAWN', 'A barge ties up.')}${smithy}${attic}${yard}`
    const draft = await service.propose(episodeId, { text })
    expect(sum(draft, 'panelsStale')).toBeGreaterThan(0)
    expect(said(draft).join(' ')).toMatch(/panels? will be out of date: the words are in another place/)
    for (const message of said(draft)) expect(message).toMatch(/^[A-Z]/)
  })

  it('of a scene that goes while its text stays says that approvals go where its words go', async () => {
    const { episodeId, service } = await begin(
      smithy + block('EXT. YARD - DUSK', loft[0], [...loft[1]]) + yard,
    )
    const draft = await service.propose(episodeId, {
      text: `${smithy}${loft[0]}\n\nARNE\n${loft[1][1]}\n\n${yard}`,
    })
    const remarks = draft.warnings
      .map(({ message }) => message)
      .filter((each) => /not in the script/.test(each))
    expect(remarks).toEqual([
      'Scene 2 is not in the script any more and will be moved to the trash. What was approved of it goes where its words go.',
    ])
    expect(said(draft).join(' ')).toMatch(
      /will go with their words to INT\. SMITHY - DAY, scene 1 of the new/,
    )
  })

  it('of lines that are said otherwise, or not at all, is that their recordings are old', async () => {
    const { episodeId, service } = await begin(whole + yard)
    const text = (whole + yard).replace('It glows.', 'It is white.').replace('HANNE\nI see them.\n\n', '')
    const draft = await service.propose(episodeId, { text })
    expect(sum(draft, 'recordingsStale')).toBe(2)
    expect(said(draft)).toContain('One recording will say something else than the script.')
    expect(said(draft)).toContain('One recording will go with its line.')
  })

  it('is told as what will be, and its result as what is', async () => {
    const { episodeId, service } = await begin(whole + yard)
    const draft = await service.propose(episodeId, { text: whole })
    expect(said(draft)[0]).toMatch(/^One approved panel will go|approved panels will go/)
    expect(said(draft).join(' ')).toMatch(/It will be moved to the trash with /)
    const words = (list: Array<{ message: string }>) => list.map(({ message }) => message).join(' ')
    expect(words(draft.warnings)).toContain(
      'Scene 2 is not in the script any more and will be moved to the trash.',
    )
    expect(words((await service.get(draft.id as string)).warnings)).toContain('will be moved')
    const { result, draft: applied } = await service.apply(draft.id as string)
    for (const warnings of [result.warnings, applied.warnings]) {
      expect(words(warnings)).toContain('Scene 2 is not in the script any more and is in the trash now.')
      expect(words(warnings)).not.toMatch(/\bwill be\b/)
    }
  })

  it('of a scene that goes tells recordings of people from generated voices, and what goes from what is to look at', async () => {
    const { episodeId, service } = await begin(whole + yard)
    const [first] = (await scenesOf(episodeId)) as [Scene]
    const [own, ...others] = (first.dialogueLines ?? []).map((line) => ({ ...line }))
    const dialogueLines = [own, ...others.map((line) => ({ ...line, audioIsChosen: false }))] as never
    await payload().db.updateOne({ collection: 'scenes', id: first.id, data: { dialogueLines } })
    const draft = await service.propose(episodeId, { text: yard })
    const { effects } = draft.scenes.find((each) => each.effects.isTrashed) as ScriptDraft['scenes'][number]
    expect(effects).toMatchObject({
      approvedGone: effects.approved,
      recordingsStale: others.length + 1,
      voicesStale: others.length,
    })
    expect(others.length).toBeGreaterThan(1)
    expect(effects.messages.join(' ')).toMatch(/, one recording, (two|three|four) generated voices\./)
  })
})
