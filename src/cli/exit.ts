import { EnvError } from '@/config/EnvError'
import { DISK_FULL, isDiskFull } from '@/errors/isDiskFull'
import { ScriptError } from '@/screenplay'

export const EXIT = { done: 0, failed: 1, badInput: 2 } as const

/** What the person gave is wrong: another file, another option, another id mends it. */
export class BadInput extends Error {}

const isOneOf = (error: unknown, kinds: Array<abstract new (...args: never[]) => Error>): boolean =>
  kinds.some((kind) => error instanceof kind)

/** 2 where the input is at fault, 1 for anything else. */
export async function exitStatusOf(error: unknown): Promise<number> {
  if (isOneOf(error, [BadInput, ScriptError, EnvError])) return EXIT.badInput
  // Late: these bring Payload with them, which takes seconds and which most bad input never gets to.
  const { NotFound, ValidationError } = await import('@/errors')
  const { UnreadableScript } = await import('@/database/services/scripts/UnreadableScript')
  return isOneOf(error, [NotFound, ValidationError, UnreadableScript]) ? EXIT.badInput : EXIT.failed
}

/** One message in plain words; the stack only where it is asked for. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isWanted = process.env.LOG_LEVEL === 'debug' || process.env.LOG_LEVEL === 'trace'
  if (isWanted) return error.stack ?? error.message
  return isDiskFull(error) ? DISK_FULL : error.message
}
