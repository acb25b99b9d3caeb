import type { NewTask, RecurringTask } from '@/contracts'

/** A worker that was not there at the hour makes up for it after this long: what ends sooner came for other work. */
const SETTLED_MS = 10 * 60_000
const DAY_MS = 86_400_000
/** Nightly work waits for what people wait for. */
const PRIORITY = -10

/** The last time before `now` at which a task was due. */
export function lastDue({ hourUtc }: Pick<RecurringTask, 'hourUtc'>, now: Date): Date {
  const today = new Date(now)
  today.setUTCHours(hourUtc, 0, 0, 0)
  return today <= now ? today : new Date(today.getTime() - DAY_MS)
}

/**
 * Queues recurring tasks when they are due. Every worker does; the key of the night lets one task of each in, however
 * many workers there are and however often they are started. Nothing is planned ahead, so no chain can break: a night
 * whose task failed for good is followed by the next.
 */
export class Recurrence {
  /** The last night that was queued, by type: the queue is asked once a night. */
  private readonly queued = new Map<string, number>()

  constructor(
    private readonly tasks: readonly RecurringTask[],
    private readonly startedAt: Date = new Date(),
  ) {}

  /** Queues what is due and was not queued yet. @returns the types. */
  async queueDue(
    queue: { enqueue(tasks: NewTask[]): Promise<string[]> },
    now: Date = new Date(),
  ): Promise<string[]> {
    const due = this.tasks.filter((task) => this.isDue(task, now))
    if (due.length === 0) return []
    await queue.enqueue(due.map((task) => this.newTask(task, now)))
    for (const task of due) this.queued.set(task.type, lastDue(task, now).getTime())
    return due.map(({ type }) => type)
  }

  private isDue(task: RecurringTask, now: Date): boolean {
    const due = lastDue(task, now)
    if (this.queued.get(task.type) === due.getTime()) return false
    return due >= this.startedAt || now.getTime() - this.startedAt.getTime() >= SETTLED_MS
  }

  private newTask(task: RecurringTask, now: Date): NewTask {
    return {
      type: task.type,
      title: task.title,
      input: {},
      priority: PRIORITY,
      idempotencyKey: `recurring:${task.type}:${lastDue(task, now).toISOString()}`,
    }
  }
}
