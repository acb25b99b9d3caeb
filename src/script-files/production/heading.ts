import { SIDES, TIMES } from './words'

export interface ProductionHeading {
  sceneNumber: string | null
  /** Empty where the heading only has a number. */
  place: string
  time: string | null
  /** `内景`, `外景`, `内景/外景`; null where the heading does not say. */
  side: string | null
  /** How much like a heading the line is: 2 by itself, 1 where others show that this is a production script. */
  certainty: 1 | 2
}

const NUMERAL = '[0-9０-９一二三四五六七八九十百零〇两兩]{1,8}'
/** `1-1`, `12-3A`: episode and scene. */
const EPISODE_SCENE = /^(\d{1,3}\s?[-－–—]\s?\d{1,4}[A-Za-z]?)(?:[\s、.．，,：:]+(.*))?$/
/** `第1场`, `第十二场 教室`, `场景3：教室`, `场次 4`. */
const NUMBERED_SCENE = new RegExp(
  `^第\\s?(${NUMERAL}[A-Za-z]?)\\s?[场場](?:景|戏|戲)?(?:[\\s、.．，,：:]+(.*))?$`,
)
const SCENE_NUMBERED = new RegExp(
  `^(?:场景|場景|场次|場次|场|場)\\s?[：:]?\\s?(${NUMERAL}[A-Za-z]?)(?:[\\s、.．，,：:]+(.*))?$`,
)
/** `1. 内景 教室 日`, `3、教室 日 内`. */
const NUMBER_FIRST = /^(\d{1,4}[A-Za-z]?)\s?[.．、，,\s]\s*(\D.*)$/

/** Reads a line as a heading of a production script; null where it is none. `line` is trimmed. */
export function readHeading(line: string): ProductionHeading | null {
  if (line.length > 120) return null
  const episode = EPISODE_SCENE.exec(line)
  if (episode) return withNumber(episode[1] as string, episode[2], 2)
  const numbered = NUMBERED_SCENE.exec(line) ?? SCENE_NUMBERED.exec(line)
  if (numbered) return withNumber(numbered[1] as string, numbered[2], 2)
  const first = NUMBER_FIRST.exec(line)
  if (first) {
    const heading = withNumber(first[1] as string, first[2], 2)
    return heading.side || heading.time ? heading : null
  }
  if (!/^(?:内|內|外|室)/.test(line)) return null
  const heading = withNumber(null, line, 1)
  return heading.side && heading.place && !/[。！？：:]/.test(heading.place) ? heading : null
}

function withNumber(number: string | null, rest: string | undefined, certainty: 1 | 2): ProductionHeading {
  const sceneNumber =
    number === null
      ? null
      : number
          .replace(/\s/g, '')
          .replace(/[－–—]/g, '-')
          .normalize('NFKC')
  return { sceneNumber, ...parts(rest ?? ''), certainty }
}

/** What stands between the words of a heading; the middle dots are those of all keyboards. */
const BETWEEN = /([\s，,、|｜（）()·・‧•･。；;：:]+)/

/**
 * Sorts the words of a heading, in whatever order they stand, into place, time and side. A mark between two words of
 * the place is the place's own: `灯塔·值班室`, `教学楼（二层）`.
 */
export function parts(text: string): Pick<ProductionHeading, 'place' | 'time' | 'side'> {
  let place = ''
  const times: string[] = []
  let side: string | null = null
  /** What stands before the next word, where the one before that is of the place. */
  let mark: string | null = null
  text.split(BETWEEN).forEach((token, index) => {
    if (index % 2 === 1) {
      if (mark !== null) mark = token.replace(/\s+/g, ' ')
      return
    }
    for (const word of token === '' ? [] : splitToken(token)) {
      const found = SIDES.get(word)
      const isPlace = !found && !isTime(word)
      if (found) side = side === null || side === found ? found : '内景/外景'
      else if (!isPlace) times.push(word)
      else place += place === '' ? word : `${mark || ' '}${word}`
      if (isPlace) mark = ''
      else {
        place += closing(place, mark)
        mark = null
      }
    }
  })
  place += closing(place, mark)
  return { place: place.replace(/^[-－–—]+|[-－–—]+$/g, ''), time: times.join('/') || null, side }
}

/** The bracket behind a place that opens one. */
function closing(place: string, behind: string | null): string {
  const open = Math.max(place.lastIndexOf('('), place.lastIndexOf('（'))
  const isOpen = open > Math.max(place.lastIndexOf(')'), place.lastIndexOf('）'))
  return isOpen ? (/[)）]/.exec(behind ?? '')?.[0] ?? '') : ''
}

const isTime = (word: string) => TIMES.has(word) || word.split('/').every((part) => TIMES.has(part))

/** `日内`, `教室-日-内`, `日/内` are several words; `A-3教室` and `内/外` are one. */
function splitToken(token: string): string[] {
  if (SIDES.has(token) || isTime(token)) return [token]
  const joined = token.split(/[-－–—/／]+/)
  if (joined.length > 1 && joined.some((part) => SIDES.has(part) || isTime(part))) {
    const known = joined.filter((part) => SIDES.has(part) || isTime(part))
    const others = joined.filter((part) => !known.includes(part))
    return [others.join('-'), ...known].filter(Boolean)
  }
  for (let at = 1; at < Math.min(token.length, 5); at += 1) {
    const [head, tail] = [token.slice(0, at), token.slice(at)]
    if ((SIDES.has(head) && isTime(tail)) || (isTime(head) && SIDES.has(tail))) return [head, tail]
  }
  return [token]
}

/** As Fountain has it: `内景 教室 - 日`. */
export function headingText({
  place,
  time,
  side,
}: Pick<ProductionHeading, 'place' | 'time' | 'side'>): string {
  const where = [side, place].filter(Boolean).join(' ')
  return [where, time].filter(Boolean).join(' - ')
}
