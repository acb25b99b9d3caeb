const NUMBER = /^([A-Z]*)(\d+)(.*)$/i

interface Place {
  before: string
  digits: number
  after: string
}

function placeOf(number: string): Place | null {
  const [, before = '', digits, after = ''] = NUMBER.exec(number) ?? []
  return digits === undefined ? null : { before, digits: Number(digits), after: after.toUpperCase() }
}

/**
 * Whether a shot's number comes before another's, as on a set: A1, 1, 1A, A1B, 1B, 2; Z before A1. True of what is no
 * number of a shot, which may stand anywhere.
 */
export function isNumberedBefore(a: string, b: string): boolean {
  const [one, two] = [placeOf(a), placeOf(b)]
  if (!one || !two) return true
  if (one.digits !== two.digits) return one.digits < two.digits
  if (one.after.length !== two.after.length) return one.after.length < two.after.length
  if (one.after !== two.after) return one.after < two.after
  return Boolean(one.before) || !two.before
}
