import { relationId, relationIds } from '@/lib/ids'
import { speakersOf } from '../scenes/speakers'
import type { PlannedImport } from '../scripts/importScript'
import { SHARED } from '../scripts/mergeScene'
import type { SceneIdentity } from '../scripts/planScenes'
import type { NewAliases, Renaming, SameNames } from '../scripts/sameNames'

type Row = Record<string, unknown>

/** What a draft changed, and what was there before: written before anything else is, and enough to undo all of it. */
export interface DraftJournal {
  /** The episode's script group, without its text. */
  script: Row
  ids: string[]
  gone: string[]
  /** Stored scenes of the difference's rows, by key: before and after. */
  rows: Record<string, [string | null, string | null]>
  /** Fields of scenes as they were; of those that people may change as well, how they are afterwards. */
  changed: Array<{ id: string; sceneNumber: string; before: Row; after: Record<string, string> }>
  trashed: Array<{ id: string; sceneNumber: string }>
  /** In the trash before, and without their number since. */
  parked: Array<{ id: string; sceneNumber: string }>
  added: Array<{ id: string; sceneNumber: string; contentHash: string }>
  characters: string[]
  locations: string[]
  aliases: NewAliases[]
  /** Absent in what was applied before people could be told to be the same. */
  renamings?: Renaming[]
}

/** What a person had said is the same. */
export const sameIn = ({ aliases, renamings = [] }: DraftJournal): SameNames => ({
  locations: aliases.flatMap(({ id, before, aliases: all }) =>
    all.slice(before.length).map((name) => ({ id, name })),
  ),
  characters: renamings.flatMap(({ id, before, after }) =>
    [after.name, ...after.aliases.slice(before.aliases.length + 1)].map((name) => ({ id, name })),
  ),
})

/** What people may change, and what a message calls it. */
export const GUARDED: Record<string, string> = {
  ...SHARED,
  characters: 'who is in it',
  dialogueLines: 'the dialogue',
}

/** A value as it is compared. Times and marks of lines do not count: machines write them. */
export function valueKey(field: string, value: unknown): string {
  if (field === 'dialogueLines')
    return JSON.stringify(
      ((value ?? []) as Row[]).map((line) => [
        line.id,
        line.cue || '',
        line.parenthetical || '',
        line.text,
        relationId(line.character),
        relationId(line.audio),
        line.emotion || '',
        // Of several; a line of one is what it was before there could be several.
        ...(speakersOf(line).length > 1 ? [speakersOf(line)] : []),
      ]),
    )
  if (field === 'characters') return JSON.stringify(relationIds(value))
  if (value === null || value === undefined || value === '' || value === false) return 'null'
  if (Array.isArray(value)) return value.length === 0 ? 'null' : JSON.stringify(value)
  return JSON.stringify(typeof value === 'object' ? relationId(value) : value)
}

const pick = (row: Row, keys: string[]): Row => Object.fromEntries(keys.map((key) => [key, row[key] ?? null]))

export function journalOf(
  { episode, found, plan }: PlannedImport,
  identity: SceneIdentity,
  rows: DraftJournal['rows'],
): DraftJournal {
  const { text: _text, ...script } = (episode.script ?? {}) as Row
  const changed = plan.stays
    .filter(({ data }) => Object.keys(data).length > 0)
    .map(({ stored, data }) => change(stored as unknown as Row, data))
  for (const scene of plan.own) {
    const sceneNumber = plan.numbers.get(scene.id)
    if (sceneNumber !== scene.sceneNumber) changed.push(change(scene as unknown as Row, { sceneNumber }))
  }
  return {
    script,
    ids: identity.ids,
    gone: [...identity.gone],
    rows,
    changed,
    trashed: plan.gone.map(({ id, sceneNumber }) => ({ id, sceneNumber })),
    parked: plan.inTheWay.map(({ id, sceneNumber }) => ({ id, sceneNumber })),
    added: plan.fresh.map(({ id, row }) => ({
      id,
      sceneNumber: String(row.sceneNumber),
      contentHash: String(row.contentHash),
    })),
    characters: found.newCharacters.map(({ id }) => id),
    locations: found.newLocations.map(({ id }) => id),
    aliases: found.newAliases,
    renamings: found.renamings,
  }
}

function change(stored: Row, data: Row): DraftJournal['changed'][number] {
  const after = Object.keys(data)
    .filter((field) => field in GUARDED)
    .map((field) => [field, valueKey(field, data[field])])
  return {
    id: String(stored.id),
    sceneNumber: String(data.sceneNumber ?? stored.sceneNumber),
    before: pick(stored, Object.keys(data)),
    after: Object.fromEntries(after),
  }
}

/** Of an application that was cut off and went on: the first of two has what was there before, both have what is new. */
export function mergeJournals(first: DraftJournal, second: DraftJournal): DraftJournal {
  const changed = new Map(first.changed.map((each) => [each.id, each]))
  for (const later of second.changed) {
    const early = changed.get(later.id)
    changed.set(
      later.id,
      early
        ? {
            ...later,
            before: { ...later.before, ...early.before },
            after: { ...early.after, ...later.after },
          }
        : later,
    )
  }
  // A scene that was new in the first and is there in the second is new still.
  for (const { id } of first.added) changed.delete(id)
  const union = <Item>(key: (item: Item) => string, a: Item[], b: Item[]): Item[] => [
    ...new Map([...b, ...a].map((item) => [key(item), item])).values(),
  ]
  const byId = ({ id }: { id: string }) => id
  return {
    ...first,
    changed: [...changed.values()],
    trashed: union(byId, first.trashed, second.trashed),
    parked: union(byId, first.parked, second.parked),
    added: union(byId, first.added, second.added),
    characters: [...new Set([...first.characters, ...second.characters])],
    locations: [...new Set([...first.locations, ...second.locations])],
    aliases: union(byId, first.aliases, second.aliases),
    renamings: union(byId, first.renamings ?? [], second.renamings ?? []),
  }
}
