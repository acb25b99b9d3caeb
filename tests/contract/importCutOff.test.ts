import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createUser, unique } from './fixtures'
import { killed } from './killed'
import { bar, pier, scriptHelpers } from './scriptHelpers'

describeEngines('An import that is cut off', (booted) => {
  const payload = () => booted().payload
  const { read, scenesOf } = scriptHelpers(payload)
  const scripts = async (user?: unknown) => {
    const { ScriptService } = await import('@/database/services/ScriptService')
    return new ScriptService({ payload: payload(), ...(user ? { user: user as never } : {}) })
  }
  const projectsNamed = async (title: string) =>
    (
      await payload().find({
        collection: 'projects',
        where: { title: { equals: title } },
        trash: true,
        depth: 0,
        joins: false,
        showHiddenFields: true,
      })
    ).docs
  const episodesOf = async (project: string) =>
    (
      await payload().find({
        collection: 'episodes',
        where: { project: { equals: project } },
        depth: 0,
        joins: false,
      })
    ).docs
  /** Of a project that was just made, nobody knows yet whether its import goes on in another process. */
  const age = (id: string) =>
    payload().db.updateOne({
      collection: 'projects',
      id,
      data: { createdAt: new Date(Date.now() - 3_600_000).toISOString() },
      returning: false,
    })

  it('into a new project made all of it or nothing, wherever it is cut off', async () => {
    const user = await createUser(payload(), 'producer')
    const seen = new Set<string>()
    for (let write = 1, isCutOff = true; isCutOff; write += 1) {
      const title = unique('Cut off')
      const bytes = new TextEncoder().encode(bar + pier)
      const service = await scripts({ ...user, collection: 'users' })
      isCutOff = await killed(payload(), write, () => service.importAsProject({ bytes, title }))
      for (const { id } of await projectsNamed(title)) await age(id)
      await (await scripts()).resumeImports()
      const projects = await projectsNamed(title)
      seen.add(`${projects.length} projects`)
      for (const { id, awaitsScript, createdBy } of projects) {
        expect([write, awaitsScript, createdBy]).toEqual([write, false, user.id])
        const episodes = await episodesOf(id)
        expect([write, episodes.map(({ script }) => script?.importState)]).toEqual([write, ['imported']])
        expect(await scenesOf(String(episodes[0]?.id))).toHaveLength(2)
      }
    }
    expect([...seen].sort()).toEqual(['0 projects', '1 projects'])
  }, 240_000)

  it('takes no project away that somebody made or has put something into', async () => {
    const make = (awaitsScript: boolean) =>
      payload().create({
        collection: 'projects',
        data: { title: unique('Mine'), type: 'short', status: 'concept', awaitsScript },
      })
    const [own, filled, empty] = [await make(false), await make(true), await make(true)]
    await payload().create({ collection: 'worlds', data: { project: filled.id, name: unique('World') } })
    const { ProjectService } = await import('@/database/services/ProjectService')
    const service = new ProjectService({ payload: payload() })
    for (const { id } of [own, filled, empty]) await age(id)
    expect(await service.sweep()).toEqual([empty.id])
    expect(await service.findById(own.id)).not.toBeNull()
    expect((await projectsNamed(filled.title))[0]?.awaitsScript).toBe(false)
  })

  it('is not asked for by who only says so', async () => {
    const user = await createUser(payload(), 'producer')
    const project = await payload().create({
      collection: 'projects',
      data: { title: unique('Said'), type: 'short', status: 'concept', awaitsScript: true },
      user: { ...user, collection: 'users' },
      overrideAccess: false,
    })
    expect((await projectsNamed(project.title))[0]?.awaitsScript).toBe(false)
    expect(project).not.toHaveProperty('awaitsScript')
  })

  it('keeps what its file had to say', async () => {
    const bytes = Buffer.from(bar + pier.replace('Gulls', 'Déjà vu, à Orléans: gulls'), 'latin1')
    const { project, episodeId } = await read(bar)
    const service = await scripts()
    let expected: unknown
    for (let write = 1, isCutOff = true; isCutOff; write += 1) {
      await service.import({ projectId: project, episodeId, bytes: new TextEncoder().encode(bar) })
      const work = () => service.import({ projectId: project, episodeId, bytes, filename: 'b.fountain' })
      isCutOff = await killed(payload(), write, work)
      await service.resumeImports()
      const [episode] = await episodesOf(project)
      if (episode?.script?.text?.includes('Orléans')) {
        expected ??= episode.script.remarks
        expect([write, episode.script.remarks]).toEqual([write, expected])
      }
    }
    expect(expected).toHaveLength(1)
  }, 240_000)
})
