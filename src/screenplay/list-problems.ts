import type { ScriptProblem } from './types'

/** No list is that long that anybody reads it. */
const LARGEST_LIST = 200

/** Problems by line, as a list to be read: of very many the first, and how many more there are. */
export function listProblems(problems: readonly ScriptProblem[]): ScriptProblem[] {
  const sorted = [...problems].sort((one, other) => (one.line ?? 0) - (other.line ?? 0))
  if (sorted.length <= LARGEST_LIST) return sorted
  const message = `Not listed: ${sorted.length - LARGEST_LIST} more.`
  return [...sorted.slice(0, LARGEST_LIST), { line: null, message }]
}
