import type { FlattenedField, Payload } from 'payload'
import { describe, expect, it } from 'vitest'
import { unanswerable } from './answerable'

const field = (name: string, type: string, more: object = {}) =>
  ({ name, type, ...more }) as never as FlattenedField
const collection = (slug: string, flattenedFields: FlattenedField[]) => ({
  config: { slug, flattenedFields, admin: {} },
})
const payload = {
  db: { name: 'sqlite' },
  collections: {
    scenes: collection('scenes', [field('heading', 'text'), field('beats', 'json')]),
    shots: collection('shots', [
      field('title', 'text'),
      field('secret', 'text', { hidden: true, admin: { hidden: true } }),
      field('scene', 'relationship', { relationTo: 'scenes' }),
      field('lines', 'array', { flattenedFields: [field('cue', 'text')] }),
    ]),
  },
} as never as Payload
const left = (query: Record<string, unknown>) => unanswerable(payload, 'shots', query)

describe('what a page cannot be made from', () => {
  it('is nothing of what the pages send themselves', () => {
    expect(
      left({
        limit: '10',
        page: '2',
        sort: '-title',
        search: 'fog',
        columns: '["title","-scene"]',
        queryByGroup: '{"a":{"page":2}}',
        where: {
          or: [
            {
              and: [
                { title: { like: 'x' } },
                { 'lines.cue': { exists: 'true' } },
                { id: { exists: 'true' } },
              ],
            },
          ],
        },
        depth: 'whatever',
      }),
    ).toEqual([])
    expect(left({ where: '', limit: '', page: '', sort: '', search: '', columns: '', preset: '' })).toEqual(
      [],
    )
    expect(left({ where: { 'scene.heading': { equals: 'x' } } })).toEqual([])
  })

  it.each([
    [{ 'scene.(': { exists: '9e99' } }],
    [{ nope: { equals: '1' } }],
    [{ secret: { exists: 'true' } }],
    [{ scene: { near: '1' } }],
    [{ 'scene.heading': { exists: 'true' } }],
    [{ lines: { exists: 'true' } }],
    [{ or: 'x' }],
    [{ and: [{ or: [{ nope: { equals: '1' } }] }] }],
    [{ title: 'x' }],
    ['nope'],
    [['x']],
  ])('is the filter %j', (where) => {
    expect(left({ where, limit: '10' })).toEqual(['where'])
  })

  it.each([
    ['limit', '9e99'],
    ['limit', ['1']],
    ['page', '-1'],
    ['page', { a: '1' }],
    ['sort', ['title']],
    ['search', 'x'.repeat(201)],
    ['search', 'a\0b'],
    ['search', ['x']],
    ['columns', '['],
    ['columns', '[null]'],
    ['columns', '{"a":1}'],
    ['queryByGroup', 'x'],
    ['queryByGroup', '[]'],
    ['localeCodes', '{'],
    ['preset', 'x'],
  ])('is %s as %j', (name, value) => {
    expect(left({ [name]: value, where: { title: { equals: 'x' } } })).toEqual([name])
  })
})
