/** Lines that are looked at for a table. */
const ROWS = 12

/**
 * Names text that any reader of text would take and that is no script: data of programs.
 * @returns a noun phrase such as `JSON data`, or null.
 */
export function otherTextKind(text: string): string | null {
  if (isJson(text)) return 'JSON data'
  return isTable(text) ? 'a table (CSV)' : null
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text) || !/[\]}]\s*$/.test(text.slice(-100))) return false
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

/** Rows with the same number of separators each and none empty: the lines of a script never are like that. */
function isTable(text: string): boolean {
  const rows = text.trimEnd().split('\n', ROWS)
  if (rows.length < 3) return false
  return [',', ';', '\t'].some((separator) => {
    const counts = rows.map((row) => row.split(separator).length - 1)
    return (counts[0] as number) >= 2 && counts.every((count) => count === counts[0])
  })
}
