import type { PayloadRequest } from 'payload'
import { engineOf } from '@/database/engine'
import { type Breakdown, canonicalName } from '@/screenplay'
import { bulkCreate } from '../bulkCreate'
import { storedInTurns } from '../storedInTurns'
import { describeLooks } from './describeLooks'
import {
  idsByName,
  type NewAliases,
  namesToGive,
  namesToTakeUp,
  type Renaming,
  renamings,
  type SameNames,
  withAliases,
} from './sameNames'

type Row = Record<string, unknown>

export interface PeopleAndPlaces {
  /** Canonical name → id, aliases included. */
  characterIds: Map<string, string>
  locationIds: Map<string, string>
  /** Id → the canonical name that somebody of the project is called by. */
  calledBy: Map<string, string>
  /** Those that the script brings, with the ids that they will have. */
  newCharacters: Array<{ id: string; row: Row }>
  newLocations: Array<{ id: string; row: Row }>
  /** Places that go on by another name as well. */
  newAliases: NewAliases[]
  /** People who go by another name from now on. */
  renamings: Renaming[]
}

/**
 * Finds the project's characters and locations by name and alias, and names those that are missing. Reads, and writes
 * nothing: {@link writePeopleAndPlaces} does.
 *
 * @throws {ValidationError} where what is said to be the same cannot be
 */
export async function findPeopleAndPlaces(
  req: PayloadRequest,
  projectId: string,
  script: Breakdown,
  same: SameNames = {},
): Promise<PeopleAndPlaces> {
  const { newId } = engineOf(req.payload)
  const where = { project: { equals: projectId } }
  const people = await storedInTurns(req, { collection: 'characters', where, fields: ['name', 'aliases'] })
  const characterIds = idsByName(people)
  const renamed = renamings(
    [
      ...namesToGive('sameCharacters', people, characterIds, same.characters),
      ...namesToTakeUp(people, same.characters),
    ],
    new Map(script.characters.map(({ name, displayName }) => [name, displayName])),
  )
  const newCharacters: PeopleAndPlaces['newCharacters'] = []
  for (const character of script.characters) {
    const aliases = character.aliases.map(canonicalName)
    let id = [character.name, ...aliases].map((name) => characterIds.get(name)).find((each) => each)
    if (!id) {
      id = newId()
      newCharacters.push({
        id,
        row: {
          name: character.displayName,
          canonicalName: character.name,
          aliases: character.aliases,
          scope: 'project',
          project: projectId,
          role: character.role,
          age: character.age,
          visualDesign: { description: describeLooks(character) },
          lineCount: character.lineCount,
          voiceProfile: { consent: { isGiven: false } },
        },
      })
    }
    for (const name of [character.name, ...aliases]) characterIds.set(name, id)
  }

  const places = await storedInTurns(req, { collection: 'locations', where, fields: ['name', 'aliases'] })
  const locationIds = idsByName(places)
  const newAliases = withAliases(namesToGive('sameLocations', places, locationIds, same.locations))
  const newLocations: PeopleAndPlaces['newLocations'] = []
  for (const { name, displayName: shown, interiorExterior } of script.locations) {
    if (locationIds.has(name)) continue
    const id = newId()
    locationIds.set(name, id)
    newLocations.push({
      id,
      row: { name: shown, canonicalName: name, interiorExterior, project: projectId },
    })
  }
  const calledBy = new Map(people.map(({ id, name }) => [String(id), canonicalName(name)]))
  return { characterIds, locationIds, calledBy, newCharacters, newLocations, newAliases, renamings: renamed }
}

/** Makes what {@link findPeopleAndPlaces} found missing. */
export async function writePeopleAndPlaces(req: PayloadRequest, found: PeopleAndPlaces): Promise<void> {
  const rows = (list: Array<{ row: Row }>) => list.map(({ row }) => row)
  const ids = (list: Array<{ id: string }>) => ({ ids: list.map(({ id }) => id) })
  await bulkCreate(req, 'characters', rows(found.newCharacters), ids(found.newCharacters))
  await bulkCreate(req, 'locations', rows(found.newLocations), ids(found.newLocations))
  const common = { depth: 0, overrideAccess: true, req } as const
  for (const { id, aliases } of found.newAliases)
    await req.payload.update({ ...common, collection: 'locations', id, data: { aliases } })
  for (const { id, after } of found.renamings)
    await req.payload.update({ ...common, collection: 'characters', id, data: after })
}
