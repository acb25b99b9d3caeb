/** Numbers that are named in a sentence; the rest is counted. */
const NAMED = 12

/** What people are told of page numbers, headers and the like, and where in their file they stood. */
export function leftOutOfPage(
  what: string,
  unit: 'line' | 'page' | 'pages',
  numbers: readonly number[],
): string {
  const shown = numbers.slice(0, NAMED).join(', ')
  const more = numbers.length > NAMED ? ` and ${numbers.length - NAMED} more` : ''
  return `Left out, because it belongs to the page and not to the script: ${what} (${unit} ${shown}${more} of the file).`
}
