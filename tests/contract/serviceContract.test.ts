import { expect, it } from 'vitest'
import { ProjectService } from '@/database/services/ProjectService'
import { describeEngines } from './engines'
import { createUser, unique } from './fixtures'

/** What the system before this one promised to those who call its services, in its own words. */
describeEngines('The service contract', (booted) => {
  const payload = () => booted().payload
  const service = () => new ProjectService({ payload: payload() })
  const userId = async () => String((await createUser(payload(), 'producer')).id)

  it('makes a project from a title, one genre, a number of planned episodes and an owner', async () => {
    const owner = await userId()
    const project = await service().create({
      title: 'Test Project',
      genre: 'sci-fi',
      episodeCount: 10,
      createdBy: owner,
    })
    expect(project.id).toBeTruthy()
    expect(project).toMatchObject({ genre: ['sci-fi'], episodeCount: 10, episodesMade: 0 })
    const several = await service().create({ title: unique('Film'), genre: ['sci-fi', 'noir'] })
    expect(several.genre).toEqual(['sci-fi', 'noir'])
  })

  it('counts the episodes that are there beside those that are planned', async () => {
    const { id } = await service().create({ title: unique('Series'), type: 'series', episodeCount: 8 })
    await payload().create({
      collection: 'episodes',
      data: { project: id, episodeNumber: 1, title: 'One', status: 'draft' },
    })
    expect(await service().findById(id)).toMatchObject({ episodeCount: 8, episodesMade: 1 })
  })

  it('names the collaborators of a project by id, and keeps their roles as its members', async () => {
    const { id } = await service().create({ title: unique('Film') })
    const user = await userId()
    await service().addCollaborator(id, user)
    const project = await service().findById(id)
    expect(project?.collaborators).toContain(user)
    expect(project?.members).toMatchObject([{ user, role: 'editor' }])
    await service().addCollaborator(id, user, 'director')
    expect((await service().findById(id))?.collaborators).toEqual([user])
    await service().removeCollaborator(id, user)
    expect((await service().findById(id))?.collaborators).toEqual([])
  })

  it('gives collaborators also where only they are asked for, and lets nobody write them', async () => {
    const { id } = await service().create({ title: unique('Film') })
    const user = await userId()
    await service().addCollaborator(id, user)
    const asked = await payload().findByID({
      collection: 'projects',
      id,
      depth: 0,
      select: { collaborators: true },
    })
    expect(asked.collaborators).toEqual([user])
    await payload().update({ collection: 'projects', id, data: { collaborators: [] } })
    expect((await service().findById(id))?.collaborators).toEqual([user])
  })

  it('finds the projects of a user by status', async () => {
    const owner = await userId()
    const make = (status: 'production' | 'concept') =>
      service().create({ title: unique('Film'), status, createdBy: owner })
    const inProduction = await make('production')
    await make('concept')
    const found = await service().findByUser(owner, { status: 'production' })
    expect(found.map(({ id }) => id)).toEqual([inProduction.id])
  })

  it('keeps a project from those who are not on it', async () => {
    const { id } = await service().create({ title: unique('Film') })
    const stranger = await createUser(payload(), 'producer')
    const theirs = new ProjectService({ payload: payload(), user: stranger as never })
    expect(await theirs.findById(id)).toBeNull()
    await expect(theirs.addCollaborator(id, String(stranger.id))).rejects.toMatchObject({ status: 404 })
    expect((await service().findById(id))?.collaborators).toEqual([])
  })
})
