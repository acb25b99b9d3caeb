import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { MAX_CUES_OF_SCENE } from '@/screenplay'
import { ARGUMENTS, argumentsOf } from './arguments'
import { hasFewRows } from './bounds'
import { CLOSED_FUNCTIONS, isOpen, OPEN_FUNCTIONS } from './names'

const PAYLOADS = 'node_modules/@payloadcms/next/dist/utilities/handleServerFunctions.js'

describe('server functions', () => {
  it('are those of Payload, every one of them open or closed on purpose', () => {
    const source = fs.readFileSync(PAYLOADS, 'utf8')
    const [, list] = source.match(/const baseServerFunctions = \{([^}]*)\}/) ?? []
    const names = [...(list ?? '').matchAll(/^\s*'?([\w-]+)'?:/gm)].map(([, name]) => name)
    expect(names.length).toBeGreaterThan(10)
    expect([...OPEN_FUNCTIONS, ...Object.keys(CLOSED_FUNCTIONS)].sort()).toEqual(names.sort())
  })

  it('are not the properties that every object has, and nothing but a name', () => {
    for (const name of Object.getOwnPropertyNames(Object.prototype))
      expect([name, isOpen(name)]).toEqual([name, false])
    for (const name of [
      ...Object.keys(CLOSED_FUNCTIONS),
      '',
      null,
      undefined,
      0,
      {},
      ['form-state'],
      'Form-state',
    ])
      expect(isOpen(name)).toBe(false)
    expect(OPEN_FUNCTIONS.every(isOpen)).toBe(true)
  })

  it('take what the pages send, and leave out what makes them tell more', () => {
    const request = { req: {}, user: {}, permissions: {}, overrideAccess: true, importMap: {}, cookies: [] }
    for (const name of OPEN_FUNCTIONS) {
      const { collectionSlug, ...more } = argumentsOf(name, { collectionSlug: 'scenes', ...request }) ?? {}
      expect(collectionSlug).toBe('scenes')
      expect(more).toEqual(name === 'table-state' ? { query: {} } : {})
    }
    const shown = {
      data: { docs: [{ id: '1' }] },
      skipClientConfigAuth: true,
      paramsOverride: { segments: [] },
    }
    for (const name of ['table-state', 'render-list', 'render-document'] as const)
      expect(argumentsOf(name, { collectionSlug: 'scenes', ...shown })).not.toHaveProperty('data')
    expect(argumentsOf('form-state', { collectionSlug: 'scenes', ...shown })).not.toHaveProperty(
      'skipClientConfigAuth',
    )
    expect(argumentsOf('render-document', { collectionSlug: 'scenes', ...shown })).not.toHaveProperty(
      'paramsOverride',
    )
  })

  it('take no row so far down that a list up to it would fill the memory', () => {
    const of = (path: string) =>
      argumentsOf('form-state', { collectionSlug: 'scenes', formState: { [path]: {} } })
    for (const path of ['title', 'dialogueLines.12.text', 'a.1998.b.0', 'lines.65f0c0ffee.text'])
      expect([path, of(path)]).toEqual([path, expect.anything()])
    for (const row of [
      '4294967294',
      '10000',
      '2000',
      '99999999',
      '1e9',
      '-1',
      '007.5e9',
      `${'a.'.repeat(600)}b`,
    ])
      expect([row, of(`dialogueLines.${row}.text`)]).toEqual([row, null])
  })

  it('take no more rows than Payload has drawn while others wait, in one list or in many', () => {
    const given = (more: object) => argumentsOf('form-state', { collectionSlug: 'scenes', ...more })
    const rows = (count: number) => Array.from({ length: count }, (_, n) => ({ text: `Line ${n}` }))
    const paths = (count: number, path: (n: number) => string) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [path(n), { value: 'x' }]))
    const list = (name: string, within: object[] = []) =>
      ({ name, type: 'array', flattenedFields: within }) as never
    const fields = [list('lines', [list('words')]), list('c'), { name: 'beats', type: 'json' } as never]
    const few = (data: Record<string, unknown>) => hasFewRows(fields, data)
    // What JSON holds are no rows.
    expect(few({ lines: rows(2_000), beats: rows(9_000), other: rows(9_000) })).toBe(true)
    expect(few({ lines: rows(MAX_CUES_OF_SCENE) })).toBe(true)
    expect(few({ lines: rows(2_001) })).toBe(false)
    expect(few({ lines: rows(1_001), c: rows(1_000) })).toBe(false)
    expect(few({ lines: [{ words: rows(1_000) }, { words: rows(999) }] })).toBe(false)
    expect(given({ formState: paths(2_000, (n) => `dialogueLines.${n}.text`) })).not.toBeNull()
    expect(given({ formState: paths(2_001, (n) => `dialogueLines.${n}.text`) })).toBeNull()
    expect(given({ formState: paths(3, (n) => `list${n}.999.text`) })).toBeNull()
  })

  it('take nothing that has no end, or one part so often that it has none soon', () => {
    const itself: Record<string, unknown> = { a: 1 }
    itself.again = { list: [itself] }
    let twice: unknown = 'x'
    for (let n = 0; n < 60; n += 1) twice = [twice, twice]
    const text = 'x'.repeat(200_000)
    const often = Array.from({ length: 30 }, () => ({ text }))
    for (const value of [itself, twice, { often }])
      for (const name of OPEN_FUNCTIONS)
        for (const part of ['data', 'query', 'select', 'docPermissions', 'args'])
          expect(argumentsOf(name, { collectionSlug: 'scenes', [part]: value })).toBeNull()
    const same = { a: ['b'] }
    expect(argumentsOf('form-state', { collectionSlug: 'scenes', data: { a: same, b: same } })).not.toBeNull()
  })

  it('refuse arguments of another kind', () => {
    for (const name of Object.keys(ARGUMENTS) as Array<keyof typeof ARGUMENTS>)
      for (const given of [
        null,
        undefined,
        'x',
        1,
        [],
        {},
        { collectionSlug: null },
        { collectionSlug: ['scenes'] },
      ])
        expect(argumentsOf(name, given)).toBeNull()
    const wrong = {
      formState: { title: null },
      id: {},
      schemaPath: 1,
      operation: 'delete',
      select: 'x',
      data: [],
    }
    for (const [field, value] of Object.entries(wrong))
      expect([field, argumentsOf('form-state', { collectionSlug: 'scenes', [field]: value })]).toEqual([
        field,
        null,
      ])
  })
})
