import type { PanelBrief } from '@/contracts'
import { ellipse, path } from './ink'
import type { Light } from './light'
import { createRng } from './rng'

export type Weather = 'rain' | 'snow' | 'fog' | null

/** Weather named in the description, the heading or the scene's first words; inside it stays outside. */
export function weatherOf(brief: PanelBrief): Weather {
  if (brief.interiorExterior === 'INT') return null
  // The scene's words are about one place; a montage has many, and a thing close up is seen through no fog.
  const isWide = brief.interiorExterior !== 'OTHER' && brief.size !== 'ECU'
  const words =
    `${brief.description} ${brief.location} ${brief.timeOfDay ?? ''} ${isWide ? (brief.setting ?? '') : ''}`
      .slice(0, 3000)
      .toLowerCase()
  // `The rain is over.` stands behind the words of the scene that began in it.
  const told = [...words.matchAll(WEATHER_WORDS)].filter(
    (match) => !isOver(words, match.index, match[0].length),
  )
  if (isOverNow(brief.description.toLowerCase())) return null
  const has = (pattern: RegExp) => told.some(([word]) => pattern.test(word))
  if (has(/^(?:rain|storm|downpour|drizzl|thunder|shower)/)) return 'rain'
  if (has(/^(?:snow|blizzard|sleet)/)) return 'snow'
  if (has(/^(?:fog|mist|haze|smok)/)) return 'fog'
  return null
}

const WEATHER_WORDS =
  /\b(?:rain(?!coat|bow)\w*|storm(?!ing|ed|s (?:in|out|off|into|past))\w*|downpour|drizzl\w*|thunder\w*|showers?(?= of rain)|snow\w*|blizzard|sleet|fog\w*|mist(?!ake|er|ress|rust)\w*|haze|smoke|smoky)\b/g

const OVER =
  /^\W*(?:has |have |had |is |was )?(?:now |finally |at last )?(?:over(?=\s*(?:[.,;:!?–—-]|$|and\b|now\b))|stopp(?:ed|s)|stops|end(?:ed|s)|gone|pass(?:ed|es)|lifts?|lifted|clear(?:s|ed)|dies? (?:down|away))\b/

function isOver(words: string, at: number, length: number): boolean {
  return (
    OVER.test(words.slice(at + length, at + length + 30)) ||
    /\b(?:after|before|no|no more|without|since|until) (?:the |any )?$/.test(
      words.slice(Math.max(0, at - 14), at),
    )
  )
}

/** A picture in which the weather ends has none, whatever the scene began with. */
const isOverNow = (description: string): boolean =>
  [...description.matchAll(WEATHER_WORDS)].some((match) =>
    OVER.test(description.slice(match.index + match[0].length, match.index + match[0].length + 30)),
  )

/**
 * Weather in two layers: most of it lies behind the actors, and what falls in front of them leaves them to be seen.
 * Fog is never between us and a face.
 */
export function drawWeather(
  weather: Weather,
  layer: 'behind' | 'front',
  light: Light,
  width: number,
  height: number,
  seed: string,
): string {
  if (!weather || (weather === 'fog' && layer === 'front')) return ''
  const rng = createRng(`weather|${layer}|${seed}`)
  const isFront = layer === 'front'
  const pale = light.part === 'night' ? '#c8d2de' : '#6f7a80'
  let d = ''
  if (weather === 'rain') {
    const slant = light.side * createRng(`weather|${seed}`).range(0.14, 0.26)
    for (let index = 0; index < (isFront ? 26 : 120); index += 1) {
      const length = isFront ? rng.range(14, 26) : rng.range(18, 52)
      d += `M${rng.range(-20, width + 20).toFixed(0)} ${rng.range(-20, height).toFixed(0)}l${(-length * slant).toFixed(0)} ${length.toFixed(0)}`
    }
    return path(d, { stroke: pale, width: isFront ? 1 : 1.3, opacity: isFront ? 0.45 : 0.6 })
  }
  if (weather === 'snow') {
    for (let index = 0; index < (isFront ? 26 : 100); index += 1) {
      const radius = isFront ? rng.range(1, 2.2) : rng.range(1.2, 4.2)
      d += ellipse(rng.range(0, width), rng.range(0, height), radius, radius)
    }
    return path(d, { fill: '#fdfcf7', stroke: light.ink, width: 0.4 })
  }
  const fog = light.part === 'night' ? '#8e9aab' : '#f4f0e6'
  let svg = path(`M0 0H${width}V${height}H0Z`, { fill: fog, width: 0, opacity: 0.4 })
  for (let index = 0; index < 6; index += 1) {
    svg += path(
      ellipse(
        rng.range(0, width),
        height * rng.range(0.3, 0.9),
        width * rng.range(0.35, 0.6),
        height * rng.range(0.05, 0.12),
      ),
      { fill: fog, width: 0, opacity: 0.42 },
    )
  }
  return svg
}
