import { expect, it } from 'vitest'
import { LANGUAGES } from './languages/index'
import { parseHeading } from './scene-heading'
import { usualTimes } from './usual-times'

it('has time words for every language, each of which is read as one in its headings', () => {
  expect(usualTimes('de').slice(0, 3)).toEqual(['TAG', 'NACHT', 'MORGEN'])
  expect(usualTimes('xx').slice(0, 2)).toEqual(['DAY', 'NIGHT'])
  for (const { code } of LANGUAGES) {
    const times = usualTimes(code)
    expect(times.length).toBeGreaterThan(8)
    const lost = times.filter((time) => !parseHeading(`EXT. X - ${time}`, { language: code }).timeOfDay)
    expect(lost, code).toEqual([])
  }
})
