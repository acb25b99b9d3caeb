/** Times that may stand as the last word of a heading without any dash: `INT HOUSE DAY`. */
export const LAST_WORD_TIMES = new Set(['DAY', 'NIGHT', 'DAWN', 'DUSK', 'MORNING', 'EVENING', 'AFTERNOON'])

const TIMES = new Set([
  ...LAST_WORD_TIMES,
  ...[
    'NOON',
    'MIDDAY',
    'MIDNIGHT',
    'SUNSET',
    'SUNRISE',
    'SUNDOWN',
    'SUNUP',
    'TWILIGHT',
    'DAYBREAK',
    'DAYTIME',
  ],
  ...[
    'NIGHTTIME',
    'NIGHTFALL',
    'DAYLIGHT',
    'MOONLIGHT',
    'LATER',
    'CONTINUOUS',
    'CONTINUING',
    'CONT',
    "CONT'D",
  ],
  ...[
    'SAME',
    'EARLIER',
    'PRESENT',
    'NOW',
    'DAYS',
    'NIGHTS',
    'TODAY',
    'TONIGHT',
    'TOMORROW',
    'YESTERDAY',
    'AFTER',
  ],
  // German, French, Spanish, Italian, Portuguese
  ...[
    'TAG',
    'NACHT',
    'MORGEN',
    'ABEND',
    'MITTAG',
    'NACHMITTAG',
    'VORMITTAG',
    'DÄMMERUNG',
    'MORGENS',
    'ABENDS',
    'SPÄTER',
  ],
  ...['JOUR', 'NUIT', 'MATIN', 'SOIR', 'AUBE', 'MIDI', 'MINUIT', 'CRÉPUSCULE', 'APRÈS-MIDI'],
  ...[
    'DÍA',
    'DIA',
    'NOCHE',
    'TARDE',
    'MAÑANA',
    'AMANECER',
    'ATARDECER',
    'ANOCHECER',
    'MEDIODÍA',
    'MEDIANOCHE',
  ],
  ...['GIORNO', 'NOTTE', 'SERA', 'MATTINA', 'MATTINO', 'ALBA', 'TRAMONTO', 'POMERIGGIO', 'NOITE', 'MANHÃ'],
  // Polish, Russian, Japanese, Chinese
  ...[
    'DZIEŃ',
    'NOC',
    'RANEK',
    'WIECZÓR',
    'ŚWIT',
    'ДЕНЬ',
    'НОЧЬ',
    'УТРО',
    'ВЕЧЕР',
    'РАССВЕТ',
    'ЗАКАТ',
    'ПОЛДЕНЬ',
  ],
  ...['日', '夜', '朝', '昼', '夕', '夕方', '深夜', '夜明け', '白天', '晚上', '早晨', '黄昏', '黎明'],
])

/** Words that may stand before a time: `EARLY MORNING`, `THE NEXT DAY`, `SATURDAY NIGHT`. */
const BEFORE_TIME = new Set([
  ...[
    'EARLY',
    'LATE',
    'MID',
    'PRE',
    'NEXT',
    'THE',
    'SAME',
    'THAT',
    'FOLLOWING',
    'PREVIOUS',
    'ONE',
    'A',
    'AN',
    'FEW',
  ],
  ...[
    'SEVERAL',
    'SOME',
    'STILL',
    'JUST',
    'BEFORE',
    'AFTER',
    'MUCH',
    'SHORTLY',
    'IMMEDIATELY',
    'LATER',
    'TIME',
    'MORE',
  ],
  ...[
    'MOMENT',
    'MOMENTS',
    'SECOND',
    'SECONDS',
    'MINUTE',
    'MINUTES',
    'HOUR',
    'HOURS',
    'DAY',
    'DAYS',
    'WEEK',
    'WEEKS',
  ],
  ...[
    'MONTH',
    'MONTHS',
    'YEAR',
    'YEARS',
    'TWO',
    'THREE',
    'FOUR',
    'FIVE',
    'SIX',
    'SEVEN',
    'EIGHT',
    'NINE',
    'TEN',
  ],
  ...[
    'MONDAY',
    'TUESDAY',
    'WEDNESDAY',
    'THURSDAY',
    'FRIDAY',
    'SATURDAY',
    'SUNDAY',
    'CHRISTMAS',
    'SUMMER',
    'WINTER',
  ],
  ...[
    'MAGIC',
    'GOLDEN',
    'NIGHT',
    'MORNING',
    'EVENING',
    'AFTERNOON',
    'DAWN',
    'DUSK',
    'NEAR',
    'AT',
    'IN',
    'OF',
    'FOR',
  ],
])

const CLOCK = /^\d{1,2}(?:[:.]\d{2})?\s*(?:[AP]\.?M\.?|UHR|O'CLOCK)$|^\d{1,2}:\d{2}(?::\d{2})?$/

/** Characters. Also keeps the patterns below from crawling over a hostile heading. */
const LONGEST_TIME = 60

/**
 * True where a part of a scene heading reads as a time of day: a time word (`NIGHT`, `LATER`), a phrase
 * that ends in one (`THE NEXT MORNING`, `3 HOURS LATER`), several (`DAY/NIGHT`), a clock time with a colon or
 * AM/PM, each with a number (`DAY 2`) or a parenthesis behind it (`NIGHT (FLASHBACK)`).
 * `NIGHT MANAGER'S OFFICE` is none.
 */
export function isTimeOfDay(part: string): boolean {
  if (part.length > LONGEST_TIME) return false
  const bare = part
    .normalize('NFC')
    .toUpperCase()
    .replace(/[’‘]/g, "'")
    .replace(/(?:\s*\([^()]*\))+$/, '')
    .replace(/[\s.,:;]+$/, '')
    .trim()
  if (bare === '') return false
  if (TIMES.has(bare) || CLOCK.test(bare) || /^(?:SAME TIME|MAGIC HOUR|GOLDEN HOUR)$/.test(bare)) return true
  const words = bare.split(/[\s/,-]+/).filter(Boolean)
  if (words.length > 1 && /^\d{1,3}$/.test(words.at(-1) as string)) words.pop()
  const last = words.pop()
  if (!last || !TIMES.has(last)) return false
  return words.every((word) => TIMES.has(word) || BEFORE_TIME.has(word) || /^\d+$/.test(word))
}
