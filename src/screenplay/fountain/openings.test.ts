import { expect, it } from 'vitest'
import { isBareTransition, isOpening } from './line-kinds'

it.each(['FADE IN:', 'FADE UP', 'Aufblende.', '淡入：', 'フェードイン'])('%s opens', (text) => {
  expect(isOpening(text)).toBe(true)
  expect(isBareTransition(text)).toBe(true)
})

it.each(['FADE TO BLACK', 'ABBLENDE', 'THE DOOR OPENS', 'FADE IN ON THE HARBOUR'])('%s does not', (text) => {
  expect(isOpening(text)).toBe(false)
})

it('a transition without its mark is one in capitals alone', () => {
  expect(['CUT TO BLACK', 'ABBLENDE', 'Dissolve'].map(isBareTransition)).toEqual([true, true, false])
})
