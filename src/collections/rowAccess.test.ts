import type { Field } from 'payload'
import { expect, it, vi } from 'vitest'

vi.stubEnv('PAYLOAD_SECRET', 'a-secret-for-unit-tests')
const { collections } = await import('./registry')
const { computedFields } = await import('./hooks/computedFields')
const { guardedFields } = await import('./hooks/rightsOfFields')

/** Fields of rows, and of rows in rows, that not everybody may change. */
function guardedInRows(fields: readonly Field[], isInRow = false): string[] {
  return fields.flatMap((field): string[] => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => guardedInRows(tab.fields, isInRow))
    const own =
      isInRow && 'access' in field && field.access?.update && 'name' in field ? [field.name ?? ''] : []
    return 'fields' in field
      ? [...own, ...guardedInRows(field.fields, isInRow || field.type === 'array')]
      : own
  })
}

it('no field of a row has a right of its own: a version that is restored could not keep it', () => {
  expect(collections.flatMap(({ fields }) => guardedInRows(fields))).toEqual([])
})

it('finds what only some may change, and what nobody types', () => {
  const paths = (
    slug: string,
    find: (slug: string, fields: Field[]) => Array<{ keys: readonly string[] }>,
  ) => {
    const collection = collections.find((each) => each.slug === slug)
    return find(slug, collection?.fields ?? []).map(({ keys }) => keys.join('.'))
  }
  expect(paths('projects', (_, fields) => guardedFields(fields))).toEqual([
    'settings.aiEnabled',
    'settings.budgetUsd',
    'members',
    'awaitsScript',
    'createdBy',
  ])
  expect(paths('panels', computedFields)).toEqual([
    'title',
    'confidence',
    'version',
    'statusChangedBy',
    'statusChangedAt',
    'isStale',
    'staleReason',
    'staleSource',
    'sourceTask',
  ])
  expect(paths('media', computedFields)).toContain('provenance.provider')
  expect(paths('sessions', computedFields)).toEqual(['user'])
})
