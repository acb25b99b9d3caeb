import { expect, it } from 'vitest'
import { panelTitle, shotTitle } from './titles'

it('names a shot by its scene and its number, and a panel by its shot and version', () => {
  expect(shotTitle('4A', '14')).toBe('Scene 4A, shot 14')
  expect(shotTitle(null, '14')).toBe('Shot 14')
  expect(panelTitle(shotTitle('4', '14'), 2)).toBe('Scene 4, shot 14, version 2')
})
