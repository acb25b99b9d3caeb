import { beforeAll, expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createProjectTree, type ProjectTree, unique } from './fixtures'

describeEngines('People and places of a world', (booted) => {
  const payload = () => booted().payload
  let mine: ProjectTree
  let theirs: ProjectTree

  beforeAll(async () => {
    mine = await createProjectTree(payload())
    theirs = await createProjectTree(payload())
  })

  const update = (collection: 'scenes' | 'shots' | 'characters' | 'locations', id: string, data: object) =>
    payload().update({ collection, id, data: data as never, depth: 0 })
  const refused = (field: string) => ({ status: 400, details: { problems: [{ field }] } })

  it('are for the projects of that world, in every field that names somebody', async () => {
    const lines = (id: string) => ({ dialogueLines: [{ cue: 'A', text: 'B', character: id }] })
    const spoken = (id: string) => ({ dialogueLines: [{ cue: 'A', text: 'B', speakers: [id] }] })
    const cases = [
      ['scenes', mine.scene.id, (id: string) => ({ characters: [id] }), 'characters'],
      ['scenes', mine.scene.id, lines, 'dialogueLines.character'],
      ['scenes', mine.scene.id, spoken, 'dialogueLines.speakers'],
      ['shots', mine.shot.id, (id: string) => ({ characters: [id] }), 'characters'],
      [
        'characters',
        mine.character.id,
        (id: string) => ({ relationships: [{ character: id, kind: 'sister' }] }),
        'relationships.character',
      ],
    ] as const
    for (const [collection, id, data, field] of cases) {
      await expect(update(collection, id, data(theirs.worldCharacter.id))).rejects.toMatchObject(
        refused(field),
      )
      await update(collection, id, data(mine.worldCharacter.id))
    }
    const [own, other] = [mine.world.id, theirs.world.id]
    await expect(update('characters', mine.character.id, { world: other })).rejects.toMatchObject(
      refused('world'),
    )
    await update('characters', mine.character.id, { world: own })
    await expect(update('locations', mine.location.id, { world: other })).rejects.toMatchObject(
      refused('world'),
    )
  })

  it('have what is that world’s project’s', async () => {
    const with_ = (media: string) => ({ visualDesign: { references: [media] } })
    await update('characters', mine.worldCharacter.id, with_(mine.media.id))
    await expect(update('characters', mine.worldCharacter.id, with_(theirs.media.id))).rejects.toMatchObject(
      refused('visualDesign.references'),
    )
  })

  it('of the organization are everybody’s', async () => {
    const { id } = await payload().create({
      collection: 'characters',
      data: { name: unique('Host'), scope: 'organization' },
    })
    await update('scenes', mine.scene.id, { characters: [id] })
    await update('scenes', theirs.scene.id, { characters: [id] })
  })

  it('stay in it: taken out, nobody could reach them any more', async () => {
    await expect(update('characters', mine.worldCharacter.id, { world: null })).rejects.toMatchObject(
      refused('world'),
    )
    await update('characters', mine.worldCharacter.id, { name: unique('Elder') })
  })
})
