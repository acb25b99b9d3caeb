/** A place in a value, such as `scenes.3.heading`, and what is wrong there. */
export interface Unwritable {
  field: string
  message: string
}

const MAX_NAMED = 20
/** Halves alone: two that belong together are one character to an expression of this kind. */
const HALF = /\p{Surrogate}/u
const NUL = '\0'

function problemOf(text: string): string | null {
  if (text.includes(NUL)) return 'holds a character that no text can have (NUL)'
  return HALF.test(text) ? 'holds half of a character (a surrogate without its other half)' : null
}

/**
 * Finds the texts of a value that cannot be written down. JSON can say half of a character (`"\ud83d"`), which no file
 * and no database can hold: it would come back as another. And at a NUL, SQLite's text ends.
 *
 * @returns the first twenty; of the value itself as `body`
 */
export function unwritable(value: unknown): Unwritable[] {
  const problems: Unwritable[] = []
  // Not by calling itself: JSON may be as deep as it is long.
  const open: Array<[field: string, value: unknown]> = [['', value]]
  while (open.length > 0 && problems.length < MAX_NAMED) {
    const [field, each] = open.pop() as [string, unknown]
    if (typeof each === 'string') {
      const message = problemOf(each)
      if (message) problems.push({ field: field || 'body', message })
    } else if (isPlain(each))
      for (const [key, inner] of Object.entries(each)) {
        const name = key.slice(0, 100)
        const message = problemOf(key)
        if (message)
          problems.push({
            field: field || 'body',
            message: message.replace('holds', 'has a field whose name holds'),
          })
        else open.push([field ? `${field}.${name}`.slice(0, 200) : name, inner])
      }
  }
  return problems
}

/** What came as JSON: no dates, no bytes. */
const isPlain = (value: unknown): value is object =>
  Array.isArray(value) ||
  (typeof value === 'object' &&
    value !== null &&
    (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null))
