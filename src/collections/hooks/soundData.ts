import type {
  CollectionBeforeValidateHook,
  CollectionConfig,
  Field,
  FieldHook,
  FlattenedField,
} from 'payload'
import { type FieldProblem, ValidationError } from '@/errors'
import { unwritable } from '@/lib/unwritable'

type Row = Record<string, unknown>

/** Beyond it a number is not kept exactly, nor by every database. */
const LARGEST = Number.MAX_SAFE_INTEGER

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const noun: Record<string, string> = { text: 'a text', number: 'a number', select: 'one of the choices' }

function problemsOfList(field: FlattenedField, value: unknown, path: string): FieldProblem[] {
  if (!Array.isArray(value)) return [{ field: path, message: 'must be a list' }]
  const isSound = (each: unknown) =>
    field.type === 'number' ? typeof each === 'number' : typeof each === 'string' && each.trim() !== ''
  return value.flatMap((each, index) =>
    isSound(each) ? [] : [{ field: `${path}.${index}`, message: `must be ${noun[field.type]}` }],
  )
}

function problemsOf(fields: readonly FlattenedField[], data: Row, before: string): FieldProblem[] {
  return fields.flatMap((field): FieldProblem[] => {
    const value = data[field.name]
    if (value === undefined || value === null) return []
    const path = `${before}${field.name}`
    switch (field.type) {
      case 'group':
      case 'tab':
        if (!isRow(value)) return [{ field: path, message: 'must be an object' }]
        return problemsOf(field.flattenedFields, value, `${path}.`)
      case 'array':
        // A form sends how many rows there are, where it sends none of them.
        if (value === 0) return []
        if (!Array.isArray(value)) return [{ field: path, message: 'must be a list' }]
        return value.flatMap((row, index) => problemsOf(field.flattenedFields, row, `${path}.${index}.`))
      case 'number':
        if (field.hasMany) return problemsOfList(field, value, path)
        return typeof value === 'number' && Math.abs(value) > LARGEST
          ? [{ field: path, message: 'is too large a number' }]
          : []
      case 'text':
      case 'select':
        return field.hasMany ? problemsOfList(field, value, path) : []
      default:
        return []
    }
  })
}

/**
 * Refuses what Payload's own validation lets through and nothing behind it can work with: lists that are none, or that
 * hold something else than the field says, numbers that no database keeps, texts that none can hold.
 *
 * @throws {ValidationError} naming every field that is wrong
 */
const refuseUnsound: CollectionBeforeValidateHook = ({ collection, data }) => {
  if (!data) return data
  const problems = [...problemsOf(collection.flattenedFields, data, ''), ...unwritable(data)]
  if (problems.length > 0) throw new ValidationError(problems)
  return data
}

/**
 * Payload itself takes rows that are no objects out of a list before it asks anybody, and would write what is left: of a
 * list of texts nothing, in place of all rows that were there.
 */
const refuseStrangeRows: FieldHook = ({ value, path }) => {
  if (Array.isArray(value)) {
    const problems = value.flatMap((row, index) =>
      isRow(row) ? [] : [{ field: [...path, index].join('.'), message: 'must be an object' }],
    )
    if (problems.length > 0) throw new ValidationError(problems)
  }
  return value
}

function withSoundRows(field: Field): Field {
  const inner = 'fields' in field ? { ...field, fields: field.fields.map(withSoundRows) } : field
  if (inner.type === 'tabs')
    return {
      ...inner,
      tabs: inner.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(withSoundRows) })),
    }
  if (inner.type !== 'array') return inner as Field
  const beforeValidate = [refuseStrangeRows, ...(inner.hooks?.beforeValidate ?? [])]
  return { ...inner, hooks: { ...inner.hooks, beforeValidate } }
}

/** First of a collection's hooks. For every collection: whatever comes in by REST, GraphQL or a service is looked at. */
export const withSoundData = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  fields: config.fields.map(withSoundRows),
  hooks: { ...config.hooks, beforeValidate: [refuseUnsound, ...(config.hooks?.beforeValidate ?? [])] },
})
