/** Why a text is no JSON, with line and column where the browser tells; undefined where it is, or is empty. */
export function jsonProblem(text: string): string | undefined {
  if (text.trim() === '') return undefined
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const at = /position (\d+)/.exec(message)?.[1]
    const offset = at ? Number(at) : /end of (JSON|data)/i.test(message) ? text.length : null
    if (offset === null) return 'This is not valid JSON.'
    const before = text.slice(0, offset).split('\n')
    return `This is not valid JSON: look at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}.`
  }
}
