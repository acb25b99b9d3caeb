import type { ScriptProblem } from './types'

/**
 * A file that cannot be read as a script. The message is one sentence for people: the file where it is
 * known, the line where there is one, and what is wrong. `problems` holds the same, one by one, for an
 * interface that wants to list or mark them.
 */
export class ScriptError extends Error {
  readonly code = 'SCRIPT_UNREADABLE'
  readonly problems: ScriptProblem[]
  readonly filename: string | null

  constructor(problems: ScriptProblem | ScriptProblem[], filename?: string) {
    const list = Array.isArray(problems) ? problems : [problems]
    super(describe(list, filename))
    this.name = 'ScriptError'
    this.problems = list
    this.filename = filename ?? null
  }

  /** The same, said of a file: who sent five needs to know which. Any other error, and one that names its file, as it is. */
  static in(filename: string | undefined, error: unknown): unknown {
    const isUnnamed = error instanceof ScriptError && error.filename === null && filename
    return isUnnamed ? new ScriptError(error.problems, filename) : error
  }
}

function describe(problems: ScriptProblem[], filename: string | undefined): string {
  const sentences = problems.map(({ line, message }) =>
    line === null ? message : `Line ${line}: ${message}`,
  )
  const text = sentences.join(' ') || 'The file cannot be read as a script.'
  return filename ? `${filename}: ${text}` : text
}
