import { describe, expect, it } from 'vitest'
import { readScript } from '../readScript'
import { canBePerson, markAsNobody, markAsPerson } from './cueMarks'

const TEXT = [
  'INT. QUAY - DAY',
  '',
  'CLOSE ON:',
  'A rope.',
  '',
  '  CRASH!',
  'Who?',
  '',
  'INES ^',
  '(low)',
  'Here.',
  '',
  'CLOSE ON:',
  'A hand.',
  '',
].join('\n')

const doubtful = (text: string) => readScript(text).breakdown?.doubtfulCues ?? []
const names = (text: string) => readScript(text).breakdown?.characters.map(({ name }) => name)

describe('marking who is a person', () => {
  it('makes one of every line with the name, and changes nothing else', () => {
    const [close, crash] = doubtful(TEXT)
    if (!close || !crash) throw new Error('Two cues should be doubtful.')
    const marked = markAsPerson(TEXT, close)
    expect(marked).toBe(TEXT.replaceAll('CLOSE ON:', '@CLOSE ON:'))
    expect(doubtful(marked ?? '').map(({ name }) => name)).toEqual(['CRASH!'])
    expect(markAsPerson(TEXT, crash)).toBe(TEXT.replace('  CRASH!', '  @CRASH!'))
    expect(names(markAsPerson(TEXT, crash) ?? '')).toContain('CRASH!')
  })

  it('makes action of one that is nobody, with what stands under it', () => {
    const marked = markAsNobody(TEXT, 9)
    expect(marked).toBe(TEXT.replace('INES ^', '!INES'))
    expect(names(marked ?? '')).toEqual([])
    expect(markAsNobody(TEXT.replace('INES ^', '@Ines'), 9)).toBe(TEXT.replace('INES ^', '!Ines'))
  })

  it('knows that a paragraph in capitals is nobody', () => {
    const long = `INT. QUAY - DAY\n\n${'ROPE AND SALT '.repeat(20).trim()}\nMore.\n\nINES\nYes.\n`
    const [cue] = doubtful(long)
    expect(cue && canBePerson(cue)).toBe(false)
    expect(cue && markAsPerson(long, cue)).toBe(null)
  })
})
