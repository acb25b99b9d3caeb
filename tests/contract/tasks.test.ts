import type { Where } from 'payload'
import { describe, expect, it } from 'vitest'
import type { NewEvent } from '@/contracts'
import { describeEngines } from './engines'
import { done, failure, queueOf, retryNow } from './taskHelpers'

describeEngines('Task queue', (booted) => {
  const queue = () => queueOf(booted())

  describe('insert', () => {
    it('stores what Payload reads, with ids as strings', async () => {
      const { add, read } = queue()
      const { payload } = booted()
      const user = await payload.create({
        collection: 'users',
        data: { name: 'Ada', email: 'ada@example.org', password: 'long-enough-1', role: 'admin' },
      })
      const project = await payload.create({
        collection: 'projects',
        data: { title: 'Stored', type: 'short', status: 'concept' },
      })
      const parent = await add('stored', { projectId: project.id, createdById: user.id, isStep: true })
      const runAt = new Date(Date.now() + 60_000)
      const id = await add('stored', {
        input: { shot: 2, at: new Date(0), 'a.b': '$c', nothing: undefined },
        parentId: parent,
        projectId: project.id,
        createdById: user.id,
        runId: 'run-stored',
        title: 'A panel',
        priority: 3,
        runAt,
        estimatedCostMicroUsd: 70,
      })
      expect(await read(id)).toMatchObject({
        id,
        type: 'stored',
        state: 'scheduled',
        title: 'A panel',
        priority: 3,
        attempts: 0,
        maxAttempts: 3,
        estimatedCost: 70,
        input: { shot: 2, at: '1970-01-01T00:00:00.000Z', 'a.b': '$c' },
        parent,
        project: project.id,
        createdBy: user.id,
        runId: 'run-stored',
        runAt: runAt.toISOString(),
        progress: { percentage: 0 },
      })
      const populated = await payload.findByID({ collection: 'tasks', id, depth: 1 })
      expect(populated).toMatchObject({
        parent: { id: parent },
        project: { id: project.id, title: 'Stored' },
        createdBy: { id: user.id, name: 'Ada' },
      })
      const queries: Where[] = [
        { project: { equals: project.id } },
        { parent: { equals: parent } },
        { createdAt: { greater_than: new Date(Date.now() - 60_000).toISOString() } },
      ]
      for (const where of queries) {
        const { docs } = await payload.find({ collection: 'tasks', where, depth: 0 })
        expect(docs.map((task) => task.id)).toContain(id)
      }
    })

    it('claims what Payload wrote', async () => {
      const { payload } = booted()
      const { claimOne } = queue()
      const dependency = await queue().add('other-type')
      const { id } = await payload.create({
        collection: 'tasks',
        data: { type: 'by-payload', state: 'ready', priority: 1, input: { a: 1 }, dependsOn: [dependency] },
      })
      const task = await claimOne('by-payload')
      expect(task).toMatchObject({ id, input: { a: 1 }, attempt: 1, maxAttempts: 3, operation: null })
    })

    it('leaves out a repeated idempotency key, also inside one call', async () => {
      const { tasks, claim } = queue()
      const task = { type: 'keyed', input: {} }
      const [first] = await tasks.insert([{ ...task, idempotencyKey: 'k1' }])
      const ids = await tasks.insert([
        { ...task, idempotencyKey: 'k1' },
        { ...task, idempotencyKey: 'k2' },
        { ...task, idempotencyKey: 'k2' },
        { ...task },
        { ...task },
      ])
      expect(ids[0]).toBe(first)
      expect(ids[1]).toBe(ids[2])
      expect(new Set(ids).size).toBe(4)
      expect(await claim('keyed', 10)).toHaveLength(4)
    })

    it('inserts one task when many insert the same key at once', async () => {
      const { tasks, claim } = queue()
      const all = await Promise.all(
        Array.from({ length: 25 }, (_, n) =>
          tasks.insert([{ type: 'raced', input: { n }, idempotencyKey: 'race' }]),
        ),
      )
      expect(new Set(all.flat()).size).toBe(1)
      expect(await claim('raced', 10)).toHaveLength(1)
    })

    it('inserts nothing where there is nothing', async () => {
      expect(await queue().tasks.insert([])).toEqual([])
    })
  })

  describe('claim', () => {
    it('takes the highest priority first and the oldest first within one', async () => {
      const { add, claim } = queue()
      const low = await add('ordered', { priority: -1 })
      const first = await add('ordered')
      const second = await add('ordered')
      const high = await add('ordered', { priority: 9 })
      const claimed = await claim('ordered', 3)
      expect(claimed.map((task) => task.id)).toEqual([high, first, second])
      expect((await claim('ordered', 3)).map((task) => task.id)).toEqual([low])
      expect(await claim('ordered', 3)).toEqual([])
    })

    it('leases the task: token, worker, attempt and times', async () => {
      const { add, claimOne, read } = queue()
      const id = await add('leased', { input: { a: [1, { b: 'c' }] }, runId: 'r', isStep: true })
      const before = Date.now()
      const task = await claimOne('leased', 30)
      expect(task).toMatchObject({ id, input: { a: [1, { b: 'c' }] }, runId: 'r', isStep: true, attempt: 1 })
      const stored = await read(id)
      expect(stored).toMatchObject({ state: 'running', worker: 'test', leaseToken: task.token, attempts: 1 })
      const left = new Date(stored.leaseExpiresAt as string).getTime() - before
      expect(left).toBeGreaterThan(29_000)
      expect(left).toBeLessThan(35_000)
      expect(stored.startedAt).toBeTruthy()
    })

    it('takes nothing of another type, and any type where none is named', async () => {
      const { add, claim, tasks, finish } = queue()
      const id = await add('of-any-type', { priority: 1_000 })
      expect(await claim('of-another-type')).toEqual([])
      const [task] = await tasks.claim({ worker: 'w', limit: 1, leaseSeconds: 60 })
      expect(task?.id).toBe(id)
      if (task) await finish(task)
    })

    it('never gives one task to two of two hundred claims at once', async () => {
      const { tasks, claim } = queue()
      const inserted = await tasks.insert(
        Array.from({ length: 120 }, (_, n) => ({ type: 'crowd', input: { n } })),
      )
      const claims = await Promise.all(Array.from({ length: 200 }, () => claim('crowd')))
      const ids = claims.flat().map((task) => task.id)
      expect(ids).toHaveLength(120)
      expect(new Set(ids)).toEqual(new Set(inserted))
      expect(claims.filter((each) => each.length === 0)).toHaveLength(80)
      expect(new Set(claims.flat().map((task) => task.token)).size).toBe(120)
    })
  })

  describe('lease', () => {
    it('is renewed with progress by its holder only', async () => {
      const { add, claimOne, tasks, read } = queue()
      const id = await add('renewed')
      const { token } = await claimOne('renewed', 5)
      const progress = { percentage: 40, stage: 'drawing', etaSeconds: 12 }
      expect(await tasks.renew({ id, token, leaseSeconds: 60, progress })).toBe('renewed')
      const stored = await read(id)
      expect(stored.progress).toMatchObject(progress)
      expect(new Date(stored.leaseExpiresAt as string).getTime()).toBeGreaterThan(Date.now() + 50_000)
      expect(
        await tasks.renew({ id, token: 'other', leaseSeconds: 60, progress: { ...progress, stage: 'x' } }),
      ).toBe('lost')
      expect((await read(id)).progress?.stage).toBe('drawing')
    })

    it('fences every write: a wrong token, and an id that names nothing, change nothing', async () => {
      const { add, claimOne, tasks, read } = queue()
      const id = await add('fenced')
      await claimOne('fenced')
      const before = await read(id)
      for (const wrong of [
        { id, token: 'wrong' },
        { id: 'nonsense', token: 'wrong' },
      ]) {
        expect(await tasks.renew({ ...wrong, leaseSeconds: 60 })).toBe('lost')
        expect(await tasks.saveOperation({ ...wrong, operation: { job: 1 } })).toBe(false)
        expect(await tasks.settle({ ...wrong, settlement: done })).toBe(false)
        expect(await tasks.settle({ ...wrong, settlement: retryNow() })).toBe(false)
        expect(await tasks.giveBack(wrong)).toBe(false)
      }
      expect(await read(id)).toEqual(before)
    })

    it('keeps the operation for the next attempt and drops it when the task completes', async () => {
      const { add, claimOne, tasks, settle, read } = queue()
      const id = await add('operated')
      const first = await claimOne('operated')
      expect(await tasks.saveOperation({ id, token: first.token, operation: { job: 'j-1' } })).toBe(true)
      expect(await settle(first, retryNow())).toBe(true)
      await tasks.promoteDue(new Date())
      const second = await claimOne('operated')
      expect(second.operation).toEqual({ job: 'j-1' })
      expect(second.attempt).toBe(2)
      expect(await settle(second, done)).toBe(true)
      expect((await read(id)).operation ?? null).toBeNull()
    })

    it('that ran out is given to another; its old holder can write nothing', async () => {
      const { add, claimOne, tasks, settle, stateOf, outcomes } = queue()
      const id = await add('expired')
      const old = await claimOne('expired', 1)
      const soon = new Date(Date.now() + 5_000)
      expect(await tasks.recoverExpired({ now: new Date() })).not.toContainEqual(
        expect.objectContaining({ id }),
      )
      expect(await tasks.recoverExpired({ now: soon })).toContainEqual({ id, state: 'ready' })
      expect(await settle(old, done)).toBe(false)
      const next = await claimOne('expired')
      expect(next).toMatchObject({ id, attempt: 2 })
      expect(next.token).not.toBe(old.token)
      expect(await settle(old, done)).toBe(false)
      expect(await tasks.renew({ id, token: old.token, leaseSeconds: 60 })).toBe('lost')
      expect(await stateOf(id)).toBe('running')
      expect(await settle(next, done)).toBe(true)
      expect(await outcomes(id)).toEqual(['worker-lost', 'completed'])
    })

    it('that ran out on the last attempt leaves the task dead', async () => {
      const { add, claimOne, tasks, read } = queue()
      const id = await add('exhausted', { maxAttempts: 1 })
      await claimOne('exhausted', 1)
      const recovered = await tasks.recoverExpired({ now: new Date(Date.now() + 5_000) })
      expect(recovered).toContainEqual({ id, state: 'dead' })
      const stored = await read(id)
      expect(stored).toMatchObject({ state: 'dead', error: { code: 'worker-lost' } })
      expect(stored.finishedAt).toBeTruthy()
    })

    it('is void when the exclusive owner starts', async () => {
      const { add, claimOne, tasks, stateOf } = queue()
      const id = await add('owned')
      await claimOne('owned', 3600)
      const recovered = await tasks.recoverExpired({ now: new Date(), isExclusiveOwner: true })
      expect(recovered).toContainEqual({ id, state: 'ready' })
      expect(await stateOf(id)).toBe('ready')
    })

    it('given back does not count as an attempt', async () => {
      const { add, claimOne, tasks, read } = queue()
      const id = await add('returned')
      const task = await claimOne('returned')
      expect(await tasks.giveBack({ id, token: task.token })).toBe(true)
      expect(await read(id)).toMatchObject({ state: 'ready', attempts: 0 })
      expect(await claimOne('returned')).toMatchObject({ id, attempt: 1 })
    })
  })

  describe('settle', () => {
    it('completes with result, cost and history', async () => {
      const { add, claimOne, settle, read } = queue()
      const id = await add('completed')
      const task = await claimOne('completed')
      expect(await settle(task, { ...done, result: { media: ['m'] }, costMicroUsd: 42 })).toBe(true)
      const stored = await read(id)
      expect(stored).toMatchObject({
        state: 'completed',
        result: { media: ['m'] },
        actualCost: 42,
        progress: { percentage: 100 },
      })
      expect(stored.finishedAt).toBeTruthy()
      expect(stored.leaseToken ?? null).toBeNull()
      expect(stored.leaseExpiresAt ?? null).toBeNull()
      expect(await settle(task, done), 'a second time').toBe(false)
    })

    it('adds up the cost of attempts and keeps their history', async () => {
      const { add, claimOne, settle, tasks, read, outcomes } = queue()
      const id = await add('tried')
      await settle(await claimOne('tried'), retryNow())
      expect(await read(id)).toMatchObject({ state: 'scheduled', error: failure })
      await tasks.promoteDue(new Date())
      await settle(await claimOne('tried'), { kind: 'held', failure })
      expect(await read(id)).toMatchObject({ state: 'held', error: failure, attempts: 2 })
      expect(await tasks.retryDead(id)).toBe(true)
      await settle(await claimOne('tried'), done)
      const stored = await read(id)
      expect(stored).toMatchObject({ state: 'completed', attempts: 1, actualCost: 5 })
      expect(stored.error ?? null).toBeNull()
      expect(await outcomes(id)).toEqual(['retry', 'held', 'retried-by-person', 'completed'])
    })

    it('rests in dead until a person retries or discards', async () => {
      const { add, claimOne, settle, tasks, read, stateOf } = queue()
      const id = await add('mortal')
      expect(await tasks.retryDead(id)).toBe(false)
      expect(await tasks.discardDead(id)).toBe(false)
      await settle(await claimOne('mortal'), { kind: 'dead', failure })
      expect(await stateOf(id)).toBe('dead')
      expect(await tasks.retryDead(id)).toBe(true)
      expect(await read(id)).toMatchObject({ state: 'ready', attempts: 0 })
      await settle(await claimOne('mortal'), { kind: 'dead', failure })
      expect(await tasks.discardDead(id)).toBe(true)
      expect(await stateOf(id)).toBe('discarded')
      expect(await tasks.discardDead(id)).toBe(false)
      expect(await tasks.retryDead('nonsense')).toBe(false)
    })
  })

  describe('settle with an event', () => {
    const eventOf = (entityId: string): NewEvent => ({
      type: 'task.settled',
      action: 'settled',
      entityCollection: 'tasks',
      entityId,
      projectId: null,
      actorId: null,
      actorKind: 'worker',
      before: null,
      after: {},
      requestId: null,
    })
    const eventsOf = async (entityId: string) =>
      (await booted().payload.count({ collection: 'events', where: { entityId: { equals: entityId } } }))
        .totalDocs

    it.each([
      ['done', done],
      ['retry', retryNow()],
      ['held', { kind: 'held', failure } as const],
    ])('appends it once where it took, and not where the lease is lost (%s)', async (name, settlement) => {
      const { add, claimOne, tasks } = queue()
      const id = await add(`told-${name}`)
      const { token } = await claimOne(`told-${name}`)
      const event = eventOf(id)
      expect(await tasks.settle({ id, token: 'wrong', settlement, event })).toBe(false)
      expect(await eventsOf(id)).toBe(0)
      expect(await tasks.settle({ id, token, settlement, event })).toBe(true)
      expect(await tasks.settle({ id, token, settlement, event })).toBe(false)
      expect(await eventsOf(id)).toBe(1)
    })
  })

  describe('schedule', () => {
    it('makes ready what is due and nothing else', async () => {
      const { add, claim, tasks } = queue()
      const now = Date.now()
      const soon = await add('timed', { runAt: new Date(now + 10_000) })
      await add('timed', { runAt: new Date(now + 100_000) })
      const past = await add('timed', { runAt: new Date(now - 10_000) })
      expect((await claim('timed', 5)).map((task) => task.id)).toEqual([past])
      await tasks.promoteDue(new Date(now + 5_000))
      expect(await claim('timed', 5)).toEqual([])
      expect(await tasks.promoteDue(new Date(now + 20_000))).toBeGreaterThanOrEqual(1)
      expect((await claim('timed', 5)).map((task) => task.id)).toEqual([soon])
    })
  })

  describe('housekeeping', () => {
    it('sweeps finished tasks only, oldest bound and limit kept', async () => {
      const { add, claim, claimOne, settle, tasks, stateOf } = queue()
      const dead = await add('swept-dead')
      await settle(await claimOne('swept-dead'), { kind: 'dead', failure })
      for (let n = 0; n < 3; n += 1) await add('swept')
      for (const task of await claim('swept', 3)) await settle(task, done)
      expect(await tasks.sweepFinished(new Date(Date.now() - 60_000), 10)).toBe(0)
      const later = new Date(Date.now() + 60_000)
      expect(await tasks.sweepFinished(later, 2)).toBe(2)
      while ((await tasks.sweepFinished(later, 1_000)) > 0);
      expect(await stateOf(dead)).toBe('dead')
      const { totalDocs } = await booted().payload.count({
        collection: 'tasks',
        where: { type: { equals: 'swept' } },
      })
      expect(totalDocs).toBe(0)
    })

    it('counts a run by type, state and step', async () => {
      const { add, claimOne, settle, tasks } = queue()
      await add('counted-step', { runId: 'count', isStep: true })
      for (let n = 0; n < 3; n += 1) await add('counted', { runId: 'count' })
      await add('counted', { runId: 'another' })
      await settle(await claimOne('counted'), done)
      const rows = await tasks.countRun('count')
      expect(rows).toHaveLength(3)
      expect(rows).toEqual(
        expect.arrayContaining([
          { type: 'counted-step', state: 'ready', isStep: true, count: 1 },
          { type: 'counted', state: 'ready', isStep: false, count: 2 },
          { type: 'counted', state: 'completed', isStep: false, count: 1 },
        ]),
      )
      expect(await tasks.countRun('no-such-run')).toEqual([])
    })
  })
})
