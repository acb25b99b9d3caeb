import type { Field } from 'payload'
import { expect, it, vi } from 'vitest'

vi.stubEnv('PAYLOAD_SECRET', 'a-secret-for-unit-tests')
const { collections } = await import('./registry')

interface Found {
  path: string
  field: Field
}

function fieldsIn(fields: Field[], path: string): Found[] {
  return fields.flatMap((field): Found[] => {
    const here = 'name' in field && field.name ? `${path}.${field.name}` : path
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => fieldsIn(tab.fields, here))
    const inside = 'fields' in field ? fieldsIn(field.fields, here) : []
    return [{ path: here, field }, ...inside]
  })
}

it('no field has an editor that is loaded over the network', () => {
  const all = collections.flatMap(({ slug, fields }) => fieldsIn(fields, slug))
  // Payload's own fields of both types get Monaco from a CDN: without a network they stay empty.
  const online = all.filter(({ field }) => {
    const component =
      'admin' in field ? (field.admin as { components?: { Field?: unknown } })?.components?.Field : null
    return field.type === 'code' || (field.type === 'json' && !component)
  })
  expect(online.map(({ path }) => path)).toEqual([])
  expect(all.filter(({ field }) => field.type === 'json').length).toBeGreaterThan(5)
})
