import type { Where } from 'payload'
import type {
  ClaimedTask,
  ClaimOptions,
  NewTask,
  RenewOutcome,
  Settlement,
  TaskProgress,
  TaskState,
} from '@/contracts'
import { Conflict } from '@/errors'
import { relationId } from '@/lib/ids'
import type { Task } from '@/payload-types'
import { callable, Service } from './Service'
import { cancelTasks } from './tasks/cancelTasks'
import { type QueueFilters, type QueueOverview, queueOverview } from './tasks/queueOverview'
import { settlementEvent } from './tasks/settlementEvent'
import { wakeWorkers } from './tasks/wake'

export type { QueueFilters, QueueOverview }

export interface TaskFilters {
  state?: TaskState
  type?: string
  runId?: string
  project?: string
  /** @default 50 */
  limit?: number
  page?: number
}

export interface TaskPage {
  docs: Task[]
  totalDocs: number
}

/** Finished tasks are kept this long. */
const RETENTION_DAYS = 90

class TaskServiceClass extends Service {
  /* ---------------------------------------------------------------- for those who bring work */

  /**
   * Puts tasks into the queue and wakes the workers of this process.
   * @returns the id of each, in order; of the one that was there already where its idempotencyKey is known.
   */
  async enqueue(tasks: NewTask[]): Promise<string[]> {
    const { tasks: store } = await this.engine()
    const ids = await store.insert(tasks)
    wakeWorkers()
    return ids
  }

  /* ---------------------------------------------------------------- for workers */

  /** See {@link TaskStore.claim}. */
  async claim(options: ClaimOptions): Promise<ClaimedTask[]> {
    return (await this.engine()).tasks.claim(options)
  }

  /** Extends the lease and stores progress. See {@link TaskStore.renew}. */
  async heartbeat(task: ClaimedTask, leaseSeconds: number, progress?: TaskProgress): Promise<RenewOutcome> {
    return (await this.engine()).tasks.renew({ id: task.id, token: task.token, leaseSeconds, progress })
  }

  async saveOperation(task: ClaimedTask, operation: unknown): Promise<boolean> {
    return (await this.engine()).tasks.saveOperation({ id: task.id, token: task.token, operation })
  }

  /**
   * Ends an attempt and lets go on what waited for it. Children are put into the queue first, under keys
   * made from the task's id: a crash in between finds them there instead of making them twice.
   *
   * @returns false where the lease was lost: nothing of this attempt counts.
   */
  async settle(task: ClaimedTask, settlement: Settlement, children: NewTask[] = []): Promise<boolean> {
    const { tasks: store } = await this.engine()
    if (children.length > 0) {
      // Not under a lease that is gone already: the work now belongs to another.
      const outcome = await store.renew({ id: task.id, token: task.token, leaseSeconds: 60 })
      if (outcome === 'lost') return false
      if (outcome === 'cancel-requested') return this.settle(task, { kind: 'cancelled' })
      await store.insert(children)
    }
    const event = settlementEvent(task, settlement)
    if (!(await store.settle({ id: task.id, token: task.token, settlement, event }))) return false
    // Always: the children may have ended before this task said that it has some.
    const changed = await store.release({ id: task.id, parentId: task.parentId })
    if (settlement.kind === 'completed' && settlement.hasChildren) {
      await store.release({ id: '', parentId: task.id })
      await this.cancelChildrenOfCancelled(task.id)
    }
    if (children.length > 0 || changed.readied.length > 0) wakeWorkers()
    return true
  }

  /**
   * Which of the tasks in a worker's hands were cancelled by another process; what this one cancels is told by
   * {@link tellCancelled}. Costs nothing where there is no other.
   */
  async cancelledElsewhere(ids: readonly string[]): Promise<string[]> {
    const { tasks: store, capabilities } = await this.engine()
    return capabilities.isMultiProcess && ids.length > 0 ? store.cancelRequested(ids) : []
  }

  async giveBack(task: ClaimedTask): Promise<boolean> {
    return (await this.engine()).tasks.giveBack({ id: task.id, token: task.token })
  }

  /**
   * What keeps the queue moving whatever crashed: due tasks become ready, lost leases are taken back, and
   * half-done releases are finished. Any process may call it at any time.
   */
  async maintain(
    args: { isExclusiveOwner?: boolean } = {},
  ): Promise<{ promoted: number; recovered: number; released: number }> {
    const { tasks: store } = await this.engine()
    const now = new Date()
    const promoted = await store.promoteDue(now)
    const recovered = await store.recoverExpired({ now, ...args })
    const { completed, readied } = await store.release()
    if (promoted + recovered.length + readied.length > 0) wakeWorkers()
    return { promoted, recovered: recovered.length, released: completed.length + readied.length }
  }

  /** Removes tasks that ended more than 90 days ago, in small bites. @returns how many. */
  async sweep(): Promise<number> {
    const { tasks: store, capabilities } = await this.engine()
    if (capabilities.hasTtl) return 0
    return store.sweepFinished(new Date(Date.now() - RETENTION_DAYS * 86_400_000), 1_000)
  }

  /* ---------------------------------------------------------------- for people */

  /** Null where there is none, or none that the user may see. */
  async findById(id: string): Promise<Task | null> {
    const payload = await this.payload()
    return payload.findByID({ collection: 'tasks', id, depth: 0, disableErrors: true, ...this.access() })
  }

  /** Newest first. */
  async find(filters: TaskFilters = {}): Promise<TaskPage> {
    const payload = await this.payload()
    const { limit = 50, page = 1, ...equal } = filters
    const and: Where[] = Object.entries(equal)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => ({ [field]: { equals: value } }))
    return payload.find({
      collection: 'tasks',
      where: { and },
      sort: '-id',
      depth: 0,
      limit,
      page,
      ...this.access(),
    })
  }

  /** The queue at a glance: counts, who works on what, what rests dead. */
  async overview(filters: QueueFilters = {}): Promise<QueueOverview> {
    const payload = await this.payload()
    return queueOverview(payload, this.access(), filters)
  }

  /** A dead or held task starts over. @throws {NotFound} @throws {Forbidden} @throws {Conflict} where it is neither. */
  async retry(id: string): Promise<Task> {
    const task = await this.forDecision(id)
    const { tasks: store } = await this.engine()
    if (!(await store.retryDead(id)))
      throw new Conflict(`This task is ${task.state}; only a failed one can be retried.`)
    await this.recordDecision(task, 'retried')
    wakeWorkers()
    return this.required(await this.findById(id), 'task', id)
  }

  /** A dead or held task is given up; what waits for it goes on without it. Throws as {@link retry}. */
  async discard(id: string): Promise<Task> {
    const task = await this.forDecision(id)
    const { tasks: store } = await this.engine()
    if (!(await store.discardDead(id))) {
      throw new Conflict(`This task is ${task.state}; only a failed one can be discarded.`)
    }
    await this.recordDecision(task, 'discarded')
    await store.release({ id, parentId: relationId(task.parent) })
    wakeWorkers()
    return this.required(await this.findById(id), 'task', id)
  }

  /**
   * Cancels a task with its children and what waits for it. Running ones are asked to stop.
   * @returns how many were cancelled or asked. @throws {NotFound} @throws {Forbidden}
   */
  async cancel(id: string): Promise<number> {
    const task = await this.forDecision(id)
    const { tasks: store } = await this.engine()
    const ids = await cancelTasks(store, { id })
    await this.recordDecision(task, 'cancelled')
    await store.release({ id, parentId: relationId(task.parent) })
    wakeWorkers()
    return ids.length
  }

  /** A cancel that came between the insert of the children and the settlement has missed them. */
  private async cancelChildrenOfCancelled(id: string): Promise<void> {
    const payload = await this.payload()
    const task = await payload.findByID({
      collection: 'tasks',
      id,
      depth: 0,
      disableErrors: true,
      overrideAccess: true,
    })
    if (!task?.isCancelRequested) return
    const { tasks: store } = await this.engine()
    await cancelTasks(store, { id })
  }

  private async forDecision(id: string): Promise<Task> {
    const task = this.required(await this.findById(id), 'task', id)
    await this.assertInProject(task.project, 'write', 'You may look at this project but not change it.')
    return task
  }

  private async recordDecision(task: Task, action: string): Promise<void> {
    const { events } = await this.engine()
    await events.append([
      {
        type: `task.${action}`,
        action,
        entityCollection: 'tasks',
        entityId: String(task.id),
        projectId: relationId(task.project),
        actorId: this.user ? String(this.user.id) : null,
        actorKind: this.user ? 'user' : 'system',
        before: { state: task.state },
        after: { title: task.title, type: task.type },
        requestId: null,
      },
    ])
  }
}

export const TaskService = callable(TaskServiceClass)
export type TaskService = TaskServiceClass
