export interface SchedulableShot {
  durationSeconds: number
  lineIds: readonly string[]
}

export interface SchedulableLine {
  id: string
  /** Of the recording where there is one, else as estimated. */
  durationSeconds: number
  /** Spoken at the same time as the line before it. */
  isDual?: boolean
}

export interface ScheduledLine {
  lineId: string
  /** From the beginning of its shot. */
  startSeconds: number
  /** From the beginning of the first shot. */
  sceneStartSeconds: number
  durationSeconds: number
}

const LEAD_IN_MS = 300
const PAUSE_MS = 250

/**
 * When each line of a scene is spoken: one after another within its shot, a breath after the cut where
 * there is time for one. Two voices never overlap by accident: lines that do not fit push what follows,
 * across the cut if need be, and only a dual line starts together with the one before it.
 *
 * @returns one list per shot, in milliseconds' precision; ids that no line has are left out
 */
export function scheduleLines(
  shots: readonly SchedulableShot[],
  lines: readonly SchedulableLine[],
): ScheduledLine[][] {
  const byId = new Map(lines.map((line) => [line.id, line]))
  let shotStart = 0
  /** When the last voice falls silent, from the scene's beginning. */
  let silentFrom = 0

  return shots.map((shot) => {
    const spoken = shot.lineIds.flatMap((id) => byId.get(id) ?? [])
    const groups = groupDuals(spoken)
    const needed = speechMs(groups)
    const slack = Math.max(0, toMs(shot.durationSeconds) - needed)
    const lead = Math.min(LEAD_IN_MS, Math.floor(slack / 3))
    const pause = Math.min(PAUSE_MS, Math.floor((slack - lead) / Math.max(1, groups.length)))

    const scheduled: ScheduledLine[] = []
    let at = Math.max(shotStart + lead, silentFrom)
    for (const group of groups) {
      for (const line of group) {
        scheduled.push({
          lineId: line.id,
          startSeconds: (at - shotStart) / 1000,
          sceneStartSeconds: at / 1000,
          durationSeconds: line.durationSeconds,
        })
      }
      silentFrom = at + groupMs(group)
      at = silentFrom + pause
    }
    shotStart += toMs(shot.durationSeconds)
    return scheduled
  })
}

/**
 * How long the lines of a shot take one after another without a breath, dual ones at once.
 *
 * @returns seconds, of milliseconds' precision; lines of no known length take none
 */
export function speechSeconds(lines: readonly SchedulableLine[]): number {
  return speechMs(groupDuals(lines)) / 1000
}

const speechMs = (groups: readonly SchedulableLine[][]): number =>
  groups.reduce((sum, group) => sum + groupMs(group), 0)

function groupDuals(lines: readonly SchedulableLine[]): SchedulableLine[][] {
  const groups: SchedulableLine[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (line.isDual && last) last.push(line)
    else groups.push([line])
  }
  return groups
}

function groupMs(group: readonly SchedulableLine[]): number {
  return Math.max(...group.map((line) => toMs(line.durationSeconds)))
}

function toMs(seconds: number): number {
  return Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds * 1000) : 0
}
