import type { Payload } from 'payload'
import type { ScenePerson } from '@/contracts'
import { canonicalName } from '@/screenplay'
import { aliasesOf } from '../names/byName'

/** Names and ids of a project's characters, both ways. */
export interface Cast {
  nameOf(id: string | null): string | null
  idOf(name: string): string | null
  /** Canonical names. */
  names: string[]
  /** What is stored of them. */
  people: ScenePerson[]
}

export async function castOf(payload: Payload, projectId: string): Promise<Cast> {
  const { docs } = await payload.find({
    collection: 'characters',
    where: { project: { equals: projectId } },
    select: { name: true, canonicalName: true, aliases: true, age: true, visualDesign: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  const names = new Map(docs.map((each) => [String(each.id), each.canonicalName ?? canonicalName(each.name)]))
  const ids = new Map<string, string>()
  for (const each of docs) for (const alias of aliasesOf(each)) ids.set(canonicalName(alias), String(each.id))
  for (const [id, name] of names) ids.set(name, id)
  return {
    nameOf: (id) => (id === null ? null : (names.get(id) ?? null)),
    idOf: (name) => ids.get(canonicalName(name)) ?? null,
    names: [...names.values()],
    people: docs.map((each) => ({
      name: names.get(String(each.id)) as string,
      displayName: each.name,
      aliases: aliasesOf(each),
      age: each.age ?? null,
      description: each.visualDesign?.description ?? null,
    })),
  }
}
