import { describe, expect, it } from 'vitest'
import { diffScenes } from './diff'
import type { DiffableScene } from './diff-types'

const scene = (sceneNumber: string, heading: string, text: string): DiffableScene => ({
  key: sceneNumber,
  sceneNumber,
  heading,
  text,
})

const A = scene('1', 'INT. BAR - DAY', 'Mara waits for the last bus and counts coins.')
const B = scene('2', 'EXT. STREET - NIGHT', 'Rain. A taxi passes, slow, without its lights.')
const C = scene('3', 'INT. BAR - NIGHT', 'The piano is gone. Only its shadow on the wall.')
const D = scene('4', 'EXT. HARBOUR - DAWN', 'Gulls fight over a glove. The ferry leaves.')

const renumber = (scenes: DiffableScene[]) =>
  scenes.map((each, index) => ({ ...each, sceneNumber: String(index + 1) }))
const summary = (before: DiffableScene[], after: DiffableScene[]) =>
  diffScenes(before, after).entries.map(
    ({ status, old, new: now }) => `${status} ${old?.key ?? '-'} ${now?.key ?? '-'}`,
  )

describe('diffScenes', () => {
  it('finds nothing where nothing changed, also for empty scripts', () => {
    expect(diffScenes([A, B], [A, B]).counts).toEqual({
      added: 0,
      removed: 0,
      moved: 0,
      changed: 0,
      unchanged: 2,
    })
    expect(diffScenes([], []).entries).toEqual([])
  })

  it('keeps the pairs when generated numbers shift', () => {
    const fresh = scene('x', 'INT. ATTIC - DAY', 'Dust and an open trunk.')
    expect(summary([A, B, C], renumber([fresh, A, B, C]))).toEqual([
      'added - x',
      'unchanged 1 1',
      'unchanged 2 2',
      'unchanged 3 3',
    ])
    expect(summary([A, B, C], renumber([A, C]))).toEqual(['unchanged 1 1', 'removed 2 -', 'unchanged 3 3'])
  })

  it('calls the fewest scenes moved', () => {
    expect(summary([A, B, C, D], renumber([D, A, B, C]))).toEqual([
      'moved 4 4',
      'unchanged 1 1',
      'unchanged 2 2',
      'unchanged 3 3',
    ])
  })

  it('recognises a rewritten scene, a changed heading and both', () => {
    const rewritten = { ...B, text: 'Rain. A taxi passes, slow, without its driver.' }
    const renamed = { ...C, heading: 'INT. CONCERT HALL - NIGHT' }
    const { entries } = diffScenes([A, B, C, D], renumber([A, rewritten, renamed, D]))
    expect(entries.map(({ status }) => status)).toEqual(['unchanged', 'changed', 'changed', 'unchanged'])
    expect(entries[1]).toMatchObject({ isHeadingChanged: false, isContentChanged: true })
    expect(entries[2]).toMatchObject({ isHeadingChanged: true, isContentChanged: false })
  })

  it('says of a scene that moved and changed that it did both', () => {
    const rewritten = { ...A, text: `${A.text} She sings.` }
    const entry = diffScenes([A, B, C], renumber([B, C, rewritten])).entries.at(-1)
    expect(entry).toMatchObject({ status: 'changed', isMoved: true })
  })

  it('trusts typed numbers even where everything under them is new', () => {
    const typed = (number: string, heading: string, text: string) => ({
      ...scene(number, heading, text),
      hasTypedNumber: true,
    })
    const { entries } = diffScenes(
      [typed('12', 'INT. BAR', 'Old words.'), typed('12A', 'INT. BAR', 'Other words.')],
      [typed('12', 'EXT. DESERT', 'Nothing alike.'), typed('12A', 'INT. BAR', 'Other words.')],
    )
    expect(entries.map(({ status }) => status)).toEqual(['changed', 'unchanged'])
  })

  it('does not take a different scene in the same slot for the old one', () => {
    const other = scene('2', 'INT. SUBMARINE - DAY', 'Sonar. Nobody breathes.')
    expect(diffScenes([A, B, C], [A, other, C]).counts).toMatchObject({ added: 1, removed: 1, unchanged: 2 })
  })

  it('keeps a scene that was emptied or written anew under its heading, between the same neighbours', () => {
    expect(diffScenes([A, B, C], [A, { ...B, text: 'Entirely other words here.' }, C]).counts).toMatchObject({
      changed: 1,
    })
  })

  it('pairs equal copies in order', () => {
    const copies = renumber([A, A, A])
    expect(diffScenes(copies, renumber([A, A])).counts).toMatchObject({ unchanged: 2, removed: 1 })
  })

  it('works on hashes alone', () => {
    const hashed = (key: string, contentHash: string) => ({
      key,
      sceneNumber: key,
      heading: 'INT. A',
      contentHash,
    })
    const { counts } = diffScenes([hashed('1', 'x'), hashed('2', 'y')], [hashed('1', 'x'), hashed('2', 'z')])
    expect(counts).toMatchObject({ unchanged: 1, changed: 1 })
  })

  it('uses every scene exactly once on a shuffled, cut and rewritten script of 2,000 scenes', () => {
    const before = Array.from({ length: 2_000 }, (_, index) =>
      scene(
        String(index + 1),
        `INT. ROOM ${index % 90} - DAY`,
        `Words of scene w${index} x${index * 7} y${index * 13}.`,
      ),
    )
    const after = before
      .filter((_, index) => index % 10 !== 3)
      .map((each, index) => (index % 7 === 0 ? { ...each, text: `${each.text} More.` } : each))
    after.push(...after.splice(100, 50))
    const { entries, counts } = diffScenes(before, renumber(after))
    expect(counts).toMatchObject({ added: 0, removed: 200 })
    expect(entries.every((entry) => !entry.old || !entry.new || entry.old.key === entry.new.key)).toBe(true)
    expect(entries.filter((entry) => 'isMoved' in entry && entry.isMoved)).toHaveLength(50)
    expect(new Set(entries.map(({ old }) => old?.key))).toHaveProperty('size', 2_000)
  })
})
