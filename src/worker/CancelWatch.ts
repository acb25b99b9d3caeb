import type { Payload } from 'payload'
import { TaskService } from '@/database/services/TaskService'
import { onCancelled } from '@/database/services/tasks/cancelHint'

/** Between two questions for all tasks in hand: who presses Cancel does not wait longer. */
const ASK_MS = 1_000

/**
 * Knows which of the tasks in a worker's hands a person has cancelled: at once where this process was asked, within a
 * second where another was. Asks, in one small query, only while there is something in hand and only where there can
 * be other processes.
 */
export class CancelWatch {
  private readonly inHand = new Map<string, AbortController>()
  private stopListening: (() => void) | null = null
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly payload: Payload) {}

  /** Aborts when the task is cancelled. To be let go of with {@link forget}. */
  signalOf(taskId: string): AbortSignal {
    const controller = new AbortController()
    this.inHand.set(taskId, controller)
    this.stopListening ??= onCancelled((ids) => this.cancel(ids))
    this.timer ??= setTimeout(() => void this.ask(), ASK_MS)
    return controller.signal
  }

  forget(taskId: string): void {
    this.inHand.delete(taskId)
    if (this.inHand.size > 0) return
    this.stopListening?.()
    this.stopListening = null
    clearTimeout(this.timer)
    this.timer = undefined
  }

  private cancel(ids: readonly string[]): void {
    for (const id of ids) this.inHand.get(id)?.abort()
  }

  private async ask(): Promise<void> {
    const { timer } = this
    try {
      this.cancel(
        await new TaskService({ payload: this.payload }).cancelledElsewhere([...this.inHand.keys()]),
      )
    } catch (error) {
      // The heartbeat learns of it as well, and says what is wrong with the database.
      this.payload.logger.debug({ err: error, msg: 'Could not ask what was cancelled' })
    }
    // Let go of meanwhile, and perhaps begun anew.
    if (this.timer === timer) this.timer = setTimeout(() => void this.ask(), ASK_MS)
  }
}
