import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { type EpisodeStats, episodeStats } from '../episodes/episodeStats'

/** Sums up a project's progress over its episodes. Computed: no version, no event. */
export async function refreshProgress(
  payload: Payload,
  projectId: string,
  given?: PayloadRequest,
): Promise<void> {
  const req = given ?? (await createLocalReq({}, payload))
  const { docs: episodes } = await payload.find({
    collection: 'episodes',
    where: { project: { equals: projectId } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const stats: EpisodeStats[] = []
  for (const episode of episodes) stats.push(await episodeStats(payload, episode, req))
  const sum = (pick: (each: (typeof stats)[number]) => number) =>
    stats.reduce((all, each) => all + pick(each), 0)
  const whole = sum((each) => each.shots + each.dialogueLines)
  const made = sum((each) => each.shotsDrawn + each.dialogueLinesVoiced)
  await payload.db.updateOne({
    collection: 'projects',
    id: projectId,
    data: {
      progress: {
        percentage: whole === 0 ? 0 : Math.round((made / whole) * 100),
        scenes: sum((each) => each.scenes),
        shots: sum((each) => each.shots),
        panels: sum((each) => each.shotsDrawn),
        panelsApproved: sum((each) => each.panelsApproved),
        dialogueLines: sum((each) => each.dialogueLines),
        dialogueLinesVoiced: sum((each) => each.dialogueLinesVoiced),
      },
    },
    req,
    returning: false,
  })
}
