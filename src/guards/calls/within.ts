import type { FlattenedField } from 'payload'
import type { Step } from './fieldAt'

/** Where a path ends at something that is no field: inside of JSON, or at a part of a reference to one of several collections. */
export type Within =
  | { of: 'json'; names: string[] }
  | { of: 'several'; collections: readonly string[]; names: string[] }

const SEVERAL = ['relationship', 'upload']

/** @param steps as `stepsOf` finds them */
export function withinOf(path: string, steps: ReadonlyArray<Step | null>): Within | null {
  const field = steps.at(-2)
  if (steps.at(-1) !== null || !field || field === 'id') return null
  const names = namesBehind(path, steps, field)
  if (field.type === 'json' || field.type === 'richText') return { of: 'json', names }
  const to = 'relationTo' in field ? field.relationTo : null
  return SEVERAL.includes(field.type) && Array.isArray(to) ? { of: 'several', collections: to, names } : null
}

function namesBehind(path: string, steps: ReadonlyArray<Step | null>, { name }: FlattenedField): string[] {
  const names = path.replace(/__/g, '.').split('.')
  // Of a version the path has one name more than steps.
  return names.slice(names.indexOf(name, steps.length - 2) + 1)
}
