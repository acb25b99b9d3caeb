import { z } from '@hono/zod-openapi'
import { unwritable } from '@/lib/unwritable'
import { choicesSchema } from '@/script-files/printed/choicesSchema'

/** How the reading of a PDF is corrected, as `/script-readings` takes it: JSON in a field of a form. */
export const choicesField = z
  .string()
  .transform((text, context) => {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON' })
      return z.NEVER
    }
    // The words of corrected lines become those of the script.
    const problems = unwritable({ value })
    for (const { field, message } of problems)
      context.addIssue({ code: 'custom', message, path: field.split('.').slice(1) })
    return problems.length > 0 ? z.NEVER : value
  })
  .pipe(choicesSchema)
