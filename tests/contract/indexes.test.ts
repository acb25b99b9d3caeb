import fs from 'node:fs'
import type { Db } from 'mongodb'
import { expect, it } from 'vitest'
import { describeEngine } from './engines'

const PAGE = new URL('../../docs/database/DATABASE_INDEXES.md', import.meta.url)

/** `collection.index` of every row in the tables of the page that describe MongoDB. */
function documented(): string[] {
  const [mongodb] = fs.readFileSync(PAGE, 'utf8').split('\n## SQLite')
  const found: string[] = []
  let collection = ''
  for (const line of (mongodb as string).split('\n')) {
    collection = /^### `(.+)`$/.exec(line)?.[1] ?? collection
    const index = /^\| `([^`]+)` \| (.*) \|$/.exec(line)
    if (index) {
      expect(index[2], `what ${collection}.${index[1]} serves`).toMatch(/\w{3}/)
      found.push(`${collection}.${index[1]}`)
    }
  }
  return found
}

async function existing(db: Db): Promise<string[]> {
  const collections = await db.listCollections().toArray()
  const all = await Promise.all(
    collections.map(async ({ name }) => {
      const indexes = await db.collection(name).listIndexes().toArray()
      return indexes.filter((index) => index.name !== '_id_').map((index) => `${name}.${index.name}`)
    }),
  )
  return all.flat()
}

describeEngine('mongodb', 'Indexes', (booted) => {
  const db = () => (booted().payload.db as unknown as { connection: { db: Db } }).connection.db

  it('are those that docs/database/DATABASE_INDEXES.md names, and no others', async () => {
    const indexes = await existing(db())
    expect(indexes.length).toBeGreaterThanOrEqual(50)
    expect(documented().sort()).toEqual(indexes.sort())
    const said = Number(/There are \*\*(\d+)\*\*/.exec(fs.readFileSync(PAGE, 'utf8'))?.[1])
    expect(said, 'the number that the page gives').toBe(indexes.length)
  })

  it('stay as they are when every process prepares again, also at the same time', async () => {
    const before = (await existing(db())).sort()
    const { engine, payload } = booted()
    await Promise.all([1, 2, 3].map(() => engine.prepare(payload)))
    expect((await existing(db())).sort()).toEqual(before)
  })

  it('of the engine are made anew where they were defined otherwise', async () => {
    const { engine, payload } = booted()
    const tasks = db().collection('tasks')
    await tasks.dropIndex('tasks_due')
    await tasks.createIndex({ runAt: -1 }, { name: 'tasks_due' })
    await engine.prepare(payload)
    const made = (await tasks.listIndexes().toArray()).find(({ name }) => name === 'tasks_due')
    expect(made).toMatchObject({ key: { runAt: 1 }, partialFilterExpression: { state: 'scheduled' } })
  })

  it('let finished tasks leave after ninety days, and no others', async () => {
    const indexes = await db().collection('tasks').listIndexes().toArray()
    expect(indexes.filter(({ expireAfterSeconds }) => expireAfterSeconds !== undefined)).toMatchObject([
      {
        key: { finishedAt: 1 },
        expireAfterSeconds: 90 * 24 * 60 * 60,
        partialFilterExpression: { state: { $in: ['completed', 'discarded', 'cancelled'] } },
      },
    ])
  })

  it('find words in scripts, people and prompts, in any language', async () => {
    const { payload } = booted()
    const { id: project } = await payload.create({
      collection: 'projects',
      data: { title: 'The Lighthouse', type: 'short', status: 'concept', logline: 'A keeper waits.' },
    })
    const { id: episode } = await payload.create({
      collection: 'episodes',
      data: {
        project,
        episodeNumber: 1,
        title: 'Nebel',
        status: 'draft',
        script: { text: 'INT. LEUCHTTURM - NACHT\n\nDer Wärter zündet die Lampe an.' },
      },
    })
    const search = (collection: string, words: string) =>
      db()
        .collection(collection)
        .find({ $text: { $search: words } })
        .project({ _id: 1 })
        .toArray()
    const idsOf = async (collection: string, words: string) =>
      (await search(collection, words)).map(({ _id }) => String(_id))
    expect(await idsOf('projects', 'lighthouse')).toEqual([project])
    expect(await idsOf('projects', 'keeper')).toEqual([project])
    expect(await idsOf('episodes', 'Lampe')).toEqual([episode])
    expect(await idsOf('episodes', 'lighthouse')).toEqual([])
  })
})
