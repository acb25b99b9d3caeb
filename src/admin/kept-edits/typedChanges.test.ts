import type { FormState } from 'payload'
import { describe, expect, it } from 'vitest'
import { changesNotIn, typedChanges, withChanges } from './typedChanges'

const field = (initialValue: unknown, value = initialValue) => ({ initialValue, value })

describe('what somebody typed in a form', () => {
  it('is what is no more as it was, by its path, empty or not', () => {
    const fields: FormState = {
      title: field('The Mill', 'The Watermill'),
      synopsis: field('Old.', ''),
      logline: field(undefined, ''),
      'settings.fps': field(24, 25),
      'settings.ratio': field('16:9'),
    }
    const data = {
      title: 'The Watermill',
      synopsis: '',
      logline: '',
      settings: { fps: 25, ratio: '16:9' },
    }
    expect(typedChanges(fields, data)).toEqual([
      { path: 'title', value: 'The Watermill' },
      { path: 'synopsis', value: '' },
      { path: 'settings.fps', value: 25 },
    ])
  })

  it('is a list as a whole where a row of it changed, came or went', () => {
    const lines = [{ id: 'a', text: 'Who is there?' }]
    const rows = [{ id: 'a' }]
    const inner: FormState = {
      lines: { ...field(1), rows, disableFormData: true } as FormState[string],
      'lines.0.id': field('a'),
      'lines.0.text': field('Who?', 'Who is there?'),
    }
    expect(typedChanges(inner, { lines })).toEqual([{ path: 'lines', value: lines }])
    const gone: FormState = {
      lines: { ...field(2, 1), rows, disableFormData: true } as FormState[string],
      'lines.0.text': field('Who is there?'),
    }
    expect(typedChanges(gone, { lines })).toEqual([{ path: 'lines', value: lines }])
  })

  it('is neither a password nor a file', () => {
    const fields: FormState = {
      password: field(undefined, 'correct-horse'),
      'confirm-password': field(undefined, 'correct-horse'),
      apiKey: field(undefined, 'k-1'),
      file: field(undefined, new File(['a'], 'a.png') as never),
    }
    expect(typedChanges(fields, { password: 'correct-horse' })).toEqual([])
  })

  it('stays where it was put back, though the form has it as its beginning', () => {
    expect(typedChanges({ title: field('Mill') }, { title: 'Mill' }, ['title'])).toEqual([
      { path: 'title', value: 'Mill' },
    ])
  })

  it('is not offered where the document holds it already', () => {
    const saved = { title: 'Mill', settings: { fps: 24 }, lines: [{ id: 'a', text: 'Go.' }] }
    const changes = [
      { path: 'title', value: 'Mill' },
      { path: 'settings.fps', value: 25 },
      { path: 'logline', value: '' },
      { path: 'lines', value: [{ id: 'a', text: 'Go.' }] },
    ]
    expect(changesNotIn(saved, changes)).toEqual([{ path: 'settings.fps', value: 25 }])
  })

  it('can be put into what somebody else saved meanwhile, and changes nothing else of it', () => {
    const saved = { title: 'Theirs', settings: { fps: 24, ratio: '4:3' }, lines: [{ id: 'b' }] }
    const changes = [
      { path: 'settings.fps', value: 25 },
      { path: 'lines', value: [{ id: 'a' }] },
      { path: 'notes.first', value: 'New' },
    ]
    expect(withChanges(saved, changes)).toEqual({
      title: 'Theirs',
      settings: { fps: 25, ratio: '4:3' },
      lines: [{ id: 'a' }],
      notes: { first: 'New' },
    })
    expect(saved.settings.fps).toBe(24)
  })
})
