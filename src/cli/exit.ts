import { EnvError } from '@/config/env'
import { UnreadableScript } from '@/database/services/scripts/UnreadableScript'
import { NotFound, ValidationError } from '@/errors'
import { DiskFull, isDiskFull } from '@/errors/diskFull'
import { ScriptError } from '@/screenplay'

export const EXIT = { done: 0, failed: 1, badInput: 2 } as const

/** What the person gave is wrong: another file, another option, another id mends it. */
export class BadInput extends Error {}

/** 2 where the input is at fault, 1 for anything else. */
export function exitStatusOf(error: unknown): number {
  const isInput = [BadInput, ScriptError, UnreadableScript, ValidationError, NotFound, EnvError].some(
    (kind) => error instanceof kind,
  )
  return isInput ? EXIT.badInput : EXIT.failed
}

/** One message in plain words; the stack only where it is asked for. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isWanted = process.env.LOG_LEVEL === 'debug' || process.env.LOG_LEVEL === 'trace'
  if (isWanted) return error.stack ?? error.message
  return isDiskFull(error) ? new DiskFull().message : error.message
}
