import type { FormState } from 'payload'

/** A field that a person changed and has not saved; of a list, the whole list. */
export interface TypedChange {
  /** `title`, `settings.fps`, `dialogueLines`. */
  path: string
  value: unknown
}

/** What is nobody’s to keep in a browser. */
const SECRET = new Set(['password', 'confirm-password', 'currentPassword', 'apiKey', 'enableAPIKey'])

type Data = Record<string, unknown>

/** An empty field is one that was never filled. */
const plain = (value: unknown): string => JSON.stringify(value === undefined || value === '' ? null : value)

/** Of a field inside of a list, the list: its rows can come and go. */
function listOf(fields: FormState, path: string): string | null {
  const segments = path.split('.')
  for (let length = 1; length <= segments.length; length += 1) {
    const outer = segments.slice(0, length).join('.')
    if (fields[outer]?.rows) return outer
  }
  return null
}

const at = (data: Data, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Data | null | undefined)?.[key], data)

/**
 * What somebody changed in a form since it was loaded or saved. A list whose rows were moved and nothing else counts as
 * unchanged: its fields do not know where they were.
 *
 * @param fields the form’s state, in which each field knows what it was
 * @param data the same as a document
 * @param carried paths that count as changed in any case
 */
export function typedChanges(fields: FormState, data: Data, carried: readonly string[] = []): TypedChange[] {
  const paths = new Set(carried)
  for (const [path, field] of Object.entries(fields)) {
    if (SECRET.has(path) || path.endsWith('.id') || (field.disableFormData && !field.rows)) continue
    if (field.value instanceof Blob || plain(field.value) === plain(field.initialValue)) continue
    paths.add(listOf(fields, path) ?? path)
  }
  return [...paths].map((path) => ({ path, value: at(data, path) ?? null }))
}

/** Of changes that were kept, those that the document does not hold. */
export const changesNotIn = (data: Data, changes: readonly TypedChange[]): TypedChange[] =>
  changes.filter(({ path, value }) => plain(at(data, path)) !== plain(value))

/** The document with these changes made to it. */
export function withChanges(data: Data, changes: readonly TypedChange[]): Data {
  const changed = structuredClone(data)
  for (const { path, value } of changes) {
    const keys = path.split('.')
    const last = keys.pop() as string
    let place = changed
    for (const key of keys) {
      const inner = place[key]
      if (typeof inner !== 'object' || inner === null) place[key] = {}
      place = place[key] as Data
    }
    place[last] = value
  }
  return changed
}
