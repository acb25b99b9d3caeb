import type { CollectionBeforeValidateHook } from 'payload'
import { type FieldProblem, ValidationError } from '@/errors'

/**
 * Places and numbers that people count by are whole. What is stored stays as it is: what comes out of the trash may
 * stand between two (see returnedNumber).
 *
 * @param lowest by field, the first that there is
 * @throws {ValidationError}
 */
export const wholeNumbers =
  (lowest: Record<string, number>): CollectionBeforeValidateHook =>
  ({ data, originalDoc, req }) => {
    if (!data || req.context.isRestoringVersion || req.context.isUndoing) return data
    const problems = Object.entries(lowest).flatMap(([field, from]): FieldProblem[] => {
      const value = data[field]
      const isSame = value === originalDoc?.[field]
      if (typeof value !== 'number' || isSame || (Number.isInteger(value) && value >= from)) return []
      return [{ field, message: `must be a whole number from ${from} up` }]
    })
    if (problems.length > 0) throw new ValidationError(problems)
    return data
  }
