import { describe, expect, it } from 'vitest'
import { slugify } from './slug'

describe('a title in an address', () => {
  it.each([
    ['The Last Signal!', 'the-last-signal'],
    ['  Déjà-vu / Ἀθήνα ', 'deja-vu-αθηνα'],
    ['İstanbul, Straße 5', 'istanbul-straße-5'],
    ['がっこう', 'がっこう'],
    ['हिन्दी फ़िल्म', 'हिन्दी-फ़िल्म'.normalize('NFC')],
    ['กำแพงที่หนึ่ง', 'กำแพงที่หนึ่ง'],
    ['한국 영화', '한국-영화'],
    ['Мой ёж', 'мой-ёж'],
    ['ليلٌ طويل', 'ليلٌ-طويل'],
    ['🎬️', 'untitled'],
    ['', 'untitled'],
  ])('%j', (title, slug) => {
    expect(slugify(title)).toBe(slug)
  })

  it('has no character cut in half, and can be sent', () => {
    const slug = slugify(`a${'𠀀'.repeat(100)}`)
    expect([...slug]).toHaveLength(80)
    expect(() => encodeURIComponent(slug)).not.toThrow()
    expect(slugify(`${'word '.repeat(40)}`, 60)).not.toMatch(/-$/)
  })
})
