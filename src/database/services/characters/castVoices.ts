import { createLocalReq, type Payload } from 'payload'
import type { VoiceSettings } from '@/contracts'
import { relationId } from '@/lib/ids'
import type { Character, Voice } from '@/payload-types'

/** Gives every member of a cast a voice of its own; a provider knows its voices. */
export type VoiceAssigner = (cast: Array<{ name: string; age?: string | null }>) => Map<string, VoiceSettings>

const NEUTRAL: VoiceSettings = { id: null, language: 'en-gb', pitch: 50, rate: 165 }

export interface CastVoices {
  of(characterId: string | null): { name: string; voice: VoiceSettings } | null
  /** For a line whose speaker is not known. */
  fallback: VoiceSettings
}

const settingsOf = (voice: Voice, character: Character): VoiceSettings => ({
  id: voice.providerVoiceId,
  language: voice.language ?? NEUTRAL.language,
  pitch: character.voiceProfile?.settings?.pitch ?? voice.settings?.pitch ?? NEUTRAL.pitch,
  rate: character.voiceProfile?.settings?.rate ?? voice.settings?.rate ?? NEUTRAL.rate,
})

/**
 * The voices of a project's characters. A character without one is given one of its own, as a document
 * that people can change; a voice that a person chose is never replaced.
 */
export async function castVoices(
  payload: Payload,
  projectId: string,
  assignVoices: VoiceAssigner,
): Promise<CastVoices> {
  const req = await createLocalReq({ context: { isGenerating: true } }, payload)
  const common = {
    where: { project: { equals: projectId } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  } as const
  const { docs: characters } = await payload.find({ ...common, collection: 'characters', sort: 'id' })
  const voiceIds = characters.map((each) => relationId(each.voiceProfile?.voice)).filter((id) => id !== null)
  const { docs: voices } = await payload.find({
    ...common,
    collection: 'voices',
    where: { or: [{ project: { equals: projectId } }, { id: { in: voiceIds } }] },
  })
  const byId = new Map(voices.map((voice) => [String(voice.id), voice]))
  // Over the whole cast in a constant order, so that nobody's voice depends on who was asked for first.
  const assigned = assignVoices(
    characters.map((each) => ({ name: each.canonicalName ?? each.name, age: each.age })),
  )
  const cast = new Map<string, { name: string; voice: VoiceSettings }>()
  for (const character of characters) {
    const name = character.canonicalName ?? character.name
    const own = byId.get(relationId(character.voiceProfile?.voice) ?? '')
    const suggested = assigned.get(name)
    if (own) cast.set(String(character.id), { name, voice: settingsOf(own, character) })
    else if (suggested) cast.set(String(character.id), { name, voice: suggested })
  }
  return {
    of: (id) => (id === null ? null : (cast.get(id) ?? null)),
    fallback: NEUTRAL,
  }
}

/** Makes a voice document for every speaking character that has none. Can be repeated. */
export async function ensureVoices(
  payload: Payload,
  projectId: string,
  assignVoices: VoiceAssigner,
): Promise<void> {
  const req = await createLocalReq({ context: { isGenerating: true } }, payload)
  const { docs: characters } = await payload.find({
    collection: 'characters',
    where: { project: { equals: projectId } },
    sort: 'id',
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const { docs: existing } = await payload.find({
    collection: 'voices',
    where: { project: { equals: projectId } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const byName = new Map(existing.map((voice) => [voice.name, voice]))
  const assigned = assignVoices(
    characters.map((each) => ({ name: each.canonicalName ?? each.name, age: each.age })),
  )
  for (const character of characters) {
    const settings = assigned.get(character.canonicalName ?? character.name)
    if (relationId(character.voiceProfile?.voice) || !settings || !character.lineCount) continue
    const name = `${character.name}’s voice`
    const voice =
      byName.get(name) ??
      (await payload.create({
        collection: 'voices',
        data: {
          name,
          provider: 'local',
          providerVoiceId: settings.id ?? 'default',
          language: settings.language,
          settings: { pitch: settings.pitch, rate: settings.rate },
          project: projectId,
        },
        depth: 0,
        overrideAccess: true,
        req,
      }))
    await payload.update({
      collection: 'characters',
      id: character.id,
      data: { voiceProfile: { ...character.voiceProfile, voice: String(voice.id) } },
      depth: 0,
      overrideAccess: true,
      req,
    })
  }
}
