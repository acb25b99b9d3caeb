import { expect, it } from 'vitest'
import { canonicalName, cueName, displayName } from './names'

it.each([
  ['MILA', 'Mila'],
  ['McADAIR', 'McAdair'],
  ['McAdair', 'McAdair'],
  ['MCADAIR', 'McAdair'],
  ['MACDONALD', 'MacDonald'],
  ['MACY', 'Macy'],
  ['MACHINE HOUSE', 'Machine House'],
  ["O'BRIEN", "O'Brien"],
  ['JEAN-LUC', 'Jean-Luc'],
  ["MILA'S MOTHER", "Mila's Mother"],
  ['HENRY VIII', 'Henry VIII'],
  ['TV REPORTER', 'TV Reporter'],
  ['ÉMILE', 'Émile'],
  ['DiCAPRIO', 'DiCaprio'],
  ['de la Cruz', 'de la Cruz'],
  ['R2-D2', 'R2-D2'],
  ['老人', '老人'],
])('shows %s as %s', (typed, shown) => {
  expect(displayName(typed)).toBe(shown)
})

it('stands over a line in capitals, as it was typed', () => {
  expect(['McAdair', 'Mila', "O'Brien", 'Anna de la Cruz'].map(cueName)).toEqual([
    'McADAIR',
    'MILA',
    "O'BRIEN",
    'ANNA DE LA CRUZ',
  ])
})

it.each(['\u200b', '\u202e\u202c', '\u00ad \u2060', '\u3164'])(
  'nothing that can be seen is no name',
  (typed) => {
    expect(canonicalName(typed)).toBe('')
    expect(canonicalName(`${typed}Mila`)).toBe('MILA')
  },
)
