/** Lets everybody else have a turn who waits for this thread: arrived requests, timers, answers of other processes. */
export const giveWay = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
