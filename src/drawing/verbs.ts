/**
 * A pattern for the forms in which action tells that somebody does something now: `coils`, `coiling`, and the bare verb
 * behind whoever does it in the plural (`they coil`, `and coil`, `to coil`).
 */
export function verbs(stems: string): RegExp {
  const forms = stems
    .trim()
    .split(/\s+/)
    .flatMap((stem) => {
      const [verb, ...rest] = stem.split('_')
      const tail = rest.length > 0 ? `\\s+(?:\\p{L}+\\s+){0,3}?${rest.join('\\s+')}` : ''
      return formsOf(verb ?? '').map((form) => `${form}${tail}`)
    })
  return new RegExp(`(?<![\\p{L}])(?:${forms.join('|')})(?![\\p{L}])`, 'giu')
}

const PLURAL = '(?<=\\b(?:they|we|you|and|to|both|all|can|then|them|him|her) )'

function formsOf(verb: string): string[] {
  const third = /(?:s|x|z|ch|sh)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : /^(?:do|go)$/.test(verb)
        ? `${verb}es`
        : `${verb}s`
  const stem = /[^eoy]e$/.test(verb) ? verb.slice(0, -1) : verb
  const ing = DOUBLED.has(verb) ? `${verb}${verb.at(-1)}ing` : `${stem}ing`
  return [third, ing, `${PLURAL}${verb}`]
}

/** Short verbs whose last letter doubles. */
const DOUBLED = new Set(
  'cut dig tip put get hug tug grip grab slip knit chop mop sip wrap unwrap drag hit shut set spin stir rub step stab zip run swim'.split(
    ' ',
  ),
)
