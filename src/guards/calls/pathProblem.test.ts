import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'
import { type Collections, stepsOf } from './fieldAt'
import { isOrder, isThroughList, pathProblem } from './pathProblem'

const field = (name: string, type: string, more: object = {}) =>
  ({ name, type, ...more }) as never as FlattenedField
const collections = {
  projects: {
    config: {
      flattenedFields: [
        field('title', 'text'),
        field('genre', 'text', { hasMany: true }),
        field('extra', 'json'),
        field('about', 'relationship', { relationTo: ['projects', 'episodes'] }),
        field('episodes', 'join', { collection: 'episodes' }),
        field('members', 'array', { flattenedFields: [field('role', 'select')] }),
      ],
    },
  },
  episodes: {
    config: {
      flattenedFields: [field('title', 'text'), field('project', 'relationship', { relationTo: 'projects' })],
    },
  },
} as never as Collections

type Engine = 'sqlite' | 'mongodb'
const where = (slug: string, path: string, engine: Engine, isJoined = false) =>
  pathProblem({ path, steps: stepsOf(collections, slug, path), engine, isJoined })
const order = (slug: string, path: string, engine: Engine, isJoined = false) =>
  isOrder({ path, steps: stepsOf(collections, slug, path), engine, isJoined })

describe('a path', () => {
  it('ends at an id', () => {
    for (const engine of ['sqlite', 'mongodb'] as const)
      for (const path of ['project.id.id', 'project.id.(', 'id.0', 'project__id__x']) {
        expect([path, where('episodes', path, engine)]).toEqual([path, 'is no field'])
        expect([path, order('episodes', path, engine)]).toEqual([path, false])
      }
    expect(where('episodes', 'project.id', 'sqlite')).toBeNull()
    // Of versions: their document, with all of its fields.
    expect(where('episodes', 'parent.title', 'sqlite')).toBeNull()
  })

  it('ends at a value, and has no name that is none', () => {
    for (const engine of ['sqlite', 'mongodb'] as const)
      for (const path of [
        'title.value',
        'title.a.b',
        'project.title.x',
        'project.',
        'project..title',
        '.title',
      ]) {
        expect([path, where('episodes', path, engine)]).toEqual([path, 'is no field'])
        expect([path, order('episodes', path, engine)]).toEqual([path, false])
      }
    for (const path of ['extra.a', 'members.role', 'about.value', 'nothing'])
      expect([path, where('projects', path, 'mongodb')]).toEqual([path, null])
  })

  it('is lost to SQLite behind a relation, where it leads into a table of its own', () => {
    for (const path of ['project.genre', 'project.episodes', 'project.extra.a']) {
      expect([path, where('episodes', path, 'sqlite')]).toEqual([path, 'is not known to this database'])
      expect([path, where('episodes', path, 'mongodb')]).toEqual([path, null])
      expect([path, order('episodes', path, 'sqlite')]).toEqual([path, false])
    }
    for (const path of ['project.title', 'project.members.role', 'project.extra'])
      expect([path, where('episodes', path, 'sqlite'), order('episodes', path, 'sqlite')]).toEqual([
        path,
        null,
        true,
      ])
    expect(where('projects', 'genre', 'sqlite')).toBeNull()
    expect(where('projects', 'genre', 'sqlite', true)).toBe('is not known to this database')
  })

  it('is one that SQLite puts joined documents in order by, in their own rows alone', () => {
    const inOrder = (path: string) => order('episodes', path, 'sqlite', true)
    expect(['title', 'project', 'id'].map(inOrder)).toEqual([true, true, true])
    expect(['project.title', 'project.id', 'project.members.role'].map(inOrder)).toEqual([
      false,
      false,
      false,
    ])
    expect(order('projects', 'members.role', 'sqlite', true)).toBe(false)
    expect(order('projects', 'members.role', 'mongodb', true)).toBe(true)
  })

  it('is lost to MongoDB behind a list and a relation', () => {
    expect(where('projects', 'episodes.project.title', 'mongodb')).toBe('is not known to this database')
    expect(where('projects', 'episodes.project', 'mongodb')).toBeNull()
  })

  it('leads through a list', () => {
    const isList = (path: string) => isThroughList(stepsOf(collections, 'projects', path))
    const paths = ['genre', 'members.role', 'episodes.title', 'extra', 'extra.a', 'title', 'about.value']
    expect(paths.map(isList)).toEqual([true, true, true, true, true, false, false])
  })

  it('ends inside of JSON, or at a part of a reference to one of several collections', () => {
    for (const path of ['extra.a', 'extra.a.0.b', 'extra__a', 'about.value', 'about.relationTo'])
      for (const engine of ['sqlite', 'mongodb'] as const) {
        expect([path, engine, where('projects', path, engine)]).toEqual([path, engine, null])
        // SQLite would take all of the JSON for it.
        expect([path, order('projects', path, engine)]).toEqual([path, engine === 'mongodb'])
      }
    expect(order('projects', 'extra', 'sqlite')).toBe(true)
    expect(order('projects', 'about', 'sqlite')).toBe(false)
    const deep = `extra${'.a'.repeat(101)}`
    const none = ['extra.', 'extra..a', "extra.a'b", 'extra.a"', 'extra.$a', 'extra.[0]', 'extra.a b', deep]
    for (const path of [...none, 'about.nothing', 'about.value.title', 'about.'])
      for (const engine of ['sqlite', 'mongodb'] as const) {
        expect([path, where('projects', path, engine)]).toEqual([path, 'is no field'])
        expect([path, order('projects', path, engine)]).toEqual([path, false])
      }
  })
})
