import { describe, expect, it } from 'vitest'
import type { VoiceSettings } from '@/contracts'
import { detectEspeak } from './espeak'
import { assignVoices, VARIANTS, voiceFor } from './voices'

const cast = Array.from({ length: 60 }, (_, index) => `CHARACTER ${index}`)
const key = ({ id, pitch, rate }: VoiceSettings) => `${id}/${pitch}/${rate}`

describe('voiceFor', () => {
  it('is the same for the same name, however typed', () => {
    expect(voiceFor({ name: 'MARA' })).toEqual(voiceFor({ name: ' mara ' }))
    expect(voiceFor({ name: 'MARA' }, 'de').language).toBe('de')
  })

  it('takes the gender that is stated, else that of the title or first name', () => {
    expect(VARIANTS.female).toContain(voiceFor({ name: 'MR. SMITH', gender: 'female' }).id)
    expect(VARIANTS.male).toContain(voiceFor({ name: 'MR. SMITH' }).id)
    expect(VARIANTS.female).toContain(voiceFor({ name: 'OLD WOMAN' }).id)
    expect(VARIANTS.female).toContain(voiceFor({ name: 'MARA' }).id)
    expect(VARIANTS.male).toContain(voiceFor({ name: 'JOSHUA' }).id)
  })

  it('is higher for a child and slower for the old', () => {
    const adult = voiceFor({ name: 'SAM' })
    expect(voiceFor({ name: 'SAM', age: 8 }).pitch).toBeGreaterThan(adult.pitch)
    expect(voiceFor({ name: 'SAM', age: '70s' }).rate).toBeLessThan(adult.rate)
  })
})

describe('assignVoices', () => {
  it('gives no two of sixty people the same voice', () => {
    const voices = [...assignVoices(cast).values()]
    expect(voices).toHaveLength(60)
    expect(new Set(voices.map(key)).size).toBe(60)
  })

  it('uses every variant before it uses one twice', () => {
    const variants = [...assignVoices(cast.slice(0, 13)).values()].map(({ id }) => id)
    expect(new Set(variants).size).toBe(13)
  })

  it('stays distinct in casts beyond reason', () => {
    const crowd = Array.from({ length: 1200 }, (_, index) => `EXTRA ${index}`)
    expect(new Set([...assignVoices(crowd).values()].map(key)).size).toBe(1200)
    const women = crowd.slice(0, 300).map((name) => ({ name, gender: 'female' }))
    expect(new Set([...assignVoices(women).values()].map(key)).size).toBe(300)
  })

  it('keeps the voices of a cast that grows', () => {
    const before = assignVoices(cast.slice(0, 20))
    const after = assignVoices(cast)
    for (const [name, voice] of before) expect(after.get(name)).toEqual(voice)
  })

  it('gives a name that comes twice one voice', () => {
    expect(assignVoices(['MARA', 'JOE', 'MARA']).size).toBe(2)
  })

  it('asks for variants that the installed eSpeak has', async ({ skip }) => {
    const engine = await detectEspeak()
    if (!engine) return skip('espeak-ng is not on PATH')
    for (const id of [...VARIANTS.female, ...VARIANTS.male]) expect([...engine.variants]).toContain(id)
  })
})
