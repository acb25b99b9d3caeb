import { describe, expect, it } from 'vitest'
import { describeEngines } from './engines'
import { dead, done, failure, fannedOut, queueOf, retryNow } from './taskHelpers'

describeEngines('Task trees', (booted) => {
  const queue = () => queueOf(booted())

  describe('dependencies', () => {
    it('hold a task until all have ended', async () => {
      const { add, claim, claimOne, finish, stateOf } = queue()
      const first = await add('dep-1')
      const second = await add('dep-2')
      const waiting = await add('dep-after', { dependsOn: [first, second] })
      expect(await stateOf(waiting)).toBe('waiting')
      expect((await finish(await claimOne('dep-1'))).readied).toEqual([])
      expect(await claim('dep-after')).toEqual([])
      expect((await finish(await claimOne('dep-2'))).readied).toEqual([waiting])
      expect((await claimOne('dep-after')).id).toBe(waiting)
    })

    it('that ended before the insert hold nobody', async () => {
      const { add, claimOne, finish, stateOf } = queue()
      const first = await add('early')
      await finish(await claimOne('early'))
      expect(await stateOf(await add('late', { dependsOn: [first] }))).toBe('ready')
    })

    it('that end while the task is inserted do not strand it', async () => {
      const { add, claim, finish, stateOf } = queue()
      for (let n = 0; n < 20; n += 1) await add('brief')
      const running = await claim('brief', 20)
      const waiting = await Promise.all(
        running.map(async (task) => {
          const [id] = await Promise.all([add('hasty', { dependsOn: [task.id] }), finish(task)])
          return id
        }),
      )
      for (const id of waiting) expect(await stateOf(id)).toBe('ready')
    })

    it('lead to scheduled where the time has not come', async () => {
      const { add, claimOne, finish, stateOf } = queue()
      const first = await add('before-time')
      const id = await add('on-time', { dependsOn: [first], runAt: new Date(Date.now() + 60_000) })
      await finish(await claimOne('before-time'))
      expect(await stateOf(id)).toBe('scheduled')
    })

    it('count as ended where they were swept away', async () => {
      const { add, claimOne, settle, tasks, stateOf } = queue()
      const first = await add('gone')
      const id = await add('left-behind', { dependsOn: [first] })
      await settle(await claimOne('gone'), done)
      while ((await tasks.sweepFinished(new Date(Date.now() + 60_000), 1_000)) > 0);
      expect((await tasks.release()).readied).toContain(id)
      expect(await stateOf(id)).toBe('ready')
    })

    it('that are dead block until discarded', async () => {
      const { add, claimOne, finish, tasks, stateOf } = queue()
      const first = await add('blocker')
      const id = await add('blocked', { dependsOn: [first] })
      await finish(await claimOne('blocker'), dead)
      expect(await stateOf(id)).toBe('waiting')
      await tasks.discardDead(first)
      expect((await tasks.release({ id: first, parentId: null })).readied).toEqual([id])
    })

    it('release a task once, however many ask', async () => {
      const { add, claimOne, settle, tasks } = queue()
      const first = await add('crowded')
      const ids = []
      for (let n = 0; n < 10; n += 1) ids.push(await add('crowd-after', { dependsOn: [first] }))
      await settle(await claimOne('crowded'), done)
      const released = await Promise.all(
        Array.from({ length: 8 }, () => tasks.release({ id: first, parentId: null })),
      )
      expect(released.flatMap(({ readied }) => readied).sort()).toEqual([...ids].sort())
    })
  })

  describe('children', () => {
    it('complete their parents up three levels, and ready what waits for those', async () => {
      const { add, claimOne, finish, settle, stateOf, read } = queue()
      const top = await add('level-0', { isStep: true })
      const after = await add('after-top', { dependsOn: [top] })
      await settle(await claimOne('level-0'), fannedOut)
      const middle = await add('level-1', { parentId: top, isStep: true })
      await settle(await claimOne('level-1'), fannedOut)
      const low = await add('level-2', { parentId: middle, isStep: true })
      await settle(await claimOne('level-2'), fannedOut)
      await add('leaf', { parentId: low })
      await add('leaf', { parentId: low })
      expect(await finish(await claimOne('leaf'))).toEqual({ completed: [], readied: [] })
      expect(await stateOf(low)).toBe('awaiting-children')
      expect(await stateOf(after)).toBe('waiting')
      const released = await finish(await claimOne('leaf'))
      expect(released).toEqual({ completed: [low, middle, top], readied: [after] })
      expect(await read(top)).toMatchObject({ state: 'completed', progress: { percentage: 100 } })
      expect((await read(top)).finishedAt).toBeTruthy()
    })

    it('are waited for by a dependent of the parent', async () => {
      const { add, claimOne, finish, stateOf } = queue()
      const parent = await add('parent-dep', { isStep: true })
      const after = await add('after-parent', { dependsOn: [parent] })
      await add('child-dep', { parentId: parent })
      await finish(await claimOne('parent-dep'), fannedOut)
      expect(await stateOf(after)).toBe('waiting')
      await finish(await claimOne('child-dep'))
      expect(await stateOf(after)).toBe('ready')
    })

    it('are mended by a full release after a crash between two steps', async () => {
      const { add, claimOne, settle, tasks, stateOf } = queue()
      const top = await add('crashed-0', { isStep: true })
      const middle = await add('crashed-1', { parentId: top, isStep: true })
      await add('crashed-2', { parentId: middle })
      const after = await add('crashed-after', { dependsOn: [top] })
      await settle(await claimOne('crashed-0'), fannedOut)
      await settle(await claimOne('crashed-1'), fannedOut)
      await settle(await claimOne('crashed-2'), done)
      const { completed, readied } = await tasks.release()
      expect(completed).toEqual(expect.arrayContaining([top, middle]))
      expect(readied).toContain(after)
      expect(await stateOf(after)).toBe('ready')
      expect(await tasks.release()).toEqual({ completed: [], readied: [] })
    })

    it('that are dead keep the parent open until retried or discarded', async () => {
      const { add, claimOne, finish, tasks, stateOf } = queue()
      const parent = await add('grieving', { isStep: true })
      const after = await add('after-grieving', { dependsOn: [parent] })
      const lost = await add('mortal-child', { parentId: parent })
      const saved = await add('saved-child', { parentId: parent })
      await finish(await claimOne('grieving'), fannedOut)
      await finish(await claimOne('mortal-child'), dead)
      await finish(await claimOne('saved-child'), dead)
      expect(await stateOf(parent)).toBe('awaiting-children')
      await tasks.retryDead(saved)
      await finish(await claimOne('saved-child'))
      expect(await stateOf(parent)).toBe('awaiting-children')
      await tasks.discardDead(lost)
      const released = await tasks.release({ id: lost, parentId: parent })
      expect(released).toEqual({ completed: [parent], readied: [after] })
    })

    it('complete the parent once when they end at the same time', async () => {
      const { add, claim, claimOne, settle, finish } = queue()
      const parent = await add('twin-parent', { isStep: true })
      await settle(await claimOne('twin-parent'), fannedOut)
      for (let n = 0; n < 12; n += 1) await add('twin', { parentId: parent })
      const released = await Promise.all((await claim('twin', 12)).map((task) => finish(task)))
      expect(released.flatMap(({ completed }) => completed)).toEqual([parent])
    })
  })

  describe('cancel', () => {
    it('of a run ends what rests and asks what runs to stop, children and dependents included', async () => {
      const { add, claimOne, settle, finish, tasks, stateOf, read } = queue()
      const runId = 'run-to-cancel'
      const step = await add('c-step', { runId, isStep: true })
      await settle(await claimOne('c-step'), fannedOut)
      const finished = await add('c-finished', { runId, parentId: step })
      const running = await add('c-running', { runId, parentId: step })
      await finish(await claimOne('c-finished'))
      const claimed = await claimOne('c-running')
      const ready = await add('c-ready', { runId, parentId: step })
      const scheduled = await add('c-timed', { runId, runAt: new Date(Date.now() + 60_000) })
      const waiting = await add('c-waiting', { runId, dependsOn: [step] })
      const outside = await add('c-outside', { dependsOn: [waiting] })
      const foreign = await add('c-foreign', { dependsOn: [finished] })
      const cancelled = await tasks.cancel({ runId })
      expect([...cancelled].sort()).toEqual([step, running, ready, scheduled, waiting, outside].sort())
      for (const id of [step, ready, scheduled, waiting, outside]) expect(await stateOf(id)).toBe('cancelled')
      expect(await stateOf(finished)).toBe('completed')
      expect(await stateOf(foreign), 'depends on what completed').toBe('ready')
      expect(await read(running)).toMatchObject({ state: 'running', isCancelRequested: true })
      expect(await tasks.renew({ id: running, token: claimed.token, leaseSeconds: 60 })).toBe(
        'cancel-requested',
      )
      expect(await settle(claimed, { kind: 'cancelled' })).toBe(true)
      expect(await stateOf(running)).toBe('cancelled')
      expect(await tasks.cancel({ runId })).toEqual([])
    })

    it('of one task leaves its parent and siblings alone', async () => {
      const { add, claimOne, settle, finish, tasks, stateOf } = queue()
      const parent = await add('s-parent', { isStep: true })
      await settle(await claimOne('s-parent'), fannedOut)
      const one = await add('s-one', { parentId: parent })
      await add('s-two', { parentId: parent })
      const below = await add('s-below', { parentId: one })
      expect([...(await tasks.cancel({ id: one }))].sort()).toEqual([one, below].sort())
      expect(await stateOf(parent)).toBe('awaiting-children')
      const released = await finish(await claimOne('s-two'))
      expect(released.completed).toEqual([parent])
      expect(await tasks.cancel({ id: 'nonsense' })).toEqual([])
    })

    it('keeps a running task from ever coming back', async () => {
      const { add, claimOne, settle, tasks, stateOf } = queue()
      const cancelRunning = async (type: string) => {
        const id = await add(type)
        const task = await claimOne(type)
        expect(await tasks.cancel({ id })).toEqual([id])
        return task
      }
      const retried = await cancelRunning('no-retry')
      expect(await settle(retried, retryNow())).toBe(true)
      const failed = await cancelRunning('no-death')
      expect(await settle(failed, dead)).toBe(true)
      const returned = await cancelRunning('no-return')
      expect(await tasks.giveBack({ id: returned.id, token: returned.token })).toBe(true)
      const lost = await cancelRunning('no-recovery')
      await tasks.recoverExpired({ now: new Date(), isExclusiveOwner: true })
      for (const task of [retried, failed, returned, lost])
        expect(await stateOf(task.id), task.type).toBe('cancelled')
      await tasks.promoteDue(new Date(Date.now() + 60_000))
      expect(await tasks.claim({ worker: 'w', types: ['no-retry'], limit: 1, leaseSeconds: 9 })).toEqual([])
    })

    it('lets work that was done stay done, and a doubtful payment wait for a person', async () => {
      const { add, claimOne, settle, tasks, read } = queue()
      const id = await add('was-done')
      const task = await claimOne('was-done')
      await tasks.cancel({ id })
      expect(await settle(task, done)).toBe(true)
      expect(await read(id)).toMatchObject({ state: 'completed', result: { ok: true }, actualCost: 5 })
      const unclear = await add('unclear')
      const second = await claimOne('unclear')
      await tasks.cancel({ id: unclear })
      expect(await settle(second, { kind: 'held', failure })).toBe(true)
      expect(await read(unclear)).toMatchObject({ state: 'held' })
    })

    it('reaches children that a running step inserts afterwards', async () => {
      const { add, claim, claimOne, settle, tasks, stateOf } = queue()
      const step = await add('cut-step', { isStep: true })
      const task = await claimOne('cut-step')
      await tasks.cancel({ id: step })
      const child = await add('cut-child', { parentId: step })
      const after = await add('cut-child', { dependsOn: [child] })
      expect(await stateOf(child)).toBe('cancelled')
      expect(await stateOf(after)).toBe('cancelled')
      expect(await claim('cut-child')).toEqual([])
      expect(await settle(task, fannedOut)).toBe(true)
      expect(await stateOf(step)).toBe('cancelled')
    })

    it('misses no child that is inserted at the same time', async () => {
      const { add, claimOne, settle, tasks, stateOf } = queue()
      for (let n = 0; n < 10; n += 1) {
        const step = await add('torn-step', { isStep: true })
        const task = await claimOne('torn-step')
        const [child] = await Promise.all([add('torn-child', { parentId: step }), tasks.cancel({ id: step })])
        expect(await stateOf(child)).toBe('cancelled')
        await settle(task, { kind: 'cancelled' })
      }
    })
  })
})
