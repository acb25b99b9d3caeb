import type { Context } from 'hono'
import type { z } from 'zod'
import { ValidationError } from '@/errors'
import { fileNameProblems } from '@/lib/fileName'
import { unwritable } from '@/lib/unwritable'
import { problemsOf } from './errors'
import type { ApiEnv } from './types'

/**
 * A form, each field once. Of two files in one field nobody can say which was meant.
 *
 * @throws {ValidationError} naming every field that is there more than once, or whose file has a name that none can have
 */
export async function readForm(c: Context<ApiEnv>): Promise<FormData> {
  const form = await c.req.formData().catch(() => null)
  if (!form) throw new ValidationError([{ field: 'body', message: 'is not a readable form' }])
  const repeated = [...new Set(form.keys())].filter((field) => form.getAll(field).length > 1)
  if (repeated.length > 0)
    throw new ValidationError(
      repeated.map((field) => ({ field, message: `is there ${form.getAll(field).length} times; send one` })),
    )
  const problems = [...form].flatMap(([field, value]) =>
    value instanceof File ? fileNameProblems(value.name).map((message) => ({ field, message })) : [],
  )
  if (problems.length > 0) throw new ValidationError(problems)
  return form
}

export const isForm = (c: Context<ApiEnv>): boolean =>
  (c.req.header('content-type') ?? '').startsWith('multipart/form-data')

/** The fields of a form as a schema has them. @throws {ValidationError} naming every field that is wrong */
export async function readFormAs<Schema extends z.ZodType>(
  c: Context<ApiEnv>,
  schema: Schema,
): Promise<z.output<Schema>> {
  const form = await readForm(c)
  // An empty field of a form is one that was left empty.
  const entries = [...form.entries()].filter(([, value]) => value !== '')
  const parsed = schema.safeParse(Object.fromEntries(entries))
  if (!parsed.success) throw new ValidationError(problemsOf(parsed.error))
  return parsed.data
}

/**
 * A JSON body whose texts can be written down, or null where it is no JSON.
 *
 * @throws {ValidationError} naming every field with half a character
 */
export async function readJson(c: Context<ApiEnv>): Promise<unknown> {
  const value: unknown = await c.req.json().catch(() => null)
  const problems = unwritable(value)
  if (problems.length > 0) throw new ValidationError(problems)
  return value
}
