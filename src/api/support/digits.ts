import { z } from '@hono/zod-openapi'

/**
 * A whole number as a query or a form has it: digits, and nothing else that JavaScript takes for a number (`1e2`, `0x10`,
 * an empty text).
 *
 * @param range of the number
 */
export const digits = <Range extends z.ZodNumber>(range: Range) =>
  z
    .string()
    .regex(/^-?\d{1,15}$/, { error: 'must be a whole number', abort: true })
    .transform(Number)
    .pipe(range)
