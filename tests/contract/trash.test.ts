import type { CollectionSlug, PayloadRequest } from 'payload'
import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createMedia, createProjectTree, createUser } from './fixtures'

type User = NonNullable<PayloadRequest['user']>

describeEngines('The trash', (booted) => {
  const payload = () => booted().payload
  const put = (collection: 'projects' | 'episodes' | 'scenes' | 'shots', id: string) =>
    payload().update({ collection, id, data: { deletedAt: new Date().toISOString() } as never, depth: 0 })
  const restore = (collection: 'projects' | 'episodes' | 'scenes' | 'shots', id: string, user?: User) =>
    payload().update({
      collection,
      id,
      data: { deletedAt: null } as never,
      depth: 0,
      trash: true,
      ...(user ? { user, overrideAccess: false } : {}),
    })
  const numbersOf = async (tree: { episode: { id: string }; project: { id: string } }) => {
    const { production } = await payload().findByID({ collection: 'episodes', id: tree.episode.id, depth: 0 })
    const { progress } = await payload().findByID({ collection: 'projects', id: tree.project.id, depth: 0 })
    return [
      production?.sceneCount,
      production?.renderedCount,
      production?.percentage,
      progress?.scenes,
      progress?.shots,
      progress?.panels,
    ]
  }

  it('is not counted: a scene or shot that goes there and comes back, a shot or picture that is deleted', async () => {
    const tree = await createProjectTree(payload())
    const second = await payload().create({
      collection: 'scenes',
      data: { episode: tree.episode.id, sceneNumber: '2', heading: 'EXT. YARD', order: 2, status: 'pending' },
    })
    const all = [2, 1, 50, 2, 1, 1]
    expect(await numbersOf(tree)).toEqual(all)
    await put('scenes', tree.scene.id)
    expect(await numbersOf(tree)).toEqual([1, 0, 0, 1, 0, 0])
    await restore('scenes', tree.scene.id)
    expect(await numbersOf(tree)).toEqual(all)
    await put('shots', tree.shot.id)
    expect(await numbersOf(tree)).toEqual([2, 0, 0, 2, 0, 0])
    await restore('shots', tree.shot.id)
    expect(await numbersOf(tree)).toEqual(all)
    const { id } = await createMedia(payload(), tree.project.id)
    await payload().update({ collection: 'panels', id: tree.panel.id, data: { image: id } })
    await payload().delete({ collection: 'media', id })
    expect(await numbersOf(tree)).toEqual([2, 0, 0, 2, 1, 0])
    await payload().delete({ collection: 'shots', id: tree.shot.id })
    expect(await numbersOf(tree)).toEqual([2, 0, 0, 2, 0, 0])
    await payload().delete({ collection: 'scenes', id: second.id })
    expect(await numbersOf(tree)).toEqual([1, 0, 0, 1, 0, 0])
  })

  it('takes what is part of a project or an episode out of sight, and gives it back', async () => {
    const admin = (await createUser(payload(), 'admin')) as User
    const owner = (await createUser(payload(), 'producer')) as User
    const tree = await createProjectTree(payload(), owner.id)
    const other = await createProjectTree(payload(), owner.id)
    const ofEpisode = ['scenes', 'shots', 'panels'] as CollectionSlug[]
    const ofProject = [...ofEpisode, 'episodes', 'characters', 'locations', 'worlds', 'voices', 'media']
    const seen = async (user: User) => {
      const found: string[] = []
      for (const collection of ofProject as CollectionSlug[]) {
        for (const { project } of [tree, other]) {
          const where = { project: { equals: project.id } }
          const { totalDocs } = await payload().find({ collection, where, user, overrideAccess: false })
          if (totalDocs > 0)
            found.push(`${collection} ${project === tree.project ? 'of this' : 'of the other'}`)
        }
      }
      return found
    }
    const everything = await seen(admin)
    expect(everything).toHaveLength(2 * ofProject.length)
    for (const user of [admin, owner]) {
      await put('episodes', tree.episode.id)
      expect(await seen(user)).toEqual(
        everything.filter((name) => !/^(episodes|scenes|shots|panels) of this/.test(name)),
      )
      await restore('episodes', tree.episode.id, user)
      expect(await seen(user)).toEqual(everything)
      await put('projects', tree.project.id)
      expect(await seen(user)).toEqual(everything.filter((name) => name.endsWith('other')))
      await restore('projects', tree.project.id, user)
      expect(await seen(user)).toEqual(everything)
    }
  }, 180_000)
})
