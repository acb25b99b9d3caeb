import { ShowrunnerError } from '@/errors'
import type { ScriptError, ScriptProblem } from '@/screenplay'

/** A file that is not a script, or one with faults: says where and what. Nothing was changed. */
export class UnreadableScript extends ShowrunnerError {
  readonly problems: ScriptProblem[]

  constructor(cause: ScriptError) {
    super('script-unreadable', cause.message, 422, { problems: cause.problems, filename: cause.filename })
    this.problems = cause.problems
  }
}
