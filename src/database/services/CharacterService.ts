import type { Where } from 'payload'
import { relationId } from '@/lib/ids'
import type { Character, Scene } from '@/payload-types'
import { canonicalName } from '@/screenplay'
import { DocumentService } from './DocumentService'
import { MediaService } from './MediaService'
import { aliasesOf } from './names/byName'
import { callable } from './Service'

export type CreateCharacterDTO = Pick<Character, 'name'> &
  Partial<Omit<Character, 'id' | 'createdAt' | 'updatedAt' | 'canonicalName' | 'appearances' | 'name'>>

class CharacterServiceClass extends DocumentService<Character, CreateCharacterDTO> {
  protected readonly slug = 'characters'
  protected readonly noun = 'character'

  /** A project's characters by name. */
  findByProject(projectId: string): Promise<Character[]> {
    return this.list({ project: { equals: projectId } }, 'name')
  }

  /** The project's character of this name or alias, however it is typed. */
  async findByName(projectId: string, name: string): Promise<Character | null> {
    const wanted = canonicalName(name)
    const people = await this.findByProject(projectId)
    return (
      people.find((person) => person.canonicalName === wanted) ??
      people.find((person) => aliasesOf(person).some((alias) => canonicalName(alias) === wanted)) ??
      null
    )
  }

  /** How a voice sounds: its own recording, else the first line that was spoken with it. Null where there is none. */
  async sampleOfVoice(voiceId: string): Promise<{ url: string; words: string | null } | null> {
    const payload = await this.payload()
    const voice = await payload.findByID({
      collection: 'voices',
      id: voiceId,
      depth: 0,
      disableErrors: true,
      ...this.access(),
    })
    if (!voice) return null
    const media = new MediaService(this.context)
    const sample = relationId(voice.sample)
    const own = sample ? await media.findById(sample) : null
    if (own?.url) return { url: own.url, words: null }
    const speakers = await this.list({ 'voiceProfile.voice': { equals: voiceId } }, 'name')
    for (const { id, name } of speakers) {
      const { docs } = await payload.find({
        collection: 'scenes',
        where: { 'dialogueLines.character': { equals: id } },
        sort: 'order',
        limit: 5,
        depth: 0,
        joins: false,
        select: { dialogueLines: true },
        ...this.access(),
      })
      const lines = docs.flatMap((scene) => scene.dialogueLines ?? [])
      const line = lines.find(
        (each) => relationId(each.character) === String(id) && each.audio && !each.audioIsStale,
      )
      const audio = line && (await media.findById(relationId(line.audio) as string))
      if (line && audio?.url) return { url: audio.url, words: `${name}: ${line.text}` }
    }
    return null
  }

  /** The scenes a character is in, in order; of one episode where given. */
  async appearances(characterId: string, episodeId?: string): Promise<Scene[]> {
    const payload = await this.payload()
    const and: Where[] = [{ characters: { equals: characterId } }]
    if (episodeId) and.push({ episode: { equals: episodeId } })
    const { docs } = await payload.find({
      collection: 'scenes',
      where: { and },
      sort: 'order',
      depth: 0,
      pagination: false,
      ...this.access(),
    })
    return docs
  }
}

export const CharacterService = callable(CharacterServiceClass)
export type CharacterService = CharacterServiceClass
