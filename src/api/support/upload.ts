import type { Context } from 'hono'
import type { z } from 'zod'
import { type FieldProblem, ValidationError } from '@/errors'
import { problemsOf } from './errors'
import type { ApiEnv } from './types'

/**
 * A form, each field once. Of two files in one field nobody can say which was meant.
 *
 * @throws {ValidationError} naming every field that is there more than once
 */
export async function readForm(c: Context<ApiEnv>): Promise<FormData> {
  const form = await c.req.formData().catch(() => null)
  if (!form) throw new ValidationError([{ field: 'body', message: 'is not a readable form' }])
  const repeated = [...new Set(form.keys())].filter((field) => form.getAll(field).length > 1)
  if (repeated.length > 0)
    throw new ValidationError(
      repeated.map((field) => ({ field, message: `is there ${form.getAll(field).length} times; send one` })),
    )
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
  const problems = halfCharacters(value)
  if (problems.length > 0) throw new ValidationError(problems)
  return value
}

const MAX_NAMED = 20
/** Halves alone: two that belong together are one character to an expression of this kind. */
const HALF = /\p{Surrogate}/u

/**
 * JSON can say half of a character (`"\ud83d"`), which no file and no database can hold: it would come back as another.
 */
function halfCharacters(value: unknown): FieldProblem[] {
  const problems: FieldProblem[] = []
  // Not by calling itself: JSON may be as deep as it is long.
  const open: Array<[field: string, value: unknown]> = [['', value]]
  while (open.length > 0 && problems.length < MAX_NAMED) {
    const [field, each] = open.pop() as [string, unknown]
    if (typeof each === 'string' && HALF.test(each))
      problems.push({
        field: field || 'body',
        message: 'holds half of a character (a surrogate without its other half)',
      })
    else if (typeof each === 'object' && each !== null)
      for (const [key, inner] of Object.entries(each)) {
        const name = key.slice(0, 100)
        if (HALF.test(key))
          problems.push({ field: field || 'body', message: 'names a field with half of a character' })
        else open.push([field ? `${field}.${name}`.slice(0, 200) : name, inner])
      }
  }
  return problems
}
