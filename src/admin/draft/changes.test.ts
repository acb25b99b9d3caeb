import { expect, it } from 'vitest'
import type { DraftScene } from '@/contracts'
import { changesIn, changesOf } from './changes'

it('counts a split as one change, and what is unchanged not at all', () => {
  const row = (key: string, status: string, group: string[] = []) => ({ key, status, group }) as DraftScene
  const scenes = [
    row('s1', 'split', ['s1', 'n2']),
    row('n2', 'split', ['s1', 'n2']),
    row('s2', 'unchanged'),
    row('s3', 'changed'),
  ]
  expect(changesIn(scenes)).toBe(2)
  expect(changesIn(scenes.slice(1, 2))).toBe(1)
  const draft = { scenes, front: { key: 'front', old: '', new: '', words: null } }
  expect(changesOf(draft)).toBe(3)
  expect(changesOf(draft, (key) => key !== 's3')).toBe(2)
})
