import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { lineIntent } from './intent'

/** The kind of the line at the bar. */
function kindAt(text: string) {
  const at = text.indexOf('|')
  return lineIntent(EditorState.create({ doc: text.replace('|', '') }), at)
}

describe('what the line at the cursor will be', () => {
  it('takes a name in capitals for a cue before anybody speaks', () => {
    expect(kindAt('Nets dry.\n\nINES|')).toBe('character')
    expect(kindAt('Nets dry.\n\nINES|\n\nGulls.')).toBe('character')
    expect(kindAt('Nets dry.\n\nInes waits|')).toBe('action')
  })

  it('knows the rest of a block by its beginning', () => {
    expect(kindAt('INES\n(low)|')).toBe('parenthetical')
    expect(kindAt('INES\n(low)\nNot yet.|')).toBe('dialogue')
  })

  it('is not led astray by a colon at the top: that would be a title page', () => {
    expect(kindAt('Somewhere\n\nFar: away|')).toBe('action')
    expect(kindAt('a\n\nINT. QUAY - DAY|')).toBe('scene-heading')
    expect(kindAt('a\n\n|')).toBeNull()
  })
})
