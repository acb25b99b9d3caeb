import { randomUUID } from 'node:crypto'
import { compute } from '@/compute'
import type {
  OperationStatus,
  PanelBrief,
  Provider,
  ProviderCapability,
  ProviderContext,
  ProviderOperation,
  ProviderOutput,
  ProviderRequest,
  SpeechBrief,
} from '@/contracts'
import { analyseScene } from '@/scene-reading'
import { suggestShots } from '@/shot-planning'
import { fileSlug } from './fileSlug'
import { localError, toLocalError } from './localError'
import { panelPrompt } from './panelPrompt'

const NAME = 'local'
const CAPABILITIES = ['analyse-scene', 'suggest-shots', 'draw-panel', 'speak'] as const
const PANEL_MODEL = 'local-storyboard-1'
/** A drawing hears nothing while it is at it: one that is nearly done may end, else its process is ended. */
const ABORT_GRACE_MS = 500

/**
 * The provider that is always there: rules, drawing and eSpeak on this machine, free of charge.
 *
 * All its work is done in `status`, from the stored request alone. A crash between `start` and `status`
 * therefore loses nothing, and asking twice gives the same answer twice.
 */
export const localProvider: Provider = {
  name: NAME,
  capabilities: CAPABILITIES,
  estimate: () => ({ microUsd: 0 }),
  start,
  status,
  // Work only runs inside `status`, whose signal ends it.
  cancel: async () => {},
}

async function start(request: ProviderRequest, { signal }: ProviderContext): Promise<ProviderOperation> {
  assertNotAborted(signal)
  if (!CAPABILITIES.includes(request.kind)) {
    throw localError('unsupported', `The local provider cannot do "${request.kind}"`)
  }
  return { provider: NAME, kind: request.kind, id: randomUUID() }
}

async function status(
  operation: ProviderOperation,
  request: ProviderRequest,
  context: ProviderContext,
): Promise<OperationStatus> {
  assertNotAborted(context.signal)
  if (operation.kind !== request.kind) {
    throw localError('invalid-request', `Operation ${operation.id} is not for "${request.kind}"`)
  }
  try {
    const result = await perform(request, context.signal)
    assertNotAborted(context.signal)
    return { state: 'done', result, cost: { microUsd: 0 } }
  } catch (error) {
    throw toLocalError(error, context.signal)
  }
}

function perform(request: ProviderRequest, signal: AbortSignal): Promise<ProviderOutput[ProviderCapability]> {
  switch (request.kind) {
    case 'analyse-scene':
      return Promise.resolve(analyseScene(request.scene))
    case 'suggest-shots':
      return Promise.resolve({ shots: suggestShots(request.scene) })
    case 'draw-panel':
      return draw(request.panel, signal)
    case 'speak':
      return say(request.speech, signal)
  }
}

async function draw(panel: PanelBrief, signal: AbortSignal): Promise<ProviderOutput['draw-panel']> {
  const { png, width, height, seed } = await compute('draw-panel', panel, {
    signal,
    abortGraceMs: ABORT_GRACE_MS,
  })
  const filename = `scene-${fileSlug(panel.sceneNumber)}-shot-${fileSlug(panel.shotNumber)}.png`
  return {
    file: { data: png, mimeType: 'image/png', filename, width, height },
    // Drawn by rules: nothing here measures how well, and one number for all would say nothing.
    confidence: null,
    model: PANEL_MODEL,
    prompt: panelPrompt(panel),
    seed,
  }
}

async function say(speech: SpeechBrief, signal: AbortSignal): Promise<ProviderOutput['speak']> {
  const { wav, durationSeconds, isSilence, model } = await compute('speak', speech, { signal })
  const filename = `${fileSlug(speech.speaker)}-${fileSlug(speech.text).slice(0, 40)}.wav`
  return {
    file: { data: wav, mimeType: 'audio/wav', filename, durationSeconds },
    model,
    isSilence,
  }
}

function assertNotAborted(signal: AbortSignal) {
  if (signal.aborted) throw localError('aborted', 'The work was aborted', signal.reason)
}
