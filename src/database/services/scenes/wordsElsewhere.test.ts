import { expect, it } from 'vitest'
import { wordsElsewhere } from './wordsElsewhere'

const page = (sceneNumber: string, lines: string[], action: string[], isInScript = true) => ({
  id: sceneNumber,
  sceneNumber,
  action: action.join('\n\n'),
  beats: null,
  dialogueLines: lines.map((text, index) => ({ id: `${sceneNumber}-${index}`, text })),
  sourceRange: isInScript ? { start: 1, end: 2 } : { start: null, end: null },
  characters: [],
})
const outside = (lines: string[], action: string[]) => page('2A', lines, action, false)
const joined = page('3', ['Come back.', 'No.', 'Nothing.'], ['Gulls fight.', 'A bell.', 'Dust.'])

it('finds the scene of the script in which the words of one stand that the script does not have', () => {
  expect([...wordsElsewhere([joined, outside(['Come  back.', 'no.'], ['Gulls fight.'])])]).toEqual([
    ['2A', '3'],
  ])
  // What happens was changed since, in part.
  expect(wordsElsewhere([joined, outside(['No.'], ['Gulls fight.', 'Rain.'])]).get('2A')).toBe('3')
  expect(wordsElsewhere([joined, outside([], ['Gulls fight.', 'Dust.'])]).get('2A')).toBe('3')
})

it.each([
  ['that says something else', outside(['Come back.', 'Never.'], ['Gulls fight.'])],
  ['of which only a word is said there as well', outside(['No.'], ['Rain.', 'Nobody comes.', 'Dust.'])],
  ['in which nobody speaks, where something else happens', outside([], ['Gulls fight.', 'Rain.'])],
  ['in which there is nothing', outside([], [])],
  ['that the script has', page('2A', ['No.'], ['Dust.'])],
])('leaves one %s', (_which, scene) => {
  expect(wordsElsewhere([joined, scene]).size).toBe(0)
})

it('says nothing where there is no script', () => {
  expect(wordsElsewhere([outside(['No.'], []), { ...outside(['No.'], []), id: 'other' }]).size).toBe(0)
})
