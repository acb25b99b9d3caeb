import type { PayloadRequest } from 'payload'
import { relationId } from '@/lib/ids'
import type { Shot } from '@/payload-types'
import type { NameChange } from '@/screenplay'
import { mayName, type Said, saidIn } from '../names/said'
import { withSuggestedWords } from './suggestedWords'

export interface SaidInShot extends Said {
  shot: Shot
}

/** The action of the scenes that shots are in, by the scene's id. */
async function pagesOf(req: PayloadRequest, shots: readonly Shot[]): Promise<Map<string, string>> {
  const { docs } = await req.payload.find({
    collection: 'scenes',
    where: { id: { in: [...new Set(shots.map(({ scene }) => relationId(scene) as string))] } },
    select: { action: true, characters: true },
    depth: 0,
    pagination: false,
    joins: false,
    overrideAccess: true,
    req,
  })
  return new Map(docs.map(({ id, action }) => [String(id), action ?? '']))
}

/** Shots whose description says an old name, and what a renaming makes of it: see {@link saidIn}. */
export async function saidInShots(
  req: PayloadRequest,
  shots: readonly Shot[],
  change: NameChange,
): Promise<SaidInShot[]> {
  const suspects = shots.filter(({ description }) => mayName(description, change.old))
  if (suspects.length === 0) return []
  const suggested = await withSuggestedWords(req, suspects)
  const pages = await pagesOf(req, suspects)
  return suspects.flatMap((shot): SaidInShot[] => {
    const page = pages.get(relationId(shot.scene) ?? '')
    const said = saidIn(shot.description, page, change, suggested.has(String(shot.id)))
    return said ? [{ shot, ...said }] : []
  })
}
