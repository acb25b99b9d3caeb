import { expect, it } from 'vitest'
import type { DraftScene } from '@/contracts'
import { movesOf } from './moves'

it('says from where to where a scene went', () => {
  const side = (sceneNumber: string, start: number) => ({ sceneNumber, range: { start, end: start } })
  const scenes = [
    { key: 'c', old: side('3', 30), new: side('3', 1) },
    { key: 'a', old: side('1', 10), new: side('1', 2) },
    { key: 'b', old: side('2', 20), new: null },
    { key: 'n', old: null, new: side('4', 3) },
  ] as unknown as DraftScene[]
  const moves = movesOf(scenes)
  expect(moves.get('c')).toBe('Stood after scene 2, stands first now.')
  expect(moves.get('a')).toBe('Stood first, stands after scene 3 now.')
  expect([...moves.keys()]).toEqual(['c', 'a'])
})
