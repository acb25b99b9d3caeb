import type { Field } from 'payload'
import { expect, it } from 'vitest'
import { collections } from './registry'

const within = (fields: readonly Field[], before: string): Array<[path: string, field: Field]> =>
  fields.flatMap((field) => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => within(tab.fields, before))
    const path = 'name' in field && field.name ? `${before}.${field.name}` : before
    return [[path, field] as [string, Field], ...('fields' in field ? within(field.fields, path) : [])]
  })

const all = collections.flatMap(({ slug, fields }) => within(fields, slug))
const pathsOf = (is: (field: Field) => unknown) => all.filter(([, field]) => is(field)).map(([path]) => path)

const diffOf = ({ admin }: Field) => (admin?.components as { Diff?: string } | undefined)?.Diff
const isHidden = (field: Field) =>
  ('hidden' in field && field.hidden) || (field.admin && 'hidden' in field.admin && field.admin.hidden)

it('leaves no group without a name where versions are compared', () => {
  expect(pathsOf((field) => field.type === 'group' && field.label === false)).toEqual([])
})

it('shows nothing of fields that no form shows, and lists as people write them', () => {
  expect(pathsOf((field) => field.type !== 'ui' && isHidden(field) && !diffOf(field))).toEqual([])
  expect(
    pathsOf((field) => 'hasMany' in field && field.hasMany && field.type === 'text' && !diffOf(field)),
  ).toEqual([])
  expect(pathsOf((field) => diffOf(field)?.endsWith('#ListDiff'))).toContain('scenes.props')
  expect(pathsOf((field) => diffOf(field)?.endsWith('#NotShown'))).toContain('projects.collaborators')
})
