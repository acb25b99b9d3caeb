import { AsyncLocalStorage } from 'node:async_hooks'

const background = new AsyncLocalStorage<true>()

/** Does work that nobody is waiting for at this moment: whoever shares a thread with it goes first. */
export const inBackground = <Result>(work: () => Result): Result => background.run(true, work)

export const isInBackground = (): boolean => background.getStore() === true
