import { describe, expect, it } from 'vitest'
import { beatsInOrder } from './beatsInOrder'

const action = (text: string) => ({ type: 'action', text })
const line = (lineId: string) => ({ type: 'line', lineId })
const read = (beats: unknown[], text: string, ...ids: string[]) =>
  beatsInOrder({
    beats: beats as never,
    action: text,
    dialogueLines: ids.map((id) => ({ id, text: id })) as never,
  })
    .map((beat) => (beat.type === 'line' ? beat.lineId : beat.text))
    .join(' ')

describe('beatsInOrder', () => {
  const beats = [action('A'), line('1'), { type: 'transition', text: 'CUT TO:' }, action('B'), line('2')]

  it('is the page as it was imported', () => {
    expect(read(beats, 'A\n\nB', '1', '2')).toBe('A 1 B 2')
  })

  it('follows a person who changed the action, in its place', () => {
    expect(read(beats, 'A\n\nX', '1', '2')).toBe('A 1 X 2')
    expect(read(beats, 'A\n\nX\n\nB', '1', '2')).toBe('A 1 X B 2')
    expect(read(beats, 'B', '1', '2')).toBe('1 B 2')
    expect(read(beats, 'A\n\nB\n\n\nC ', '1', '2')).toBe('A 1 B 2 C')
  })

  it('puts lines that a person added behind those they follow', () => {
    expect(read(beats, 'A\n\nB', '1', 'new', '2')).toBe('A 1 new B 2')
    expect(read(beats, 'A\n\nB', 'new', '1', '2')).toBe('A new 1 B 2')
    expect(read(beats, 'A\n\nB', '1', '2', 'new')).toBe('A 1 B 2 new')
    expect(read([], 'A', '1')).toBe('A 1')
  })

  it('knows no line that is gone or named twice', () => {
    expect(read([line('1'), line('1'), line('gone')], '', '1')).toBe('1')
  })
})
