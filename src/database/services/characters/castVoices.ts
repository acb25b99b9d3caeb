import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'
import type { VoiceSettings } from '@/contracts'
import { relationId } from '@/lib/ids'
import type { Character, Voice } from '@/payload-types'
import { castName, namesCastAs } from './castName'
import { voiceName } from './voiceName'

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

interface Member {
  character: Character
  /** Canonical. */
  name: string
  /** What the provider would give this character. */
  suggested: VoiceSettings | undefined
}

/** A project's cast, with the voices that are there for it: the project's own, and those of others that it uses. */
async function readCast(
  req: PayloadRequest,
  projectId: string,
  assignVoices: VoiceAssigner,
): Promise<{ members: Member[]; voices: Voice[] }> {
  const common = { depth: 0, pagination: false, overrideAccess: true, req } as const
  const ofProject: Where = { project: { equals: projectId } }
  const { docs } = await req.payload.find({
    ...common,
    collection: 'characters',
    where: ofProject,
    sort: 'id',
  })
  const chosen = docs.map((each) => relationId(each.voiceProfile?.voice)).filter((id) => id !== null)
  const { docs: voices } = await req.payload.find({
    ...common,
    collection: 'voices',
    where: { or: [ofProject, { id: { in: chosen } }] },
  })
  const taken = namesCastAs(docs)
  const cast = docs.map((character) => ({
    character,
    name: character.canonicalName ?? character.name,
    voicedAs: castName(character, taken),
  }))
  // Over the whole cast in a constant order, so that nobody's voice depends on who was asked for first.
  const assigned = assignVoices(
    cast.map(({ character, voicedAs }) => ({ name: voicedAs, age: character.age })),
  )
  const members = cast.map(({ character, name, voicedAs }) => ({
    character,
    name,
    suggested: assigned.get(voicedAs),
  }))
  return { members, voices }
}

const workerRequest = (payload: Payload): Promise<PayloadRequest> =>
  createLocalReq({ context: { isGenerating: true } }, payload)

/** The voices of a project's characters: what is stored for one, else what the provider suggests. */
export async function castVoices(
  payload: Payload,
  projectId: string,
  assignVoices: VoiceAssigner,
): Promise<CastVoices> {
  const { members, voices } = await readCast(await workerRequest(payload), projectId, assignVoices)
  const byId = new Map(voices.map((voice) => [String(voice.id), voice]))
  const cast = new Map<string, { name: string; voice: VoiceSettings }>()
  for (const { character, name, suggested } of members) {
    const own = byId.get(relationId(character.voiceProfile?.voice) ?? '')
    const voice = own ? settingsOf(own, character) : suggested
    if (voice) cast.set(String(character.id), { name, voice })
  }
  return {
    of: (id) => (id === null ? null : (cast.get(id) ?? null)),
    fallback: NEUTRAL,
  }
}

/**
 * Makes a voice for every speaking character that has none, as a document that people can change. A voice that a
 * person chose is never replaced. Can be repeated.
 */
export async function ensureVoices(
  payload: Payload,
  projectId: string,
  assignVoices: VoiceAssigner,
): Promise<void> {
  const req = await workerRequest(payload)
  const { members, voices } = await readCast(req, projectId, assignVoices)
  // One that somebody else speaks with is theirs, whatever it is called.
  const used = new Set(members.map(({ character }) => relationId(character.voiceProfile?.voice)))
  const own = voices.filter((voice) => relationId(voice.project) === projectId && !used.has(String(voice.id)))
  const byName = new Map(own.map((voice) => [voice.name, voice]))
  for (const { character, suggested } of members) {
    if (relationId(character.voiceProfile?.voice) || !suggested || !character.lineCount) continue
    const name = voiceName(character.name)
    const voice =
      byName.get(name) ??
      (await payload.create({
        collection: 'voices',
        data: {
          name,
          provider: 'local',
          providerVoiceId: suggested.id ?? 'default',
          language: suggested.language,
          settings: { pitch: suggested.pitch, rate: suggested.rate },
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
