import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createShot } from './fixtures'
import { asAdmin } from './restApi'

describeEngines('What is no number, no place or no line', (booted) => {
  const { payload, rest, patch, tree } = asAdmin(booted)

  it('is refused by its field', async () => {
    const { scene, shot, panel, character, location, world, episode } = tree()
    const cases: Array<[path: string, data: object, field: string]> = [
      [`/characters/${character.id}`, { name: 5 }, 'name'],
      [`/characters/${character.id}`, { visualDesign: { castAs: 7 } }, 'visualDesign.castAs'],
      [`/locations/${location.id}`, { name: true }, 'name'],
      [`/worlds/${world.id}`, { name: 5 }, 'name'],
      [`/episodes/${episode.id}`, { title: 5 }, 'title'],
      [`/scenes/${scene.id}`, { heading: 5 }, 'heading'],
      [`/scenes/${scene.id}`, { dialogueLines: [{ text: 5 }] }, 'dialogueLines.0.text'],
      [`/scenes/${scene.id}`, { sceneNumber: '~abc' }, 'sceneNumber'],
      [`/scenes/${scene.id}`, { sceneNumber: ' ~1' }, 'sceneNumber'],
      [`/shots/${shot.id}`, { shotNumber: '~1' }, 'shotNumber'],
      [`/shots/${shot.id}`, { order: 1.5 }, 'order'],
      [`/shots/${shot.id}`, { order: -5 }, 'order'],
      [`/scenes/${scene.id}`, { order: 2.25 }, 'order'],
      [`/scenes/${scene.id}`, { order: -1 }, 'order'],
      [`/episodes/${episode.id}`, { episodeNumber: 1.5 }, 'episodeNumber'],
      [`/panels/${panel.id}`, { version: 1.5 }, 'version'],
      [`/shots/${shot.id}`, { dialogueLineIds: ['nope'] }, 'dialogueLineIds.0'],
    ]
    for (const [path, data, field] of cases) {
      const { status, text } = await patch(path, data)
      const said = [JSON.stringify(data), status, text]
      expect(said).toEqual([JSON.stringify(data), 400, expect.stringContaining(field)])
    }
    const json = {
      episode: episode.id,
      sceneNumber: '~2',
      heading: 'INT. ATTIC - DAY',
      order: 2,
      status: 'pending',
    }
    expect((await rest('/scenes', { method: 'POST', json })).status).toBe(400)
  })

  it('keeps nobody from other changes where it is stored already, and right ones are taken', async () => {
    const { scene } = tree()
    const [line] = scene.dialogueLines ?? []
    const shot = await createShot(payload(), scene.id, { dialogueLineIds: ['a-line-that-went'] })
    await payload().db.updateOne({ collection: 'shots', id: shot.id, data: { order: 1.5 } })
    const form = { order: 1.5, description: 'A lamp.', dialogueLineIds: ['a-line-that-went', line?.id] }
    const { status, text } = await patch(`/shots/${shot.id}`, form)
    expect([status, text]).toEqual([200, expect.anything()])
    expect((await patch(`/shots/${shot.id}`, { order: 3, shotNumber: '12~A' })).status).toBe(200)
  })
})
