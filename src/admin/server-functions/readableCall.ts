import { extractInfoFromServerReferenceId } from 'next/dist/shared/lib/server-reference-info'
import { isRecord } from '@/lib/isRecord'
import { isDeeperThan } from '@/lib/jsonDepth'

/** As much as Next takes (`serverActions.bodySizeLimit`). */
export const MAX_CALL_BYTES = 1024 ** 2
/** The deepest form has some ten. */
const MAX_DEPTH = 100

/**
 * What a text in a call may begin with a `$` for, as React writes it: a `$` itself, what JSON has no word for, what the
 * caller keeps, and what the text itself holds. All else stands for a part that a text alone does not come with, or for
 * numbers longer than any that a form has (`$n`).
 */
const SAID = /^\$(?:\$|undefined$|-?Infinity$|NaN$|-0$|D|T|0(?::|$))/

/** What every object has does not come with a text, whatever stands there. */
const saysOwn = (text: string): boolean =>
  SAID.test(text) && !(text.startsWith('$0:') && text.split(':').some((name) => name in Object.prototype))

/** Not by calling itself: JSON may be as deep as it is long. */
function refersElsewhere(value: unknown): boolean {
  const open: unknown[] = [value]
  while (open.length > 0) {
    const each = open.pop()
    if (typeof each === 'string' && each.startsWith('$') && !saysOwn(each)) return true
    // One by one: a list may have more values than a function takes.
    if (typeof each === 'object' && each !== null) for (const one of Object.values(each)) open.push(one)
  }
  return false
}

/**
 * Why a function is none that is called so; Next writes into its name how many things it is told. What is no name Next
 * says.
 */
export function nameProblem(id: string, isChoice: boolean): string | null {
  if (!/^[0-9a-f]{42}$/.test(id)) return null
  const told = extractInfoFromServerReferenceId(id).usedArgs.filter(Boolean).length
  return told === (isChoice ? 2 : 1) ? null : 'is not what this function is told'
}

const readJson = (text: unknown): unknown => {
  try {
    return JSON.parse(String(text))
  } catch {
    return undefined
  }
}

/**
 * Why a text is no call of a server function that a page of the admin sends: one function of Payload's, with what it is
 * told.
 *
 * @returns null where it is one, whoever may call it
 */
export function callProblem(body: string): string | null {
  if (isDeeperThan(body, MAX_DEPTH))
    return `has lists and objects within each other, more than ${MAX_DEPTH} deep`
  const value = readJson(body)
  if (value === undefined) return 'is not readable JSON'
  if (!Array.isArray(value) || value.length !== 1 || !isRecord(value[0]))
    return 'must be a list with one call'
  return refersElsewhere(value) ? 'names what does not come with it' : null
}

/** A language as it is written: `en`, `zh-TW`. Which ones there are Payload asks when it reads the cookie. */
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/

/** The same of a form: React sends the choice of a language so, with a part that the page was given with its button. */
export function choiceProblem(form: FormData): string | null {
  const names = [...form.keys()].sort().join()
  const call = readJson(form.get('0'))
  if (names !== '0,1' || !Array.isArray(call) || call.length !== 2) return 'must be the choice of a language'
  const [given, language] = call
  if (given !== '$@1' || typeof readJson(form.get('1')) !== 'string')
    return 'must be the choice of a language'
  return typeof language === 'string' && LANGUAGE.test(language) ? null : 'must name a language'
}
