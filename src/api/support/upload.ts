import type { Context } from 'hono'
import type { z } from 'zod'
import { ValidationError } from '@/errors'
import { decodeText } from '@/lib/decodeText'
import { fileNameProblems } from '@/lib/fileName'
import { isDeeperThan } from '@/lib/jsonDepth'
import { mediaType } from '@/lib/mediaType'
import { unwritable } from '@/lib/unwritable'
import { problemsOf } from './errors'
import type { ApiEnv } from './types'

/** Lists and objects within each other. No route’s body has more than five. */
const MAX_JSON_DEPTH = 100

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
  mediaType(c.req.header('content-type')) === 'multipart/form-data'

/** JSON and what is written in it (RFC 6839), which the framework reads as well. */
const JSON_TYPE = /^application\/([\w.-]+\+)?json$/

export const isJson = (c: Context<ApiEnv>): boolean => JSON_TYPE.test(mediaType(c.req.header('content-type')))

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
 * A JSON body whose texts can be written down; undefined where there is none.
 *
 * @throws {ValidationError} where it is no JSON, or naming every field with half a character
 */
export async function readJson(c: Context<ApiEnv>): Promise<unknown> {
  const text = decodeText(await c.req.arrayBuffer())
  if (text === null) throw new ValidationError([{ field: 'body', message: 'is not text in UTF-8' }])
  if (text.trim() === '') return undefined
  if (isDeeperThan(text, MAX_JSON_DEPTH))
    throw new ValidationError([
      { field: 'body', message: `has lists and objects within each other, more than ${MAX_JSON_DEPTH} deep` },
    ])
  const value = parse(text)
  const problems = unwritable(value)
  if (problems.length > 0) throw new ValidationError(problems)
  return value
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ValidationError([{ field: 'body', message: 'is not readable JSON' }])
  }
}
