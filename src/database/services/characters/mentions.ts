import type { PayloadRequest } from 'payload'
import type { NamedIn, NameMentions } from '@/contracts'
import { relationId } from '@/lib/ids'
import { shotTitle } from '@/lib/titles'
import type { Character, Episode } from '@/payload-types'
import { canonicalName, type NameChange, renameInScript } from '@/screenplay'
import { mayName, saysOldName } from '../names/said'
import type { AccessOptions } from '../Service'
import { type SaidInSynopsis, saidInSynopses } from '../scenes/saidInSynopses'
import { readStoredApart } from '../scripts/readApart'
import { type SaidInShot, saidInShots } from '../shots/saidInShots'
import { otherNames, whereNamed } from './shotsAround'

/** Stands for the name that somebody is going to have, where that is not known yet. */
const NOT_YET = '\u0001'

/** Who asks for a name that somebody has still, asks what renaming them would touch. */
export const changeFrom = async (
  req: PayloadRequest,
  person: Character,
  old: string,
): Promise<NameChange> => ({
  old,
  new: canonicalName(old) === canonicalName(person.name) ? NOT_YET : person.name,
  others: await otherNames(req, person),
})

export interface RenamedEpisode {
  episode: Episode
  /** Its script with the new name. */
  text: string
  lines: number
}

/** The scripts that say an old name, as they are with the new one. */
export async function renamedScripts(
  episodes: readonly Episode[],
  change: NameChange,
): Promise<RenamedEpisode[]> {
  const renamed: RenamedEpisode[] = []
  for (const episode of episodes) {
    const text = episode.script?.text ?? ''
    if (!mayName(text, change.old) || !saysOldName(text, change)) continue
    const script = renameInScript(await readStoredApart(text), change)
    if (script.lines > 0) renamed.push({ episode, ...script })
  }
  return renamed
}

interface WhereArgs {
  /** Of the user. */
  access: AccessOptions
  person: Character
  /** The episodes of somebody's project that the user may see. */
  episodes: readonly Episode[]
  old: string
}

/** The shots and synopses that say an old name, by the one rule that decides what a renaming changes. */
export async function whereSaid(
  req: PayloadRequest,
  { access, person, episodes, old }: WhereArgs,
): Promise<{ change: NameChange; shots: SaidInShot[]; synopses: SaidInSynopsis[] }> {
  const change = await changeFrom(req, person, old)
  const { shots, scenes } = await whereNamed(req, person, access)
  const scriptOf = new Map(episodes.map(({ id, script }) => [String(id), script?.text ?? '']))
  return {
    change,
    shots: await saidInShots(req, shots, change),
    synopses: saidInSynopses(scenes, change, ({ episode }) => scriptOf.get(relationId(episode) ?? '') ?? ''),
  }
}

/** Where a name is said, as far as the user may see it. */
export async function findMentions(req: PayloadRequest, args: WhereArgs): Promise<NameMentions> {
  const { change, shots, synopses } = await whereSaid(req, args)
  const scripts = await renamedScripts(args.episodes, change)
  return {
    scripts: scripts.map(({ episode: { id, episodeNumber, title }, lines }) => ({
      episodeId: String(id),
      episodeNumber,
      title,
      lines,
    })),
    shots: shots.map(
      ({ shot, by }): NamedIn => ({
        id: String(shot.id),
        title: shot.title ?? shotTitle(null, shot.shotNumber),
        by,
      }),
    ),
    synopses: synopses.map(
      ({ scene, by }): NamedIn => ({ id: String(scene.id), title: `Scene ${scene.sceneNumber}`, by }),
    ),
  }
}
