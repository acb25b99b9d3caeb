import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  insertCompletionText,
  startCompletion,
} from '@codemirror/autocomplete'
import { readPrefix } from '@/screenplay'
import { isAfterBlank } from './intent'
import { readingOf } from './readingField'
import {
  languageOf,
  likelySpeakers,
  namesIn,
  placesIn,
  prefixesIn,
  timesIn,
  type Vocabulary,
} from './vocabulary'

const TRANSITIONS = [
  'CUT TO:',
  'DISSOLVE TO:',
  'SMASH CUT TO:',
  'MATCH CUT TO:',
  'FADE OUT.',
  'FADE TO BLACK.',
]
const EXTENSIONS = ['V.O.', 'O.S.', 'O.C.', "CONT'D", 'INTO PHONE', 'OVER RADIO']

const options = (words: string[], type: string, detail: string): Completion[] =>
  words.map((label, index) => ({ label, type, detail, boost: Math.max(-99, -index) }))

/** The INT. of a heading that is being typed, with the space behind it; in any language. */
function prefixOf(typed: string, language: string): string | null {
  const lead = /^\s*\.?/.exec(typed)?.[0].length ?? 0
  const found = readPrefix(typed.slice(lead), language)
  if (!found || !/[\s.。．:：]/.test(typed[lead + found.end - 1] ?? '')) return null
  // A word is one in capitals: INNEN KÜCHE, and not `Innen wird es still`.
  if (found.strength === 'word' && /\p{Ll}/u.test(typed.slice(lead, lead + found.end))) return null
  return typed.slice(0, lead + found.end)
}

/** In a heading: the place, then behind a dash the time of day. */
function inHeading(context: CompletionContext, typed: string, from: number, vocabulary: Vocabulary) {
  const reading = readingOf(context.state)
  const prefix = prefixOf(typed, languageOf(reading))
  if (prefix === null) return null
  const line = context.state.doc.lineAt(from).number
  const dash = typed.search(/\s-\s[^-]*$/)
  const afterDash = dash === -1 ? null : dash + 3
  const place = typed.slice(prefix.length)
  const places = options(placesIn(reading, vocabulary, line), 'place', 'place')
  if (afterDash === null) {
    return place === '' && !context.explicit && context.pos !== from + prefix.length
      ? null
      : { from: from + prefix.length, options: places, validFor: /^[^-]*$/ }
  }
  const times = options(timesIn(reading, line), 'time', 'time')
  // MARA'S FLAT - K…: still a place where the script has one that goes on like this.
  const begun = place.slice(0, place.lastIndexOf(' - ') + 3).toUpperCase()
  const parts = places
    .filter(({ label }) => label.startsWith(begun) && label.length > begun.length)
    .map((option) => ({ ...option, label: option.label.slice(begun.length) }))
  return { from: from + afterDash, options: [...times, ...parts], validFor: /^[^-]*$/ }
}

function extensions(context: CompletionContext, typed: string, from: number): CompletionResult | null {
  const open = /^\s*@?[^\s(][^()]*\s\(([^()]*)$/.exec(typed)
  const name = typed.slice(0, typed.indexOf('(')).trim()
  if (!open || name !== name.toUpperCase()) return null
  const closing = context.state.sliceDoc(context.pos, context.pos + 1) === ')' ? '' : ')'
  return {
    from: from + typed.length - (open[1]?.length ?? 0),
    options: options(EXTENSIONS, 'extension', 'heard').map((option) => ({
      ...option,
      apply: option.label + closing,
    })),
    validFor: /^[\w.' ]*$/,
  }
}

/**
 * Offers names where a cue may stand, places and times in headings, `V.O.` and the like behind a name.
 * @param vocabulary what the project knows beside the text.
 */
export const completeFountain =
  (vocabulary: Vocabulary) =>
  (context: CompletionContext): CompletionResult | null => {
    const line = context.state.doc.lineAt(context.pos)
    const typed = context.state.sliceDoc(line.from, context.pos)
    if (!isAfterBlank(context.state, context.pos)) return null
    const heading = inHeading(context, typed, line.from, vocabulary)
    if (heading) return heading
    const extension = extensions(context, typed, line.from)
    if (extension) return extension
    const isForced = typed.startsWith('@')
    if (!context.explicit && !isForced && !/^\p{Lu}[\p{Lu}\p{N} .'/-]*$/u.test(typed)) return null
    const reading = readingOf(context.state)
    const names = namesIn(reading, vocabulary)
    const likely = likelySpeakers(reading, line.number)
    const ordered = [...likely.filter((name) => names.includes(name)), ...names]
    return {
      from: line.from + (isForced ? 1 : 0),
      options: [
        ...options([...new Set(ordered)], 'name', 'character'),
        ...(isForced ? [] : options(prefixesIn(reading, line.number), 'heading', 'heading').map(leadOn)),
        ...(isForced ? [] : options(TRANSITIONS, 'transition', 'transition')),
      ],
      validFor: /^[\p{L}\p{N} .'/:-]*$/u,
    }
  }

/** A heading's beginning leads to its place. */
const leadOn = (option: Completion): Completion => ({
  ...option,
  boost: -50,
  apply: (view, { label }, from, to) => {
    view.dispatch(insertCompletionText(view.state, label, from, to))
    startCompletion(view)
  },
})
