import type { Answer } from './answers'

/** What a refusal of access may look like. */
const REFUSALS = [401, 403, 404]
/** What the answer may be besides where nobody may do it at all: there is no such thing, or it is not taken so. */
const NO_SUCH_THING = [...REFUSALS, 400, 405]

const said = ({ status, text }: Answer) => `${status} ${text.slice(0, 120)}`

/** Whether a read that is not for somebody shows nothing. */
export function judgeHidden(answer: Answer, hidden: string, isForNobody: boolean): string | null {
  if ((isForNobody ? NO_SUCH_THING : REFUSALS).includes(answer.status)) return null
  if (answer.status !== 200) return said(answer)
  if (answer.text.includes(hidden)) return `is shown: ${said(answer)}`
  return null
}

/** Whether a read of one thing that is not for somebody is refused. */
export function judgeRefused(answer: Answer, isForNobody: boolean): string | null {
  return (isForNobody ? NO_SUCH_THING : REFUSALS).includes(answer.status) ? null : said(answer)
}

/** Of many nothing was found to change, or only what may not be. */
const leftAsItIs = ({ status, text }: Answer): boolean =>
  status === 200 || (status === 400 && /"message":"You may not (?:change|delete) this"/.test(text))

/** Whether a change that is not for somebody is refused, or finds nothing to change. */
export function judgeUnchanged(
  answer: Answer,
  { isOfMany, isForNobody }: { isOfMany: boolean; isForNobody: boolean },
): string | null {
  if (isOfMany && answer.ids.length === 0 && leftAsItIs(answer)) return null
  return judgeRefused(answer, isForNobody)
}

/** Whether what is for somebody works. */
export function judgeAllowed(answer: Answer, shown: string | null): string | null {
  if (answer.status !== 200 && answer.status !== 201) return `does not work: ${said(answer)}`
  if (shown !== null && !answer.text.includes(shown)) return `is not shown: ${said(answer)}`
  return null
}
