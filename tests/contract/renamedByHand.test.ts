import { expect, it } from 'vitest'
import { lookFor } from '@/drawing/figure/look'
import type { Character, Panel, Shot } from '@/payload-types'
import { describeEngines } from './engines'
import { createMedia } from './fixtures'
import { scriptHelpers } from './scriptHelpers'
import { shotsOf as shotsOfEpisode } from './suggestedShots'

const script = `INT. GREENHOUSE - DAY

PIA (30s) waters a fern. Otto sneezes.

PIA
You again.

OTTO
Pia, listen.

EXT. CANAL - NIGHT

Pia and Otto wait.

OTTO
No boat.
`

describeEngines('Somebody who is renamed by hand', (booted) => {
  const payload = () => booted().payload
  const { drafts, read, scenesOf } = scriptHelpers(payload)

  const personOf = async (project: string, name: string) => {
    const { docs } = await payload().find({
      collection: 'characters',
      where: { and: [{ project: { equals: project } }, { name: { equals: name } }] },
      depth: 0,
    })
    return docs[0] as Character
  }
  const rename = (id: string, name: string) =>
    payload().update({ collection: 'characters', id, data: { name }, depth: 0 })
  const shotsOf = (episodeId: string) => shotsOfEpisode(payload(), episodeId)
  const panelsOf = async (episodeId: string): Promise<Map<string, Panel>> => {
    const { docs } = await payload().find({
      collection: 'panels',
      where: { episode: { equals: episodeId } },
      depth: 0,
      pagination: false,
    })
    return new Map(docs.map((panel) => [String(panel.shot), panel]))
  }
  const briefOf = async (shot: Shot) => {
    const { panelBrief } = await import('@/database/services/panels/panelBrief')
    return panelBrief(payload(), shot, 0)
  }

  /** A project that has been run: shots as they are suggested, and a picture of each. */
  const start = async () => {
    const { project, episodeId } = await read(script)
    const { castOf } = await import('@/database/services/scenes/cast')
    const { sceneBrief } = await import('@/database/services/scenes/sceneBrief')
    const { suggestShots } = await import('@/shot-planning')
    const { writeSuggestedShots } = await import('@/database/services/shots/writeSuggestedShots')
    const { ensureVoices } = await import('@/database/services/characters/castVoices')
    const { assignVoices } = await import('@/speech')
    const cast = await castOf(payload(), project)
    for (const scene of await scenesOf(episodeId))
      await writeSuggestedShots({
        payload: payload(),
        scene,
        suggestions: suggestShots(await sceneBrief(payload(), scene, cast)),
        characterId: cast.idOf,
        sourceTaskId: null as never,
        mode: 'all',
      })
    await ensureVoices(payload(), project, assignVoices)
    for (const shot of await shotsOf(episodeId)) {
      const media = await createMedia(payload(), project)
      await payload().db.updateOne({
        collection: 'media',
        id: media.id,
        // From before there were overlays: with its words in it.
        data: { provenance: { provider: 'local', inputs: await briefOf(shot) }, width: 960, height: 688 },
      })
      await payload().create({
        collection: 'panels',
        data: { shot: shot.id, image: media.id, origin: 'ai', status: 'review' } as never,
      })
    }
    return { project, episodeId, pia: await personOf(project, 'Pia') }
  }
  const words = (shots: Shot[]) => shots.map(({ description }) => description ?? '')

  it('keeps face, dress and voice; what the machine wrote says the new name, and what shows the old one is marked', async () => {
    const { project, episodeId, pia } = await start()
    const before = await shotsOf(episodeId)
    const speaks = before.findIndex(({ description }) => description?.startsWith('Pia and Otto talk'))
    const waters = before.findIndex(({ description }) => description?.includes('waters'))
    expect([speaks, waters]).not.toContain(-1)
    const was = await briefOf(before[speaks] as Shot)

    await rename(pia.id, 'Ludwig Voss')
    const after = await shotsOf(episodeId)
    expect(after[speaks]).toMatchObject({ origin: 'ai' })
    expect(after[speaks]?.description).toMatch(/^Ludwig Voss and Otto talk/)
    // The page says PIA still.
    expect(after[waters]?.description).toBe(before[waters]?.description)
    const brief = await briefOf(after[speaks] as Shot)
    expect(brief.characters.map(({ name }) => name)).toEqual(was.characters.map(({ name }) => name))
    expect(lookFor(brief.characters[0]?.name as string)).toEqual(lookFor('PIA'))
    expect(brief.characters[0]?.displayName).toBe('Ludwig Voss')
    expect(brief.lines?.[0]?.speaker).toBe('LUDWIG VOSS')

    const { voiceProfile } = await personOf(project, 'Ludwig Voss')
    const voice = await payload().findByID({
      collection: 'voices',
      id: voiceProfile?.voice as string,
      depth: 0,
    })
    const old = await personOf(project, 'Ludwig Voss')
    expect(old.voiceProfile?.voice).toBe(pia.voiceProfile?.voice)
    expect(voice.name).toBe('Ludwig Voss’s voice')

    const panels = await panelsOf(episodeId)
    for (const [index, shot] of before.entries()) {
      const panel = panels.get(String(shot.id))
      // What quotes the page would be drawn with the same words again.
      const shows = index === speaks
      expect([shot.description, Boolean(panel?.isStale)]).toEqual([shot.description, shows])
      if (shows) expect(panel?.staleReason).toBe('Pia is called Ludwig Voss now; the picture says Pia.')
    }
    // Nobody says it otherwise: the words are those of the script.
    const lines = (await scenesOf(episodeId)).flatMap(({ dialogueLines }) => dialogueLines ?? [])
    expect(lines.some(({ audioIsStale }) => audioIsStale)).toBe(false)

    await rename(pia.id, 'Pia')
    expect(words(await shotsOf(episodeId))).toEqual(words(before))
    expect([...(await panelsOf(episodeId)).values()].filter(({ isStale }) => isStale)).toEqual([])
    expect((await personOf(project, 'Pia')).visualDesign?.castAs ?? null).toBeNull()
  })

  it('leaves what a person wrote, and marks its picture', async () => {
    const { episodeId, pia } = await start()
    const [first] = await shotsOf(episodeId)
    await payload().update({
      collection: 'shots',
      id: first?.id as string,
      data: { origin: 'human', description: 'We find Pia between the pots.' },
    })
    await payload().db.updateMany({
      collection: 'panels',
      where: { shot: { equals: first?.id } },
      data: { isStale: false, staleReason: null },
    })
    await rename(pia.id, 'Greta')
    expect((await shotsOf(episodeId))[0]?.description).toBe('We find Pia between the pots.')
    expect((await panelsOf(episodeId)).get(first?.id as string)?.staleReason).toBe(
      'Pia is called Greta now; the shot’s description, which a person wrote, says Pia.',
    )
  })

  it('is another one than somebody new who has the old name', async () => {
    const { project, episodeId, pia } = await start()
    await rename(pia.id, 'Greta')
    await payload().update({ collection: 'characters', id: pia.id, data: { aliases: [] } })
    const other = await payload().create({
      collection: 'characters',
      data: { name: 'Pia', scope: 'project', project },
    })
    const [shot] = (await shotsOf(episodeId)).filter(({ characters }) => characters?.includes(pia.id))
    await payload().update({
      collection: 'shots',
      id: shot?.id as string,
      data: { characters: [pia.id, other.id] },
    })
    const changed = await payload().findByID({ collection: 'shots', id: shot?.id as string, depth: 0 })
    expect((await briefOf(changed)).characters.map(({ name }) => name)).toEqual(['PIA', 'PIA 2'])
  })

  it('is found by the name that they have, where nobody has drawn them yet', async () => {
    const { project } = await read(script)
    const otto = await personOf(project, 'Otto')
    expect((await rename(otto.id, 'Rosa')).visualDesign?.castAs ?? null).toBeNull()
  })

  it('is called so in what shots quote, as soon as the script says it, and no longer where that is undone', async () => {
    const { episodeId, pia } = await start()
    const before = await shotsOf(episodeId)
    await rename(pia.id, 'Greta')
    const service = await drafts()
    const text = script.replaceAll('PIA', 'GRETA').replaceAll('Pia', 'Greta')
    const draft = await service.propose(episodeId, { text })
    expect(draft.characters).toEqual([])
    await service.apply(draft.id as string)
    const renamed = words(before).map((each) => each.replaceAll('PIA', 'GRETA').replaceAll('Pia', 'Greta'))
    expect(words(await shotsOf(episodeId))).toEqual(renamed)
    await service.undo(draft.id as string)
    const back = words(await shotsOf(episodeId))
    expect(back.find((each) => each.includes('waters'))).toContain('PIA')
    expect(back.find((each) => each.includes('talk in'))).toContain('Greta')
  })

  it('looks another way by a description, and its pictures are marked', async () => {
    const { episodeId, pia } = await start()
    await payload().update({
      collection: 'characters',
      id: pia.id,
      data: { visualDesign: { description: 'Bald, in a raincoat.' } },
    })
    const panels = await panelsOf(episodeId)
    for (const { id, characters } of await shotsOf(episodeId)) {
      const isSeen = characters?.includes(pia.id) ?? false
      expect(Boolean(panels.get(String(id))?.isStale)).toBe(isSeen)
      if (isSeen) expect(panels.get(String(id))?.staleReason).toMatch(/^The looks of Pia changed on /)
    }
  })
})
