import type { Dice } from './dice'

const LONG = 'a'.repeat(3_000)

/** What programs stumble over, as texts. */
export const NASTY_TEXTS = [
  '',
  ' ',
  'a',
  'null',
  'undefined',
  'true',
  'NaN',
  'Infinity',
  '-1',
  '0',
  '1.5',
  '1e2',
  '0x10',
  '9e99',
  '9007199254740993',
  '-9223372036854775809',
  '__proto__',
  'constructor',
  'toString',
  '$where',
  '$gt',
  '\u0000',
  'a\u0000b',
  '\ud83d',
  'é́́😀‮',
  '%',
  '%25',
  '%ff',
  '_',
  '*',
  '\\',
  '"',
  "'",
  "' OR 1=1 --",
  '"; DROP TABLE x; --',
  '`',
  '[',
  '(',
  '(?:a+)+$',
  '<script>',
  '../../etc/passwd',
  '1,2,3',
  ',',
  ',,,',
  'a,b',
  '2024-02-30',
  '0000-00-00',
  '+275760-09-13T00:00:00.001Z',
  '-271821-04-19T23:59:59.999Z',
  '2024-01-01T00:00:00Z',
  'now',
  'nope',
  '507f1f77bcf86cd799439011',
  '0190b3c2-7c1d-7000-8000-000000000000',
  'id',
  'en',
  'all',
  'de-CH-1996',
  LONG,
  LONG.repeat(2),
  'ä'.repeat(2_000),
  '('.repeat(500),
]

const NUMBERS = [0, -0, 1, -1, 2, 10, 1.5, 1e21, 1e308, 2 ** 31, 2 ** 53, -(2 ** 63), 8.64e15 + 1, 5e-324]

/** A value of any kind of JSON. */
export function nasty(dice: Dice, ids: string[], depth = 0): unknown {
  const kind = dice.below(depth > 3 ? 5 : 10)
  if (kind < 3) return dice.pick(NASTY_TEXTS)
  if (kind === 3) return dice.pick(NUMBERS)
  if (kind === 4) return dice.pick([null, true, false, ...dice.some(ids, 3)])
  if (kind < 7) return Array.from({ length: dice.below(4) }, () => nasty(dice, ids, depth + 1))
  if (kind === 7 && depth === 0) return nested(dice)
  const keys = [
    'id',
    'value',
    'relationTo',
    'equals',
    'en',
    '$gt',
    '__proto__',
    'constructor',
    'a.b',
    '0',
    '',
  ]
  return Object.fromEntries(dice.some(keys, 3).map((key) => [key, nasty(dice, ids, depth + 1)]))
}

/** Something deep. */
function nested(dice: Dice): unknown {
  let value: unknown = 1
  const isList = dice.chance(0.5)
  for (let depth = dice.pick([20, 200, 1_500]); depth > 0; depth--) value = isList ? [value] : { a: value }
  return value
}

/** Escaped, halves of characters and all. */
export const encoded = (text: string): string => encodeURIComponent(Buffer.from(text).toString())

/** Of a query, as it is written on the wire: mostly escaped, now and then not. */
export function escaped(dice: Dice, text: string): string {
  if (dice.chance(0.03)) return text.replace(/[^!-~]/g, '%ff')
  return encoded(text)
}
