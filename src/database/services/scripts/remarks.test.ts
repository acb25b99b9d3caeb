import { expect, it } from 'vitest'
import { remarksOf } from './remarks'

it('keeps what the text does not say again, with the words of its line', () => {
  const said = { line: 3, message: 'This number is taken.' }
  const warnings = [{ line: null, message: 'Read as Latin-1.' }, { line: 1, message: 'A table.' }, said]
  expect(remarksOf(warnings, '  INT. BAR - DAY\n\nRain.\n', [said])).toEqual([
    { line: null, message: 'Read as Latin-1.', words: null },
    { line: 1, message: 'A table.', words: 'INT. BAR - DAY' },
  ])
})

it('finds the last line, and knows none behind it', () => {
  const at = (line: number) => ({ line, message: 'A table.' })
  expect(remarksOf([at(4), at(3), at(2)], 'INT. BAR - DAY\n\nRain.').map(({ words }) => words)).toEqual([
    null,
    'Rain.',
    '',
  ])
})
