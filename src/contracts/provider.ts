import type { PanelBrief, SceneBrief, ShotSuggestion } from './storyboard'

/**
 * What a provider is asked to do. Plain JSON: it is stored with the task before the provider sees it.
 * Adding a capability is adding a member here and to {@link ProviderOutput}.
 */
export type ProviderRequest =
  | { kind: 'analyse-scene'; scene: SceneBrief }
  | { kind: 'suggest-shots'; scene: SceneBrief }
  | { kind: 'draw-panel'; panel: PanelBrief }
  | { kind: 'speak'; speech: SpeechBrief }

export type ProviderCapability = ProviderRequest['kind']

/** A line to be spoken. `voice.id` is the provider's own id for a voice; null asks for its default for the speaker. */
export interface SpeechBrief {
  text: string
  speaker: string
  /** How it is said: `whispering`, `shouting`. Empty where nothing was written. */
  parenthetical: string
  voice: VoiceSettings
}

export interface VoiceSettings {
  id: string | null
  /** Language tag, e.g. `en-gb`. */
  language: string
  /** 0 to 99, 50 is neutral. */
  pitch: number
  /** Words per minute. */
  rate: number
}

/** A file a provider made. */
export interface ProducedFile {
  data: Buffer
  mimeType: string
  /** Without a folder; the media service makes it unique. */
  filename: string
  /** Pixels, for images and video. */
  width?: number
  height?: number
  /** Seconds, for audio and video. */
  durationSeconds?: number
}

export interface SceneAnalysis {
  mood: string
  /** Things that are named in the action and matter: props, vehicles, animals. */
  props: string[]
  /** Canonical names of characters who are named in the action, whether they speak or not. */
  presentCharacters: string[]
  /** One sentence that says what happens. */
  summary: string
  /** Line id → emotion, e.g. `angry`, `calm`. */
  emotions: Record<string, string>
  confidence: number
}

export interface ProviderOutput {
  'analyse-scene': SceneAnalysis
  'suggest-shots': { shots: ShotSuggestion[] }
  'draw-panel': {
    file: ProducedFile
    /** 0 to 1: how well the picture shows what was asked for; null where the provider does not measure it. */
    confidence: number | null
    model: string
    prompt: string
    seed: number
  }
  speak: { file: ProducedFile; model: string; isSilence: boolean }
}

/** The provider's handle on accepted work: plain JSON, stored before anyone polls it. */
export interface ProviderOperation<K extends ProviderCapability = ProviderCapability> {
  provider: string
  kind: K
  /** The provider's own job id, or whatever it needs to answer `status`. */
  id: string
  /** Extra state a provider needs to poll on after a restart. */
  state?: Record<string, unknown>
}

/** Money in millionths of a US dollar, so that sums are exact. */
export interface ProviderCost {
  microUsd: number
}

export type OperationStatus<K extends ProviderCapability = ProviderCapability> =
  | { state: 'queued' }
  | { state: 'running'; progress: number | null }
  | { state: 'done'; result: ProviderOutput[K]; cost: ProviderCost }
  | { state: 'failed'; message: string; isRetryable: boolean }

export interface ProviderContext {
  signal: AbortSignal
}

/**
 * A service that makes things. `start` is the only call that may cost money, and is called once per
 * operation: what it returns is stored before `status` is first called, and after a crash `status` is
 * called again with the stored operation, never `start`.
 *
 * Errors thrown by any call are {@link ProviderError}s and say whether trying again can help.
 */
export interface Provider {
  readonly name: string
  readonly capabilities: readonly ProviderCapability[]
  /** Throws where the provider cannot work as configured (missing key, missing program). Called at boot. */
  check?(): Promise<void>
  /** The price of a request before it is made, from the provider's declared cost table. */
  estimate(request: ProviderRequest): ProviderCost
  start(request: ProviderRequest, context: ProviderContext): Promise<ProviderOperation>
  /** `request` is the stored request that `start` was given. */
  status(
    operation: ProviderOperation,
    request: ProviderRequest,
    context: ProviderContext,
  ): Promise<OperationStatus>
  cancel(operation: ProviderOperation): Promise<void>
}
