import type { PayloadRequest } from 'payload'
import { engineOf } from '@/database/engine'
import { relationId } from '@/lib/ids'
import type { Shot } from '@/payload-types'
import { splitSentences } from '@/scene-reading'
import { type NameChange, renameWords } from '@/screenplay'
import { changeEvent } from '../events/recordChange'

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A sentence as it can be found in a page: without what the machine puts before it, or cuts off behind it. */
const asQuoted = (sentence: string): string =>
  folded(sentence)
    .replace(/^(?:What is seen|Establishing): /, '')
    .replace(/[\s.!?…,;:–—-]+$/, '')

/** Whether a sentence of a shot's description is the script's own, rather than the machine's. */
export const isQuote = (sentence: string, action: string): boolean => {
  const words = asQuoted(sentence)
  return words !== '' && folded(action).includes(words)
}

/** Writes descriptions that follow from what is written elsewhere: an event each, and nobody's shot becomes another's. */
export async function writeDescriptions(
  req: PayloadRequest,
  changes: ReadonlyArray<{ shot: Shot; description: string }>,
): Promise<void> {
  const rows = changes.map(({ shot, description }) => {
    const event = changeEvent({
      req,
      collection: 'shots',
      action: 'updated',
      doc: { ...shot, description },
      previousDoc: { ...shot },
      context: req.context,
    })
    const data = { description, updatedAt: new Date().toISOString() }
    return { id: String(shot.id), data, events: event ? [event] : [] }
  })
  if (rows.length > 0)
    await engineOf(req.payload).changeDocuments(req.payload, { collection: 'shots', changes: rows })
}

/**
 * Shots say somebody's new name where the machine described them. What they quote from the page stays as the page has
 * it, until the script says otherwise (see followScript); what a person wrote stays as they wrote it.
 *
 * @returns the ids of those that say it.
 */
export async function renameInShots(
  req: PayloadRequest,
  shots: readonly Shot[],
  change: NameChange,
): Promise<Set<string>> {
  const suspects = shots.filter(
    ({ origin, description }) =>
      origin === 'ai' && description && renameWords(description, change) !== description.normalize('NFC'),
  )
  if (suspects.length === 0) return new Set()
  const { docs: scenes } = await req.payload.find({
    collection: 'scenes',
    where: { id: { in: [...new Set(suspects.map(({ scene }) => relationId(scene) as string))] } },
    select: { action: true, characters: true },
    depth: 0,
    pagination: false,
    joins: false,
    overrideAccess: true,
    req,
  })
  const actionOf = new Map(scenes.map(({ id, action }) => [String(id), action ?? '']))
  const changes = suspects.flatMap((shot) => {
    const before = shot.description ?? ''
    const action = actionOf.get(relationId(shot.scene) ?? '') ?? ''
    const description = splitSentences(before)
      .map((sentence) => (isQuote(sentence, action) ? sentence : renameWords(sentence, change)))
      .join(' ')
    return description === before ? [] : [{ shot, description }]
  })
  await writeDescriptions(req, changes)
  return new Set(changes.map(({ shot }) => String(shot.id)))
}
