import type { TaskStore } from '@/contracts'
import { tellCancelled } from './cancelHint'

/** Cancels as {@link TaskStore.cancel} does, and tells the workers of this process what to stop. @returns ids. */
export async function cancelTasks(
  store: TaskStore,
  where: Parameters<TaskStore['cancel']>[0],
): Promise<string[]> {
  const ids = await store.cancel(where)
  tellCancelled(ids)
  return ids
}
