import { describe, expect, it } from 'vitest'
import type { PanelBrief, ProviderRequest, SceneBrief } from '@/contracts'
import { ProviderError } from '../ProviderError'
import { fileSlug } from './fileSlug'
import { localProvider } from './index'
import { panelPrompt } from './panelPrompt'

const context = () => ({ signal: new AbortController().signal })

const scene: SceneBrief = {
  sceneNumber: '1',
  heading: 'INT. BANK - DAY',
  interiorExterior: 'INT',
  location: 'BANK',
  timeOfDay: 'DAY',
  action: 'Mara waits.',
  beats: [{ type: 'action', text: 'Mara waits.' }],
  lines: [],
  characters: ['MARA'],
  durationSeconds: 7.5,
  previousLocation: null,
}

const panel: PanelBrief = {
  projectTitle: 'Pilot',
  sceneNumber: '1/A',
  shotNumber: '2',
  size: 'MCU',
  angle: 'low',
  movement: 'dolly-in',
  durationSeconds: 3,
  description: 'Mara waits.',
  characters: [{ name: 'MARA', isSpeaking: true, description: 'tall, 30s' }],
  dialogue: 'You came.',
  interiorExterior: 'INT',
  location: 'BANK',
  timeOfDay: 'NIGHT',
  aspectRatio: 16 / 9,
  variation: 0,
}

async function perform(request: ProviderRequest) {
  const operation = await localProvider.start(request, context())
  expect(operation).toMatchObject({ provider: 'local', kind: request.kind, id: expect.any(String) })
  // What is stored is JSON, and is all that a restart has.
  return localProvider.status(JSON.parse(JSON.stringify(operation)), request, context())
}

describe('the local provider', () => {
  it('plans shots and reads scenes, free of charge', async () => {
    expect(localProvider.estimate({ kind: 'suggest-shots', scene })).toEqual({ microUsd: 0 })
    const planned = await perform({ kind: 'suggest-shots', scene })
    expect(planned).toMatchObject({ state: 'done', cost: { microUsd: 0 } })
    const read = await perform({ kind: 'analyse-scene', scene })
    expect(read).toMatchObject({ state: 'done', result: { presentCharacters: ['MARA'] } })
  })

  it('draws a panel', async () => {
    const status = await perform({ kind: 'draw-panel', panel })
    expect(status).toMatchObject({
      state: 'done',
      result: {
        file: { mimeType: 'image/png', filename: 'scene-1-a-shot-2.png' },
        prompt: expect.stringContaining('Medium close-up'),
      },
    })
  })

  it('speaks', async () => {
    const voice = { id: null, language: 'en-gb', pitch: 50, rate: 165 }
    const status = await perform({
      kind: 'speak',
      speech: { text: 'You came.', speaker: 'MARA', parenthetical: '', voice },
    })
    expect(status).toMatchObject({
      state: 'done',
      result: {
        file: { mimeType: 'audio/wav', filename: 'mara-you-came.wav', durationSeconds: expect.any(Number) },
      },
    })
  })

  it('answers twice the same, because a crash may ask twice', async () => {
    const request: ProviderRequest = { kind: 'suggest-shots', scene }
    const operation = await localProvider.start(request, context())
    const first = await localProvider.status(operation, request, context())
    expect(await localProvider.status(operation, request, context())).toEqual(first)
  })

  it('stops when told to, with an error that says trying again can help', async () => {
    const signal = AbortSignal.abort()
    const request: ProviderRequest = { kind: 'suggest-shots', scene }
    const operation = await localProvider.start(request, context())
    for (const call of [
      localProvider.start(request, { signal }),
      localProvider.status(operation, request, { signal }),
    ]) {
      await expect(call).rejects.toMatchObject({
        name: 'ProviderError',
        provider: 'local',
        code: 'aborted',
        isRetryable: true,
      })
    }
  })

  it('refuses an operation that was for something else', async () => {
    const operation = await localProvider.start({ kind: 'suggest-shots', scene }, context())
    const wrong = localProvider.status(operation, { kind: 'draw-panel', panel }, context())
    await expect(wrong).rejects.toBeInstanceOf(ProviderError)
    await expect(wrong).rejects.toMatchObject({ code: 'invalid-request', isRetryable: false })
  })
})

describe('panelPrompt', () => {
  it('says in words what to draw', () => {
    expect(panelPrompt(panel)).toBe(
      'Storyboard panel, Medium close-up, low angle, dolly in movement. Mara waits. In frame: MARA (tall, 30s, speaking). Place: INT BANK, night. Heard: "You came.".',
    )
  })
})

describe('fileSlug', () => {
  it('is safe as a file name', () => {
    expect(fileSlug('../Zoë & Joe?')).toBe('zoe-joe')
    expect(fileSlug('漢字')).toBe('untitled')
    expect(fileSlug('x'.repeat(500))).toHaveLength(60)
  })
})
