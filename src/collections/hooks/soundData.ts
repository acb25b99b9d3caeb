import type { CollectionBeforeOperationHook, CollectionConfig, FlattenedField } from 'payload'
import { type FieldProblem, ValidationError } from '@/errors'
import { unwritable } from '@/lib/unwritable'

type Row = Record<string, unknown>

/** Beyond it a number is not kept exactly, nor by every database. */
const LARGEST = Number.MAX_SAFE_INTEGER

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const noun: Record<string, string> = { text: 'a text', number: 'a number', select: 'one of the choices' }

function problemsOfList(field: FlattenedField, value: unknown, path: string): FieldProblem[] {
  if (!Array.isArray(value)) {
    // Its own hook makes a list of one.
    const takesOne = 'custom' in field && field.custom?.takesOne === true
    return takesOne && typeof value === 'string' ? [] : [{ field: path, message: 'must be a list' }]
  }
  const isSound = (each: unknown) =>
    field.type === 'number' ? typeof each === 'number' : typeof each === 'string' && each.trim() !== ''
  return value.flatMap((each, index) =>
    isSound(each) ? [] : [{ field: `${path}.${index}`, message: `must be ${noun[field.type]}` }],
  )
}

/** Hooks read texts before Payload has looked at them. */
const problemsOfText = (value: unknown, path: string): FieldProblem[] =>
  typeof value === 'string' ? [] : [{ field: path, message: 'must be a text' }]

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
        return value.flatMap((row, index) =>
          isRow(row)
            ? problemsOf(field.flattenedFields, row, `${path}.${index}.`)
            : [{ field: `${path}.${index}`, message: 'must be an object' }],
        )
      case 'number':
        if (field.hasMany) return problemsOfList(field, value, path)
        return typeof value === 'number' && Math.abs(value) > LARGEST
          ? [{ field: path, message: 'is too large a number' }]
          : []
      case 'text':
      case 'select':
        return field.hasMany ? problemsOfList(field, value, path) : problemsOfText(value, path)
      case 'textarea':
      case 'code':
      case 'email':
        return problemsOfText(value, path)
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
const refuseUnsound: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  const { data } = args as { data?: unknown }
  if (data === undefined || data === null) return args
  const isWritten = operation === 'create' || operation.startsWith('update')
  if (isWritten && !isRow(data)) throw new ValidationError([{ field: 'body', message: 'must be an object' }])
  const problems = [
    ...(isWritten ? problemsOf(collection.flattenedFields, data as Row, '') : []),
    ...unwritable(data),
  ]
  if (problems.length > 0) throw new ValidationError(problems)
  return args
}

/**
 * First of a collection's hooks, of every collection: whatever comes in by REST, GraphQL or a service is looked at.
 * Before the operation, where there is only what was sent: Payload's fields walk through it before any other hook, and
 * put to it what is stored, which may be unsound already and must not keep anybody from mending it.
 */
export const withSoundData = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  hooks: { ...config.hooks, beforeOperation: [refuseUnsound, ...(config.hooks?.beforeOperation ?? [])] },
})
