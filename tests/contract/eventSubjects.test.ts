import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createProjectTree } from './fixtures'

/** What the list of events says an event is about. */
describeEngines('What events are about', (booted) => {
  const payload = () => booted().payload

  const subjectsOf = async (entityCollection: string, entityId: string) => {
    const { EventService } = await import('@/database/services/EventService')
    const service = new EventService({ payload: payload() })
    const events = await service.find({ entityCollection, entityId })
    return Promise.all(
      events.map(async (event) => ({ action: event.action, ...(await service.subjectOf(event)) })),
    )
  }

  it('is named by what it is called now, with the way to it', async () => {
    const { scene, character, media } = await createProjectTree(payload())
    await payload().update({ collection: 'scenes', id: scene.id, data: { heading: 'INT. VAULT - NIGHT' } })
    expect(await subjectsOf('scenes', scene.id)).toEqual(
      ['updated', 'created'].map((action) => ({
        action,
        title: 'INT. VAULT - NIGHT',
        path: `/collections/scenes/${scene.id}`,
      })),
    )
    expect(await subjectsOf('characters', character.id)).toContainEqual({
      action: 'created',
      title: character.name,
      path: `/collections/characters/${character.id}`,
    })
    expect(await subjectsOf('media', media.id)).toContainEqual(
      expect.objectContaining({ title: media.filename }),
    )
  })

  it('leads into the trash where it is there', async () => {
    const { location } = await createProjectTree(payload())
    const deletedAt = new Date().toISOString()
    await payload().update({ collection: 'locations', id: location.id, data: { deletedAt } })
    expect((await subjectsOf('locations', location.id))[0]).toEqual({
      action: 'trashed',
      title: location.name,
      path: `/collections/locations/trash/${location.id}`,
    })
  })

  it('keeps the name of what was deleted, and leads nowhere', async () => {
    const { world } = await createProjectTree(payload())
    await payload().delete({ collection: 'worlds', id: world.id })
    for (const subject of await subjectsOf('worlds', world.id)) {
      expect(subject).toMatchObject({ title: `${world.name} (deleted)`, path: null })
    }
    const { EventService } = await import('@/database/services/EventService')
    const nothing = { entityCollection: 'prompts-executed', entityId: 'nowhere', before: null, after: null }
    expect(await new EventService({ payload: payload() }).subjectOf(nothing)).toEqual({
      title: 'A prompt executed that is gone',
      path: null,
    })
  })
})
