import { expect, it } from 'vitest'
import { ALONE_WITHIN, takenField } from '@/lib/takenField'
import { collections } from './registry'

it('names the field that people know, of every rule of two fields', () => {
  const rules = collections.flatMap(({ slug, indexes = [] }) =>
    indexes
      .filter(({ unique }) => unique)
      .map(({ fields: [parent, field] }) => [slug, { parent, field }] as const),
  )
  expect(ALONE_WITHIN).toEqual(Object.fromEntries(rules))
})

it('leaves every other field as it is', () => {
  expect(takenField('episodes', 'project_id')).toBe('episodeNumber')
  expect(takenField('scenes', 'episode')).toBe('sceneNumber')
  expect(takenField('users', 'email')).toBe('email')
  expect(takenField(undefined, 'project_id')).toBe('project_id')
})
