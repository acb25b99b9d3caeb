import { z } from '@hono/zod-openapi'
import { isBlank } from '@/lib/isBlank'

/** A title of 1 to 200 characters, of which at least one can be seen. */
export const titleSchema = z
  .string()
  .trim()
  .min(1, { abort: true })
  .max(200)
  .refine((title) => !isBlank(title), 'must have something in it that can be seen')
