import { type FieldProblem, ValidationError } from '@/errors'

/**
 * A refusal in the words of whoever asked: a service that writes a document names fields of it which its caller never sent.
 * Other errors pass as they are. Known by its shape, as a built server may hold the class more than once.
 *
 * @param nameOf what the caller sent in the place of a field
 */
export function problemsAs(error: unknown, nameOf: (field: string) => string): unknown {
  const { code, details } = (error ?? {}) as { code?: unknown; details?: { problems?: FieldProblem[] } }
  if (code !== 'validation-failed' || !details?.problems) return error
  return new ValidationError(
    details.problems.map(({ field, message }) => ({ field: nameOf(field), message })),
  )
}
