import type { CollectionConfig, Field } from 'payload'
import { expect, it } from 'vitest'
import { collections } from './registry'

interface Offered {
  path: string
  isTyped: boolean
}

/** As “Edit” of a list finds what it offers (FieldSelect/reduceFieldOptions): into groups, rows and tabs, not into lists. */
const offered = (fields: readonly Field[], before = ''): Offered[] =>
  fields.flatMap((field): Offered[] => {
    const admin = (field.admin ?? {}) as Record<string, unknown>
    if (admin.disableBulkEdit || admin.hidden || admin.disabled || ('unique' in field && field.unique))
      return []
    const path = 'name' in field && field.name ? `${before}${field.name}` : before
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        offered(tab.fields, 'name' in tab && tab.name ? `${before}${tab.name}.` : before),
      )
    if ('fields' in field && field.type !== 'array')
      return offered(field.fields, 'name' in field && field.name ? `${path}.` : before)
    const isTyped = !admin.readOnly && field.type !== 'join' && !('hidden' in field && field.hidden)
    return [{ path, isTyped: isTyped && !('custom' in field && field.custom?.isDerived) }]
  })

const of = (slug: string): CollectionConfig => collections.find((each) => each.slug === slug) as never

it('offers for many what forms let somebody type, in every collection', () => {
  for (const { slug, fields } of collections)
    expect(
      offered(fields)
        .filter(({ isTyped }) => !isTyped)
        .map(({ path }) => `${slug}.${path}`),
    ).toEqual([])
})

it('offers of shots what several may have alike', () => {
  expect(offered(of('shots').fields).map(({ path }) => path)).toEqual([
    'size',
    'angle',
    'movement',
    'lens',
    'duration',
    'purpose',
    'description',
    'characters',
    'audio',
    'images',
    'scene',
  ])
})
