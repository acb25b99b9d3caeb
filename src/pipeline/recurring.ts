import type { RecurringTask } from '@/contracts'

/** What workers do each night. A new one is a handler in the registry and a line here. */
export const recurring: readonly RecurringTask[] = [
  { type: 'sweep-media', title: 'Sweep the media storage', hourUtc: 2 },
]
