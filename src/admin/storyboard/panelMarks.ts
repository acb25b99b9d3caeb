import type { BoardPanel, BoardShot } from '@/contracts'
import type { Tone } from '../ui/Badge'

/** One thing to know about a picture at a glance. */
export interface PanelMark {
  label: string
  tone: Tone
  /** More, where somebody points at it. */
  title?: string
}

const STATUS: Record<BoardPanel['status'], PanelMark | null> = {
  draft: null,
  review: { tone: 'review', label: 'In review' },
  approved: { tone: 'approved', label: 'Approved' },
  locked: { tone: 'locked', label: 'Locked' },
}

/** Whether a picture is out of date, and what was decided about it. */
export function panelMarks(panel: BoardPanel): PanelMark[] {
  const status = STATUS[panel.status]
  const stale: PanelMark = {
    tone: 'warn',
    label: 'Out of date',
    title: panel.staleReason ?? 'What this was made from has changed since.',
  }
  return [...(panel.isStale ? [stale] : []), ...(status ? [status] : [])]
}

interface ShotState {
  isNotInScript: boolean
  isSaidStill?: boolean
  goesTo?: string
  strangers?: string
}

/**
 * What is to be known of a shot on the strip, the most important first: what is wrong with it, what was decided, and which
 * of its versions is shown.
 *
 * @param isNotInScript some of what it shows is not in the script any more
 * @param isSaidStill of that, its own sentence is: others of its paragraph changed
 * @param goesTo the number of the scene where its words are by now; empty where they are here
 * @param strangers names of those in frame who are not in the scene; empty for none
 */
export function shotMarks(
  { panel, panels, newerPanelId }: BoardShot,
  { isNotInScript, isSaidStill = false, goesTo = '', strangers = '' }: ShotState,
): PanelMark[] {
  const newer = panels.find(({ id }) => id === newerPanelId)?.version
  const marks = panel ? panelMarks(panel) : []
  const [first, ...others] = marks
  const gone: PanelMark = isSaidStill
    ? {
        tone: 'warn',
        label: 'Its paragraph changed',
        title: 'What this shot shows is in the script still; other sentences of its paragraph changed.',
      }
    : {
        tone: 'warn',
        label: 'Not in the script',
        title: 'Some of what this shot shows is not in the script any more.',
      }
  const moving: PanelMark = {
    tone: 'review',
    label: `Goes to scene ${goesTo}`,
    title: `Its words are in scene ${goesTo} now: Update all takes it there, with its panels and what was decided on them.`,
  }
  const away: PanelMark = {
    tone: 'warn',
    label: `${strangers} not in scene`,
    title: `This shot shows ${strangers}, who is not in this scene.`,
  }
  return [
    ...(first?.tone === 'warn' ? [first] : []),
    ...(isNotInScript ? [gone] : []),
    ...(goesTo ? [moving] : []),
    ...(strangers ? [away] : []),
    ...(first && first.tone !== 'warn' ? [first] : []),
    ...others,
    ...(panel && newer !== undefined
      ? [
          {
            tone: 'review' as const,
            label: `v${newer} beside`,
            title: `Version ${newer} lies beside version ${panel.version}, which stays until somebody chooses another.`,
          },
        ]
      : []),
    ...(panel && panels.length > 1
      ? [{ tone: 'neutral' as const, label: `v${panel.version}`, title: `${panels.length} versions` }]
      : []),
  ]
}

/** On the strip nearly everything is in review: a dot says it where there is nothing else to say. */
export const isOnlyInReview = ([first, ...others]: PanelMark[]): boolean =>
  others.length === 0 && first?.label === STATUS.review?.label
