import type { Client } from '@libsql/client'
import type { Payload } from 'payload'
import { expect, it } from 'vitest'
import { type Booted, describeEngines } from './engines'
import { createUser, unique } from './fixtures'

interface StoredProject {
  collaborators: Array<{ user: string; role: string }>
  episodeCount: number
}

/** A project as the version before members stored it, read past Payload. */
async function readOld({ name, payload }: Booted, id: string): Promise<StoredProject> {
  if (name === 'sqlite') {
    const { client } = payload.db as unknown as { client: Client }
    const people = await client.execute({
      sql: 'SELECT user_id, role FROM projects_collaborators WHERE _parent_id = ? ORDER BY _order',
      args: [id],
    })
    const [project] = (
      await client.execute({ sql: 'SELECT episode_count FROM projects WHERE id = ?', args: [id] })
    ).rows
    return {
      collaborators: people.rows.map(({ user_id, role }) => ({ user: String(user_id), role: String(role) })),
      episodeCount: Number(project?.episode_count),
    }
  }
  const { collections } = payload.db as unknown as {
    collections: Record<
      string,
      { collection: { findOne(filter: object): Promise<StoredProject> }; base: unknown }
    >
  }
  const { ObjectId } = await import('mongodb')
  const found = await collections.projects?.collection.findOne({ _id: new ObjectId(id) })
  return {
    collaborators: (found?.collaborators ?? []).map(({ user, role }) => ({ user: String(user), role })),
    episodeCount: Number(found?.episodeCount),
  }
}

const versionsOf = async (payload: Payload, parent: string) =>
  (
    await payload.findVersions({
      collection: 'projects',
      where: { parent: { equals: parent } },
      sort: '-updatedAt',
      depth: 0,
    })
  ).docs.map(({ version }) => version)

describeEngines('The migration to members', (booted) => {
  it('takes what is there back into the old form, and moves it again, versions too', async () => {
    const { payload, engine } = booted()
    const users = [await createUser(payload, 'editor'), await createUser(payload, 'viewer')]
    const members = [
      { user: String(users[0]?.id), role: 'director' as const },
      { user: String(users[1]?.id), role: 'viewer' as const },
    ]
    const { id } = await payload.create({
      collection: 'projects',
      data: { title: unique('Film'), type: 'series', status: 'concept', genre: ['noir'], episodeCount: 6 },
    })
    await payload.create({
      collection: 'episodes',
      data: { project: id, episodeNumber: 1, title: 'One', status: 'draft' },
    })
    await payload.update({ collection: 'projects', id, data: { members } })

    // Later ones go first.
    let taken = await engine.rollBack(payload)
    while (taken !== null && !taken.endsWith('project_members')) taken = await engine.rollBack(payload)
    expect(taken).toMatch(/project_members$/)
    expect(await readOld(booted(), id)).toEqual({ collaborators: members, episodeCount: 1 })
    const { migrationReports } = await import('@/database/services/migrations')
    expect(migrationReports().at(-1)).toMatchObject({
      name: taken,
      direction: 'down',
      moved: { collaborators: 2 },
      notConverted: [expect.stringMatching(/: that 6 episodes are planned$/)],
    })

    await engine.prepare(payload)
    const project = await payload.findByID({ collection: 'projects', id, depth: 0 })
    expect(project.members).toMatchObject(members)
    expect(project.collaborators).toEqual(members.map(({ user }) => user))
    // How many are planned the old form cannot hold: the report above says so.
    expect(project).toMatchObject({ genre: ['noir'], episodeCount: 0, episodesMade: 1 })
    expect((await versionsOf(payload, id))[0]?.members).toMatchObject(members)
    const up = migrationReports().findLast(({ name }) => name === taken)
    expect(up).toMatchObject({
      direction: 'up',
      moved: { members: 2 },
      notConverted: [],
    })
  })

  it('is not run a second time', async () => {
    const { payload, engine } = booted()
    const { migrationReports } = await import('@/database/services/migrations')
    const before = migrationReports().length
    await engine.prepare(payload)
    expect(migrationReports()).toHaveLength(before)
  })
})

describeEngines('The migration of sign-in', (booted) => {
  it('forgets what API keys read, leaves those of workers as they work, and ends the others', async () => {
    const { payload, engine } = booted()
    const admin = await createUser(payload, 'admin')
    const worker = await createUser(payload, 'worker')
    for (const [index, { id }] of [admin, worker].entries()) {
      const data = { enableAPIKey: true, apiKey: 'encrypted', apiKeyIndex: `digest-${index}` }
      await payload.db.updateOne({ collection: 'users', id, data })
    }
    let taken = await engine.rollBack(payload)
    while (taken !== null && !taken.endsWith('sign_in')) taken = await engine.rollBack(payload)
    await engine.prepare(payload)
    const stored = await Promise.all(
      [admin, worker].map(({ id }) =>
        payload.db.findOne<{ id: string }>({ collection: 'users', where: { id: { equals: id } } }),
      ),
    )
    const keysOf = (user: unknown) => {
      const { apiKey, apiKeyIndex } = user as Record<string, string | null | undefined>
      return [apiKey ?? null, apiKeyIndex ?? null]
    }
    expect(stored.map(keysOf)).toEqual([
      [null, null],
      [null, 'digest-1'],
    ])
    const { migrationReports } = await import('@/database/services/migrations')
    expect(migrationReports().findLast(({ name }) => name === taken)).toMatchObject({
      moved: { 'API keys that cannot be read any more': 2 },
      notConverted: [`${admin.name}: the API key of somebody who is no worker`],
    })
  })
})
