import { type FieldProblem, ValidationError } from '@/errors'

/**
 * A file that is not taken. What is wrong stands first in what is said of it, what to do after a colon or a comma: the
 * whole is said at its field. Above a form stands the first alone, as Payload has each comma there begin another fault
 * (`FieldErrorsToast` of @payloadcms/ui).
 */
export function refuseFile(message: string, others: FieldProblem[] = []): ValidationError {
  const problems = [{ field: 'file', message }, ...others]
  return new ValidationError(
    problems,
    problems.map((each) => `${each.field} ${each.message.split(/[:,]/, 1)[0]}`).join('; '),
  )
}
