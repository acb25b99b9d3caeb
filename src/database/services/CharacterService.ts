import type { Where } from 'payload'
import type { FormerName, NameMentions, ScriptDraft } from '@/contracts'
import { ValidationError } from '@/errors'
import { relationId } from '@/lib/ids'
import type { Character, Episode, Scene } from '@/payload-types'
import { canonicalName } from '@/screenplay'
import { formerNames } from './characters/formerNames'
import { changeFrom, findMentions, renamedScripts } from './characters/mentions'
import { renameByPerson } from './characters/renameByPerson'
import { DocumentService } from './DocumentService'
import { DraftService } from './DraftService'
import { MediaService } from './MediaService'
import { aliasesOf } from './names/byName'
import { findUnused, type UnusedName } from './names/unused'
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

  /**
   * Where a name is said: in which scripts, on how many lines, in which shots and synopses, and whose words those are.
   * Before somebody is renamed as well as after it. @throws {NotFound}
   */
  async mentions(id: string, name: string): Promise<NameMentions> {
    const person = this.required(await this.findById(id), this.noun, id)
    return findMentions(await this.request(), await this.namedBy(person, name))
  }

  /** The names that somebody was called by before and that are said somewhere still. @throws {NotFound} */
  async formerNames(id: string): Promise<FormerName[]> {
    const person = this.required(await this.findById(id), this.noun, id)
    const req = await this.request()
    const names = await formerNames(req, person)
    if (names.length === 0) return []
    const args = await this.namedBy(person, person.name)
    const found = []
    for (const name of names) found.push({ name, mentions: await findMentions(req, { ...args, old: name }) })
    return found.filter(
      ({ mentions: { scripts, shots, synopses } }) => scripts.length + shots.length + synopses.length > 0,
    )
  }

  /**
   * Puts somebody's name in the place of an old one in the shots and synopses that people wrote.
   * @throws {NotFound} @throws {Forbidden} @throws {ValidationError} where it is the name that they have
   */
  async renameByPerson(id: string, name: string): Promise<{ shots: number; synopses: number }> {
    await this.assertMayRename(id)
    const person = this.required(await this.findById(id), this.noun, id)
    if (canonicalName(name) === canonicalName(person.name))
      throw new ValidationError([{ field: 'name', message: `is ${name}, which is the name that they have` }])
    return renameByPerson(await this.request(), await this.namedBy(person, name))
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
    const isOld = canonicalName(name) !== canonicalName(person.name)
    const episodes = isOld ? await this.episodesOf(person, episodeId) : []
    const [found] = await renamedScripts(episodes, await changeFrom(req, person, name))
    if (!found)
      throw new ValidationError([{ field: 'name', message: `is ${name}, which this script does not say` }])
    return drafts.propose(episodeId, { text: found.text })
  }

  /** For doors, before they take in a body. @throws {NotFound} @throws {Forbidden} */
  async assertMayRename(id: string): Promise<void> {
    const person = this.required(await this.findById(id), this.noun, id)
    await this.assertInProject(person.project, 'write', 'You may look at this project but not change it.')
  }

  private async namedBy(person: Character, old: string) {
    return { access: this.access(), person, episodes: await this.episodesOf(person), old }
  }

  /** The episodes of somebody's project that the user may see. */
  private async episodesOf(person: Character, episodeId?: string): Promise<Episode[]> {
    const project = relationId(person.project)
    if (project === null) return []
    const and: Where[] = [{ project: { equals: project } }]
    if (episodeId) and.push({ id: { equals: episodeId } })
    const { docs } = await (await this.payload()).find({
      collection: 'episodes',
      where: { and },
      sort: 'episodeNumber',
      depth: 0,
      pagination: false,
      joins: false,
      ...this.access(),
    })
    return docs
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
