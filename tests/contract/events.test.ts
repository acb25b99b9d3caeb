import { MongoClient } from 'mongodb'
import { expect, it } from 'vitest'
import type { NewEvent } from '@/contracts'
import { type Booted, describeEngine, describeEngines } from './engines'

const event = (n: number, over: Partial<NewEvent> = {}): NewEvent => ({
  type: 'panel.updated',
  action: 'updated',
  entityCollection: 'panels',
  entityId: `panel-${n}`,
  projectId: null,
  actorId: null,
  actorKind: 'system',
  before: { n: n - 1 },
  after: { n },
  requestId: null,
  ...over,
})

/** All events about one kind of thing, in the order of their sequence. */
async function logOf({ payload }: Booted, entityCollection: string) {
  const { docs } = await payload.find({
    collection: 'events',
    where: { entityCollection: { equals: entityCollection } },
    sort: 'sequence',
    pagination: false,
    depth: 0,
  })
  return docs
}

describeEngines('Event log', (booted) => {
  const append = (events: NewEvent[]) => booted().engine.events.append(events)

  it('numbers events in the order given, without a gap', async () => {
    const start = await append([])
    expect(await append([event(1), event(2), event(3)])).toBe(start + 3)
    expect(await append([event(4)])).toBe(start + 4)
    const { docs } = await booted().payload.find({
      collection: 'events',
      where: { sequence: { greater_than: start } },
      sort: 'sequence',
      depth: 0,
    })
    expect(docs.map((doc) => [doc.sequence - start, doc.entityId])).toEqual([
      [1, 'panel-1'],
      [2, 'panel-2'],
      [3, 'panel-3'],
      [4, 'panel-4'],
    ])
    expect(await append([])).toBe(start + 4)
  })

  it('keeps what it was given', async () => {
    const { payload } = booted()
    const user = await payload.create({
      collection: 'users',
      data: { name: 'Eve', email: 'eve@example.org', password: 'long-enough-1', role: 'producer' },
    })
    const project = await payload.create({
      collection: 'projects',
      data: { title: 'Log', type: 'short', status: 'concept' },
    })
    const after = { title: 'Größe', list: [1, { 'a.b': '$set' }], empty: null }
    const sequence = await append([
      event(9, {
        projectId: project.id,
        actorId: user.id,
        actorKind: 'user',
        before: null,
        after,
        requestId: 'r',
      }),
    ])
    const { docs } = await payload.find({
      collection: 'events',
      where: { sequence: { equals: sequence } },
      depth: 0,
    })
    expect(docs).toHaveLength(1)
    expect(docs[0]).toMatchObject({
      type: 'panel.updated',
      action: 'updated',
      entityCollection: 'panels',
      entityId: 'panel-9',
      actor: user.id,
      actorKind: 'user',
      project: project.id,
      after,
      requestId: 'r',
    })
    expect(docs[0]?.before ?? null).toBeNull()
    expect(Date.now() - new Date(docs[0]?.createdAt as string).getTime()).toBeLessThan(60_000)
  })

  it('gives a hundred appends at once numbers that differ and have no gap', async () => {
    const start = await append([])
    const events = Array.from({ length: 100 }, (_, n) =>
      append([
        event(n, { entityCollection: 'crowd' }),
        event(n, { entityCollection: 'crowd', action: 'second' }),
      ]),
    )
    const last = await Promise.all(events)
    expect(new Set(last).size).toBe(100)
    const log = await logOf(booted(), 'crowd')
    expect(log.map((doc) => doc.sequence)).toEqual(Array.from({ length: 200 }, (_, n) => start + n + 1))
    for (const [n, sequence] of last.entries()) {
      const second = log.find((doc) => doc.sequence === sequence)
      expect(second).toMatchObject({ entityId: `panel-${n}`, action: 'second' })
    }
  })

  it('holds what somebody did who is gone by now, and harms no other event', async () => {
    const gone = booted().engine.newId()
    await Promise.all([
      append([event(1, { entityCollection: 'beside' })]),
      append([event(2, { entityCollection: 'beside', actorId: gone, projectId: booted().engine.newId() })]),
    ])
    const log = await logOf(booted(), 'beside')
    expect(log.map(({ entityId }) => entityId).toSorted()).toEqual(['panel-1', 'panel-2'])
  })
})

describeEngine('mongodb', 'Event log of several processes', (booted) => {
  it('has no gap, no double and each writer’s order', async () => {
    const { mongodbEventStore } = await import('@/database/engine/mongodb/events')
    const clients = await Promise.all([1, 2, 3].map(() => MongoClient.connect(booted().uri)))
    const stores = clients.map((client) => mongodbEventStore(() => client.db()))
    const start = await booted().engine.events.append([])
    let seen = start
    let isDone = false
    const reader = async () => {
      while (!isDone) {
        const { docs } = await booted().payload.find({
          collection: 'events',
          where: { sequence: { greater_than: seen } },
          sort: 'sequence',
          pagination: false,
          depth: 0,
        })
        for (const doc of docs) {
          expect(doc.sequence, 'a reader meets every number in turn').toBe(seen + 1)
          seen = doc.sequence
        }
      }
    }
    const reading = reader()
    await Promise.all(
      stores.flatMap((store, writer) =>
        Array.from({ length: 30 }, (_, n) =>
          store.append([event(n, { entityCollection: `writer-${writer}` })]),
        ),
      ),
    )
    isDone = true
    await reading
    for (const writer of [0, 1, 2]) {
      const log = await logOf(booted(), `writer-${writer}`)
      expect(log.map((doc) => doc.entityId)).toEqual(Array.from({ length: 30 }, (_, n) => `panel-${n}`))
    }
    expect(await booted().engine.events.append([])).toBe(start + 90)
    await Promise.all(clients.map((client) => client.close()))
  })
})
