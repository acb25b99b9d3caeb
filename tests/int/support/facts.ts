import type { Payload } from 'payload'
import { relationId } from '@/lib/ids'

/** Everything a production left in a database, small enough to compare. */
export async function factsOf(payload: Payload) {
  const all = { depth: 0, pagination: false, overrideAccess: true, trash: true } as const
  const [projects, episodes, scenes, shots, panels, media, characters, tasks] = await Promise.all([
    payload.find({ collection: 'projects', ...all }),
    payload.find({ collection: 'episodes', ...all }),
    payload.find({ collection: 'scenes', sort: 'order', ...all }),
    payload.find({ collection: 'shots', ...all }),
    payload.find({ collection: 'panels', ...all }),
    payload.find({ collection: 'media', ...all }),
    payload.find({ collection: 'characters', ...all }),
    payload.find({ collection: 'tasks', ...all }),
  ])
  return {
    projects: projects.docs,
    episodes: episodes.docs,
    scenes: scenes.docs,
    shots: shots.docs,
    panels: panels.docs,
    media: media.docs,
    characters: characters.docs,
    tasks: tasks.docs,
  }
}

export type Facts = Awaited<ReturnType<typeof factsOf>>

/** How many of each there are: what two runs of one script must agree on. */
export const countsOf = (facts: Facts) =>
  Object.fromEntries(
    Object.entries(facts)
      .filter(([name]) => name !== 'tasks')
      .map(([name, docs]) => [name, docs.length]),
  )

const countBy = <Item>(items: Item[], keyOf: (item: Item) => string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1
  return counts
}

/** What was made twice or not at all, in words: empty is as it should be. */
export function faultsOf({ shots, panels, media, scenes, tasks }: Facts): string[] {
  const panelsOf = countBy(panels, (panel) => String(relationId(panel.shot)))
  const madeOf = countBy(media, (file) => {
    const { model, inputs } = (file.provenance ?? {}) as { model?: string; inputs?: { lineId?: string } }
    // One file for each thing a task makes: an output of a format, the voice of a line, a panel.
    return `${relationId(file.sourceTask)} ${inputs?.lineId ?? model ?? ''}`
  })
  const known = new Set(media.map((file) => String(file.id)))
  const lines = scenes.flatMap((scene) => scene.dialogueLines ?? [])
  const voices = lines.map((line) => relationId(line.audio))
  return [
    ...shots
      .filter((shot) => panelsOf[String(shot.id)] !== 1)
      .map((shot) => `shot ${shot.shotNumber} has ${panelsOf[String(shot.id)] ?? 0} panels`),
    ...Object.entries(madeOf)
      .filter(([, count]) => count !== 1)
      .map(([key, count]) => `${count} files of task ${key}`),
    ...voices.filter((id) => id === null || !known.has(id)).map(() => 'a line without a voice'),
    ...(new Set(voices).size === voices.length ? [] : ['two lines share a recording']),
    ...tasks
      .filter((task) => task.state !== 'completed')
      .map((task) => `${task.title} is ${task.state}: ${JSON.stringify(task.error)}`),
  ]
}
