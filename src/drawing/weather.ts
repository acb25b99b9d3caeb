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
  if (/\b(rain\w*|storm\w*|downpour|drizzle|thunder\w*)\b/.test(words)) return 'rain'
  if (/\b(snow\w*|blizzard|sleet)\b/.test(words)) return 'snow'
  if (/\b(fog\w*|mist\w*|haze|smok\w*)\b/.test(words)) return 'fog'
  return null
}

/** One path for a whole shower: drawn over the actors. */
export function drawWeather(
  weather: Weather,
  light: Light,
  width: number,
  height: number,
  seed: string,
): string {
  if (!weather) return ''
  const rng = createRng(`weather|${seed}`)
  const pale = light.part === 'night' ? '#c8d2de' : '#6f7a80'
  let d = ''
  if (weather === 'rain') {
    const slant = light.side * rng.range(0.14, 0.26)
    for (let index = 0; index < 130; index += 1) {
      const length = rng.range(18, 52)
      d += `M${rng.range(-20, width + 20).toFixed(0)} ${rng.range(-20, height).toFixed(0)}l${(-length * slant).toFixed(0)} ${length.toFixed(0)}`
    }
    return path(d, { stroke: pale, width: 1.3, opacity: 0.6 })
  }
  if (weather === 'snow') {
    for (let index = 0; index < 110; index += 1) {
      const radius = rng.range(1.2, 4.2)
      d += ellipse(rng.range(0, width), rng.range(0, height), radius, radius)
    }
    return path(d, { fill: '#fdfcf7', stroke: light.ink, width: 0.4 })
  }
  let svg = ''
  for (let index = 0; index < 5; index += 1) {
    svg += path(
      ellipse(
        rng.range(0, width),
        height * rng.range(0.45, 0.95),
        width * rng.range(0.35, 0.6),
        height * rng.range(0.05, 0.1),
      ),
      { fill: light.part === 'night' ? '#8e9aab' : '#f4f0e6', width: 0, opacity: 0.34 },
    )
  }
  return svg
}
