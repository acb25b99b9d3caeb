import { EventEmitter } from 'node:events'

/**
 * Tells the workers of this process which tasks were cancelled, so that what they run need not wait for the next look
 * at the database. Only a hint: workers of other processes ask. On globalThis because a bundler may load this module
 * more than once.
 */
const KEY = Symbol.for('showrunner.cancel')
const holder = globalThis as unknown as Record<symbol, EventEmitter | undefined>
holder[KEY] ??= new EventEmitter().setMaxListeners(100)
const emitter = holder[KEY] as EventEmitter

export const tellCancelled = (ids: readonly string[]): void => {
  if (ids.length > 0) emitter.emit('cancelled', ids)
}

/** @returns what ends the listening. */
export function onCancelled(listener: (ids: readonly string[]) => void): () => void {
  emitter.on('cancelled', listener)
  return () => {
    emitter.off('cancelled', listener)
  }
}
