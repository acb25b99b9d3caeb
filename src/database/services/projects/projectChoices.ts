import type { Project } from '@/payload-types'

/** A project to choose from a list of names. */
export interface ProjectChoice {
  id: string
  title: string
  /** The title, and what tells it from others of the same: `Harbour (series, 3 episodes, 12 Nov 2026)`. */
  label: string
  /** Whether a script may be imported into it. */
  canWrite: boolean
}

export type ChoosableProject = Pick<
  Project,
  'id' | 'title' | 'type' | 'createdAt' | 'logline' | 'episodesMade'
>

const LOGLINE_SHOWN = 60

const episodes = (count: number): string =>
  count === 0 ? 'no episode yet' : count === 1 ? '1 episode' : `${count} episodes`

/** In UTC: made where the page is drawn, and the same again in the browser. */
const format = (moment: string, options: Intl.DateTimeFormatOptions): string =>
  new Date(moment).toLocaleString('en-GB', { timeZone: 'UTC', ...options })

const dayOf = ({ createdAt }: ChoosableProject): string =>
  format(createdAt, { day: 'numeric', month: 'short', year: 'numeric' })

const minuteOf = ({ createdAt }: ChoosableProject): string =>
  `${dayOf({ createdAt } as ChoosableProject)}, ${format(createdAt, { hour: '2-digit', minute: '2-digit' })} UTC`

function shortLogline({ logline }: ChoosableProject): string | null {
  const line = logline?.replace(/\s+/g, ' ').trim()
  if (!line) return null
  return line.length > LOGLINE_SHOWN ? `${line.slice(0, LOGLINE_SHOWN).trimEnd()}…` : line
}

const labelOf = (project: ChoosableProject, moment: string, more: string | null = null): string => {
  const hints = [project.type.replaceAll('-', ' '), episodes(project.episodesMade ?? 0), moment, more]
  return `${project.title} (${hints.filter(Boolean).join(', ')})`
}

/** In this order what is needed to tell projects apart, the shortest first. */
const LABELS: Array<(project: ChoosableProject) => string> = [
  (project) => labelOf(project, dayOf(project)),
  (project) => labelOf(project, dayOf(project), shortLogline(project)),
  (project) => labelOf(project, minuteOf(project), shortLogline(project)),
  (project) => labelOf(project, minuteOf(project), String(project.id)),
]

const sameLabel = (label: string): string => label.toLocaleLowerCase('en')

/** The label of each project by its id: no two alike, whatever their titles. */
export function projectLabels(projects: ChoosableProject[]): Map<string, string> {
  const labels = new Map<string, string>()
  let alike = projects
  for (const label of LABELS) {
    for (const project of alike) labels.set(String(project.id), label(project))
    const counts = new Map<string, number>()
    for (const each of labels.values()) counts.set(sameLabel(each), (counts.get(sameLabel(each)) ?? 0) + 1)
    alike = alike.filter(({ id }) => (counts.get(sameLabel(labels.get(String(id)) ?? '')) ?? 0) > 1)
  }
  return labels
}
