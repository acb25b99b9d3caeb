import type { SanitizedCollectionConfig } from 'payload'
import type { Operation } from './operations'

/** What a door answered, in the words that all doors share. */
export interface Answer {
  status: number
  /** The documents in it, by id. */
  ids: string[]
  /** How many are said to be there, where that is said. */
  total: number | null
  /** Everything that was said. */
  text: string
}

/** Who asks a door for what. */
export interface Wish {
  slug: string
  operation: Operation
  /** The document that is meant, and an earlier version of it. */
  id: string
  version: string
  data: Record<string, unknown>
}

export interface Door {
  name: 'REST' | 'GraphQL'
  has(collection: SanitizedCollectionConfig, operation: Operation): boolean
  ask(headers: Record<string, string>, wish: Wish): Promise<Answer>
}

/** The ids of what is in an answer, however it is wrapped. */
export function idsIn(body: unknown): string[] {
  if (body === null || typeof body !== 'object') return []
  if (Array.isArray(body)) return body.flatMap(idsIn)
  const { id, doc, docs, result } = body as Record<string, unknown>
  const inside = [doc, docs, result].flatMap((part) => (part === undefined ? [] : idsIn(part)))
  return id === undefined || id === null ? inside : [String(id), ...inside]
}
