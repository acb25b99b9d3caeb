import type { Where } from 'payload'
import type { Character, Scene } from '@/payload-types'
import { canonicalName } from '@/screenplay'
import { DocumentService } from './DocumentService'
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
      people.find((person) => (person.aliases ?? []).some((alias) => canonicalName(alias) === wanted)) ??
      null
    )
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
