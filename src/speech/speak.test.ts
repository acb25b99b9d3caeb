import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SpeechBrief } from '@/contracts'
import { readWav } from '@/lib/audio/wav'
import { detectEspeak, findEspeak, parseLanguages, parseVariants, type SpeechEngine } from './espeak'
import { engineVoice, speak } from './speak'

const brief = (given: Partial<SpeechBrief> = {}): SpeechBrief => ({
  text: 'The tide is coming in tonight.',
  speaker: 'MARA',
  parenthetical: '',
  voice: { id: 'f3', language: 'en-gb', pitch: 50, rate: 165 },
  ...given,
})

const engine = await detectEspeak()
if (!engine) console.warn('Skipped: speech needs espeak-ng, which is not on PATH')

function loudness(wav: Buffer): number {
  const { samples } = readWav(wav)
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length))
}

describe('speak without an engine', () => {
  it('is silent for as long as the words would take', async () => {
    const spoken = await speak(brief({ text: 'word '.repeat(165) }), { engine: null })
    expect(spoken).toMatchObject({ isSilence: true, model: 'silence', durationSeconds: 60 })
    expect(loudness(spoken.wav)).toBe(0)
    expect(readWav(spoken.wav).samples).toHaveLength(60 * 22_050)
  })

  it('takes longer for a slow line and for pauses', async () => {
    const seconds = async (given: Partial<SpeechBrief>) =>
      (await speak(brief(given), { engine: null })).durationSeconds
    const text = 'One two three four five six seven eight nine ten'
    expect(await seconds({ text, parenthetical: 'slowly' })).toBeGreaterThan(await seconds({ text }))
    expect(await seconds({ text: 'One. Two. Three.' })).toBeGreaterThan(
      await seconds({ text: 'One two three' }),
    )
  })

  it('finds no engine where PATH has none, nor where it is broken', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'espeak-'))
    try {
      expect(await findEspeak(folder)).toBeNull()
      await writeFile(join(folder, 'espeak-ng'), '#!/bin/sh\nexit 1\n')
      await chmod(join(folder, 'espeak-ng'), 0o755)
      expect(await findEspeak(folder)).toBeNull()
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

describe('engineVoice', () => {
  const fake: SpeechEngine = {
    path: 'espeak-ng',
    model: 'espeak-ng 1.51',
    languages: new Set(['en-gb', 'de']),
    variants: new Set(['m1', 'f1']),
  }

  it('asks only for what the engine has', () => {
    expect(engineVoice(fake, 'de-CH', 'f1', 'MARA')).toBe('de+f1')
    expect(engineVoice(fake, 'xx', 'm1', 'MARA')).toBe('en-gb+m1')
    expect(engineVoice(fake, 'en-gb', 'EXAVITQu4vr4xnSDxMaL', 'MARA')).toMatch(/^en-gb\+(?:m1|f1)$/)
    expect(engineVoice({ ...fake, variants: new Set() }, 'de', 'f1', 'MARA')).toBe('de')
  })

  it('reads the listings of eSpeak', () => {
    const languages =
      'Pty Language       Age/Gender VoiceName          File                 Other Languages\n 5  cmn             --/M      Chinese            sit/cmn              (zh-cmn 5)(zh 5)\n'
    expect([...parseLanguages(languages)]).toEqual(['cmn', 'zh-cmn', 'zh'])
    const variants =
      'Pty Language\n 5  variant         --/M      Storm              !v/Storm             (en-us 5)\n 5  variant         --/M      Mr_Serious         !v/Mr serious        \n 5  variant         --/F      female2            !v/f2                \n'
    expect([...parseVariants(variants)]).toEqual(['Storm', 'f2'])
  })
})

describe.skipIf(!engine)('speak with eSpeak', () => {
  it('writes a WAV whose lengths are true', async () => {
    const { wav, durationSeconds, isSilence, model } = await speak(brief())
    expect(isSilence).toBe(false)
    expect(model).toMatch(/^espeak/)
    expect(wav.readUInt32LE(4)).toBe(wav.length - 8)
    expect(wav.readUInt32LE(40)).toBe(wav.length - 44)
    const { sampleRate, channels, samples } = readWav(wav)
    expect({ sampleRate, channels }).toEqual({ sampleRate: 22_050, channels: 1 })
    expect(samples.length / sampleRate).toBeCloseTo(durationSeconds, 6)
    expect(loudness(wav)).toBeGreaterThan(0.01)
    expect(durationSeconds).toBeGreaterThan(1)
    expect(durationSeconds).toBeLessThan(4)
  })

  it('says the same line the same way twice, and another speaker differently', async () => {
    const own = { id: null, language: 'en-gb', pitch: 50, rate: 165 }
    const [first, second, other] = await Promise.all([
      speak(brief({ voice: own })),
      speak(brief({ voice: own })),
      speak(brief({ voice: own, speaker: 'JOHN' })),
    ])
    expect(second?.wav.equals(first?.wav ?? Buffer.alloc(0))).toBe(true)
    expect(other?.wav.equals(first?.wav ?? Buffer.alloc(0))).toBe(false)
  })

  it('hears the parenthetical', async () => {
    const [plain, whispered, shouted, slow] = await Promise.all(
      ['', 'whispering', 'shouting', 'slowly'].map((parenthetical) => speak(brief({ parenthetical }))),
    )
    expect(loudness(whispered?.wav as Buffer)).toBeLessThan(loudness(plain?.wav as Buffer) * 0.7)
    expect(loudness(shouted?.wav as Buffer)).toBeGreaterThan(loudness(plain?.wav as Buffer) * 1.2)
    expect(slow?.durationSeconds).toBeGreaterThan((plain?.durationSeconds ?? 0) * 1.15)
  })

  it.each(['...', '—', '', '   ', '!?'])('is silent for %j', async (text) => {
    expect(await speak(brief({ text }))).toMatchObject({ isSilence: true, durationSeconds: 1 })
  })

  it('takes no text for a command', async () => {
    for (const text of [
      '-f /etc/passwd',
      '--version',
      '[[h@l@U]] there',
      '\u0001300S hello',
      '$(id) `id`',
      'ünïcödé 漢字 🎬 ok',
    ]) {
      const spoken = await speak(brief({ text }))
      expect(spoken.isSilence).toBe(false)
      expect(spoken.durationSeconds).toBeGreaterThan(0.2)
      expect(spoken.durationSeconds).toBeLessThan(8)
    }
  })

  it('falls back for languages and voices of other services', async () => {
    const voice = { id: 'EXAVITQu4vr4xnSDxMaL', language: 'tlh', pitch: 50, rate: 165 }
    expect((await speak(brief({ voice }))).isSilence).toBe(false)
  })

  it('says it was aborted', async () => {
    const controller = new AbortController()
    const speaking = speak(brief({ text: 'A long speech about boats. '.repeat(2000) }), {
      signal: controller.signal,
    })
    controller.abort()
    await expect(speaking).rejects.toMatchObject({ code: 'aborted' })
  })
})
