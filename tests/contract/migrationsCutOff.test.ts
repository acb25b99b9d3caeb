import type { Client } from '@libsql/client'
import { type Db, ObjectId } from 'mongodb'
import type { Payload } from 'payload'
import { expect, it, vi } from 'vitest'
import { type Booted, describeEngine, describeEngines } from './engines'
import { createUser, unique } from './fixtures'

const clientOf = (payload: Payload) => (payload.db as unknown as { client: Client }).client
const dbOf = (payload: Payload) => (payload.db as unknown as { connection: { db: Db } }).connection.db

/** Takes back migrations until the database is as the version before members had it. */
async function goBack({ engine, payload }: Booted): Promise<void> {
  for (;;) {
    const taken = await engine.rollBack(payload)
    if (taken === null) throw new Error('There is no migration to members.')
    if (taken.endsWith('project_members')) return
  }
}

const reportOf = async () => {
  const { migrationReports } = await import('@/database/services/migrations')
  return migrationReports()
    .filter(({ name, direction }) => name.endsWith('project_members') && direction === 'up')
    .at(-1)
}

/** A project as the version before members wrote it, past Payload, with a person whose user is gone. @returns its id */
async function insertOld({ name, engine, payload }: Booted, title: string, user: string): Promise<string> {
  const id = engine.newId()
  if (name === 'mongodb') {
    await dbOf(payload)
      .collection('projects')
      .insertOne({
        _id: new ObjectId(id),
        title,
        slug: title,
        type: 'series',
        status: 'concept',
        genre: 'noir',
        episodeCount: 3,
        collaborators: [
          { id: 'a', user: new ObjectId(user), role: 'director' },
          { id: 'b', user: null, role: 'viewer' },
        ],
      })
    return id
  }
  const client = clientOf(payload)
  await client.execute({
    sql: "INSERT INTO projects (id, title, slug, type, status, episode_count) VALUES (?, ?, ?, 'series', 'concept', 3)",
    args: [id, title, title],
  })
  await client.execute({
    sql: "INSERT INTO projects_texts (\"order\", parent_id, path, text) VALUES (1, ?, 'genre', 'noir')",
    args: [id],
  })
  for (const [order, [who, role]] of [[user, 'director'] as const, [null, 'viewer'] as const].entries())
    await client.execute({
      sql: 'INSERT INTO projects_collaborators (_order, _parent_id, id, user_id, role) VALUES (?, ?, ?, ?, ?)',
      args: [order + 1, id, `${title}-${order}`, who, role],
    })
  return id
}

describeEngines('A database of the version before members', (booted) => {
  it('is read as the new one after its migration, which says what it could not move', async () => {
    const { payload, engine, name } = booted()
    const user = String((await createUser(payload, 'editor')).id)
    await goBack(booted())
    const title = unique('old')
    const id = await insertOld(booted(), title, user)
    // As several processes do that start at once, where several may.
    const starts = name === 'mongodb' ? 3 : 1
    await Promise.all(Array.from({ length: starts }, () => engine.prepare(payload)))
    const project = await payload.findByID({ collection: 'projects', id, depth: 0 })
    expect(project).toMatchObject({ title, genre: ['noir'], episodeCount: 0, episodesMade: 3 })
    expect(project.members).toMatchObject([{ user, role: 'director' }])
    expect(project.collaborators).toEqual([user])
    expect(await reportOf()).toMatchObject({
      moved: { members: 1 },
      notConverted: [`${title}: somebody (viewer) whose user is gone`],
    })
    const { docs } = await payload.find({
      collection: 'projects',
      where: { 'members.user': { equals: user } },
    })
    expect(docs.map((doc) => doc.id)).toEqual([id])
  })
})

describeEngine('sqlite', 'A migration that fails half way', (booted) => {
  it('leaves the file as it was, and runs whole the next time', async () => {
    const { payload, engine } = booted()
    const client = clientOf(payload)
    const user = String((await createUser(payload, 'editor')).id)
    await goBack(booted())
    const id = await insertOld(booted(), unique('old'), user)
    const schema = async () =>
      (await client.execute('SELECT name, sql FROM sqlite_master ORDER BY name')).rows.map((row) => ({
        ...row,
      }))
    // The second table that it makes is there already.
    await client.execute('CREATE TABLE `_projects_v_version_members` (`id` text)')
    const before = await schema()
    const logged = vi.spyOn(payload.logger, 'error').mockImplementation(() => undefined)
    const exit = vi.spyOn(process, 'exit').mockImplementation(() => {
      throw new Error('Payload ends the process.')
    })
    try {
      await expect(engine.prepare(payload)).rejects.toThrow('Payload ends the process.')
    } finally {
      exit.mockRestore()
    }
    expect(logged.mock.calls[0]?.[0]).toMatchObject({
      msg: expect.stringContaining('Error running migration'),
    })
    logged.mockRestore()
    expect(await schema()).toEqual(before)
    expect((await client.execute('PRAGMA foreign_keys')).rows[0]?.foreign_keys).toBe(1)
    await client.execute('DROP TABLE `_projects_v_version_members`')
    await engine.prepare(payload)
    expect(await payload.findByID({ collection: 'projects', id, depth: 0 })).toMatchObject({
      episodesMade: 3,
      collaborators: [user],
    })
  })
})

describeEngine('mongodb', 'A migration whose process was killed', (booted) => {
  it('is finished by the next, which leaves alone what was moved and changed since', async () => {
    const { payload, engine } = booted()
    const user = String((await createUser(payload, 'editor')).id)
    await goBack(booted())
    const old = await insertOld(booted(), unique('old'), user)
    const moved = await insertOld(booted(), unique('moved'), user)
    const projects = dbOf(payload).collection('projects')
    await projects.updateOne(
      { _id: new ObjectId(moved) },
      {
        $set: { members: [], episodesMade: 7, episodeCount: 9, genre: ['drama'] },
        $unset: { collaborators: '' },
      },
    )
    // What the dead process still holds, for the rest of its lease.
    expect(await engine.locks.acquire('migrations', 'a-dead-process', 1)).toBe(true)
    await engine.prepare(payload)
    expect(await payload.findByID({ collection: 'projects', id: old, depth: 0 })).toMatchObject({
      episodesMade: 3,
      collaborators: [user],
    })
    expect(await payload.findByID({ collection: 'projects', id: moved, depth: 0 })).toMatchObject({
      genre: ['drama'],
      episodeCount: 9,
      episodesMade: 7,
      collaborators: [],
    })
    const { docs } = await payload.find({
      collection: 'payload-migrations',
      where: { name: { like: 'members' } },
    })
    expect(docs).toHaveLength(1)
  })
})
