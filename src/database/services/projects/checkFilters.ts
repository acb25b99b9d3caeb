import type { FlattenedField } from 'payload'
import { type FieldProblem, ValidationError } from '@/errors'

interface Filters {
  status?: unknown
  type?: unknown
  limit?: number
  page?: number
  sort?: string
}

const isCount = (value: number | undefined): boolean =>
  value === undefined || (Number.isInteger(value) && value >= 1)

/** The values of a select field. */
function valuesOf(fields: readonly FlattenedField[], name: string): string[] {
  const field = fields.find((each) => each.name === name)
  if (field?.type !== 'select') return []
  return field.options.map((option) => (typeof option === 'string' ? option : option.value))
}

/**
 * Refuses what would find nothing, or be left out of account in silence.
 *
 * @param fields of the collection of projects
 * @throws {ValidationError} naming every filter that is wrong
 */
export function checkFilters(filters: Filters, fields: readonly FlattenedField[]): void {
  const problems: FieldProblem[] = []
  for (const name of ['status', 'type'] as const) {
    const values = valuesOf(fields, name)
    if (filters[name] !== undefined && !values.includes(String(filters[name])))
      problems.push({ field: name, message: `must be one of ${values.join(', ')}` })
  }
  for (const name of ['limit', 'page'] as const)
    if (!isCount(filters[name])) problems.push({ field: name, message: 'must be a whole number from 1' })
  const [top] = (filters.sort ?? 'id').replace(/^-/, '').split('.')
  const sorted = fields.find((field) => field.name === top)
  if (top !== 'id' && (!sorted || sorted.type === 'join' || ('virtual' in sorted && sorted.virtual)))
    problems.push({ field: 'sort', message: 'names no field of a project' })
  if (problems.length > 0) throw new ValidationError(problems)
}
