import { expect, it } from 'vitest'
import { readScript } from '../readScript'
import { currentRemarks } from './currentRemarks'

const KEPT = [
  { line: null, message: 'Read as Latin-1.', words: null },
  { line: 3, message: 'A table was here.', words: 'Rain.' },
  { line: 5, message: 'A picture was here.', words: 'Snow.' },
]

it('finds the lines of an import again, wherever they stand by now, and lets go of those that are gone', () => {
  expect(currentRemarks(KEPT, readScript('INT. BAR - DAY\n\nMore.\n\nRain.\n'))).toEqual([
    { line: null, message: 'Read as Latin-1.' },
    { line: 5, message: 'A table was here.' },
  ])
})

it('says what the text itself gives to say, and nothing twice', () => {
  const reading = readScript('INT. BAR #1# - DAY\n\nRain.\n\nINT. HALL #1# - DAY\n\nSnow.\n')
  const own = reading.breakdown?.warnings ?? []
  expect(own.length).toBeGreaterThan(0)
  const kept = own.map(({ line, message }) => ({
    line,
    message,
    words: line === 1 ? 'INT. BAR #1# - DAY' : null,
  }))
  const found = currentRemarks(kept.slice(0, 1), reading)
  expect(found).toHaveLength(own.length)
})
