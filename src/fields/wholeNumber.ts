import type { NumberFieldSingleValidation } from 'payload'
import { number } from 'payload/shared'

/**
 * Places and numbers that people count by are whole. What is stored stays as it is: what comes out of the trash may
 * stand between two (see returnedNumber).
 *
 * @param from the first that there is
 */
export const wholeNumber =
  (from: number): NumberFieldSingleValidation =>
  (value, options) => {
    const { context } = options.req
    const isGiven = value !== options.previousValue && !context.isRestoringVersion && !context.isUndoing
    if (isGiven && typeof value === 'number' && (!Number.isInteger(value) || value < from))
      return `must be a whole number from ${from} up`
    return number(value, options)
  }
