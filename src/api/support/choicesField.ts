import { z } from '@hono/zod-openapi'
import { choicesSchema } from '@/script-files/pdf/choicesSchema'

/** How the reading of a PDF is corrected, as `/script-readings` takes it: JSON in a field of a form. */
export const choicesField = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON' })
      return z.NEVER
    }
  })
  .pipe(choicesSchema)
