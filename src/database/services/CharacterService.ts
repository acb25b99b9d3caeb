import type { PayloadRequest, Where } from 'payload'
import type { NameMentions, ScriptDraft } from '@/contracts'
import { ValidationError } from '@/errors'
import { relationId } from '@/lib/ids'
import type { Character, Episode, Scene } from '@/payload-types'
import { canonicalName, renameInScript, saysName } from '@/screenplay'
import { otherNames, shotsSaying } from './characters/shotsAround'
import { DocumentService } from './DocumentService'
import { DraftService } from './DraftService'
import { MediaService } from './MediaService'
import { aliasesOf } from './names/byName'
import { findUnused, type UnusedName } from './names/unused'
import { callable } from './Service'
import { readStoredApart } from './scripts/readApart'

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

  /**
   * Where a name that somebody had is still said: in which scripts, on how many lines, and in which shots that a person
   * described. @throws {NotFound}
   */
  async mentions(id: string, name: string): Promise<NameMentions> {
    const person = this.required(await this.findById(id), this.noun, id)
    const req = await this.request()
    const scripts = await this.renamedScripts(req, person, name)
    return {
      scripts: scripts.map(({ episode, lines }) => ({
        episodeId: String(episode.id),
        episodeNumber: episode.episodeNumber,
        title: episode.title,
        lines,
      })),
      shots: await shotsSaying(req, person, name),
    }
  }

  /**
   * Proposes an episode's script with somebody's name where it says an old one. Changes nothing: the draft is looked at,
   * applied and undone as any other.
   * @throws {NotFound} @throws {Forbidden} @throws {ValidationError} where the script does not say it
   */
  async proposeRename(id: string, episodeId: string, name: string): Promise<ScriptDraft> {
    const person = this.required(await this.findById(id), this.noun, id)
    const drafts = new DraftService(this.context)
    await drafts.assertMayPropose(episodeId)
    const req = await this.request()
    const [found] = await this.renamedScripts(req, person, name, episodeId)
    if (!found)
      throw new ValidationError([{ field: 'name', message: `is ${name}, which this script does not say` }])
    return drafts.propose(episodeId, { text: found.text })
  }

  /** For doors, before they take in a body. @throws {NotFound} @throws {Forbidden} */
  async assertMayRename(id: string): Promise<void> {
    const person = this.required(await this.findById(id), this.noun, id)
    await this.assertInProject(person.project, 'write', 'You may look at this project but not change it.')
  }

  /** The scripts of somebody's project that say an old name, as they are with the new one. */
  private async renamedScripts(
    req: PayloadRequest,
    person: Character,
    old: string,
    episodeId?: string,
  ): Promise<Array<{ episode: Episode; text: string; lines: number }>> {
    const project = relationId(person.project)
    if (project === null || canonicalName(old) === canonicalName(person.name)) return []
    const payload = await this.payload()
    const and: Where[] = [{ project: { equals: project } }]
    if (episodeId) and.push({ id: { equals: episodeId } })
    const { docs } = await payload.find({
      collection: 'episodes',
      where: { and },
      sort: 'episodeNumber',
      depth: 0,
      pagination: false,
      joins: false,
      ...this.access(),
    })
    const others = await otherNames(req, person)
    const renamed = []
    for (const episode of docs) {
      const text = episode.script?.text ?? ''
      if (!saysName(text, old, others)) continue
      const script = renameInScript(await readStoredApart(text), { old, new: person.name, others })
      if (script.lines > 0) renamed.push({ episode, ...script })
    }
    return renamed
  }

  /** Whom a script brought, and nothing has any more. @throws {Forbidden} */
  async findUnused(projectId: string): Promise<UnusedName[]> {
    await this.assertInProject(projectId, 'read')
    return findUnused(await this.request(), 'characters', projectId)
  }

  /** Puts those into the trash, from where they can be taken back. @returns them. @throws {Forbidden} */
  async removeUnused(projectId: string): Promise<UnusedName[]> {
    await this.assertInProject(projectId, 'write')
    const unused = await findUnused(await this.request(), 'characters', projectId)
    const deletedAt = new Date().toISOString()
    for (const { id } of unused) await this.write(id, { deletedAt })
    return unused
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
