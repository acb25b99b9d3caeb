import type { PayloadRequest } from 'payload'
import { type Breakdown, canonicalName } from '@/screenplay'
import { bulkCreate } from '../bulkCreate'

export interface PeopleAndPlaces {
  /** Canonical name → id, aliases included. */
  characterIds: Map<string, string>
  locationIds: Map<string, string>
  createdCharacterIds: string[]
  createdLocationIds: string[]
}

/** A first description of somebody's looks, for a person to go on with; null where the script says nothing. */
function describeLooks({ age, gender, looks }: Breakdown['characters'][number]): string | null {
  const isChild = age === 'child' || Number(age) < 13
  const kind =
    gender === 'female' ? (isChild ? 'girl' : 'woman') : gender === 'male' ? (isChild ? 'boy' : 'man') : null
  const said = [kind, looks].filter(Boolean).join(', ')
  return said ? `${said.slice(0, 1).toUpperCase()}${said.slice(1)}.` : null
}

/** Finds the project's characters and locations by name and alias, and makes those that are missing. */
export async function syncPeopleAndPlaces(
  req: PayloadRequest,
  projectId: string,
  script: Breakdown,
): Promise<PeopleAndPlaces> {
  const where = { project: { equals: projectId } }
  const common = { where, depth: 0, pagination: false, overrideAccess: true, req } as const
  const { docs: people } = await req.payload.find({
    ...common,
    collection: 'characters',
    select: { name: true, canonicalName: true, aliases: true },
  })
  const characterIds = new Map<string, string>()
  for (const person of people) {
    for (const alias of person.aliases ?? []) characterIds.set(canonicalName(alias), String(person.id))
  }
  for (const person of people) characterIds.set(canonicalName(person.name), String(person.id))

  const known = (character: Breakdown['characters'][number]): string | undefined =>
    [character.name, ...character.aliases.map(canonicalName)]
      .map((name) => characterIds.get(name))
      .find((id) => id !== undefined)
  const newPeople = script.characters.filter((character) => known(character) === undefined)
  const createdCharacterIds = await bulkCreate(
    req,
    'characters',
    newPeople.map((character) => ({
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
    })),
  )
  newPeople.forEach((character, index) => {
    characterIds.set(character.name, createdCharacterIds[index] as string)
  })
  for (const character of script.characters) {
    const id = known(character)
    if (!id) continue
    characterIds.set(character.name, id)
    for (const alias of character.aliases) characterIds.set(canonicalName(alias), id)
  }

  const { docs: places } = await req.payload.find({
    ...common,
    collection: 'locations',
    select: { name: true },
  })
  const locationIds = new Map(places.map((place) => [canonicalName(place.name), String(place.id)]))
  const newPlaces = script.locations.filter((location) => !locationIds.has(location.name))
  const createdLocationIds = await bulkCreate(
    req,
    'locations',
    newPlaces.map((location) => ({
      name: location.displayName,
      canonicalName: location.name,
      interiorExterior: location.interiorExterior,
      project: projectId,
    })),
  )
  newPlaces.forEach((location, index) => {
    locationIds.set(location.name, createdLocationIds[index] as string)
  })
  return { characterIds, locationIds, createdCharacterIds, createdLocationIds }
}
