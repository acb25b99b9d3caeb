import type { Payload, TypedUser } from 'payload'
import type { DraftScene, ScriptDraft } from '@/contracts'
import { groupInWords } from '@/lib/groupInWords'

interface DryRun {
  bytes: Uint8Array
  filename: string
  episodeNumber?: number
}

/** The difference that an import would make. Writes nothing; a project that is not there yet has no episode either. */
export async function dryRun(
  payload: Payload,
  user: TypedUser | null,
  projectId: string | null,
  script: DryRun,
): Promise<ScriptDraft> {
  const { DraftService } = await import('@/database/services/DraftService')
  return new DraftService({ payload, user }).dryRun({ projectId, ...script })
}

function sceneInWords({ status, old, new: now, flags, effects }: DraftScene): string {
  const from = old?.sceneNumber
  const to = now?.sceneNumber
  const number = from && to && from !== to ? `${from} → ${to}` : (to ?? from ?? '')
  const moved = flags.isMoved && status !== 'moved' ? ', moved' : ''
  const heading = now?.heading ?? old?.heading ?? ''
  return [
    `  ${`${status}${moved}`.padEnd(12)} ${number.padEnd(8)} ${heading}`,
    ...effects.messages.map((message) => `${' '.repeat(24)}${message}`),
  ].join('\n')
}

/** A difference for people to read: what changed, one scene a line, and what it means. */
export function draftInWords({ episodeId, scenes, counts, locations, warnings, front }: ScriptDraft): string {
  const totals = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status}`)
  return [
    episodeId ? `Episode ${episodeId} would be changed.` : 'A new episode would be made.',
    `Scenes: ${totals.join(', ') || 'none'}.`,
    ...(front ? ['  changed               the title page'] : []),
    ...scenes
      .filter(({ status }) => status !== 'unchanged')
      .flatMap((scene) => {
        const group = scene.group[0] === scene.key ? scene.group : []
        const words = groupInWords(scenes.filter(({ key }) => group.includes(key)))
        return [...(words ? [`  ${words}`] : []), sceneInWords(scene)]
      }),
    ...locations.map(({ question }) => `  ${question}`),
    ...warnings.map(({ line, message }) => `  ${line === null ? '' : `Line ${line}: `}${message}`),
    'Nothing was changed.',
  ].join('\n')
}
