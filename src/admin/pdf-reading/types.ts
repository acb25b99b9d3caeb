import type { ReadingChoices, ReadingRule } from '@/script-files'
import type { ReadPage } from '@/script-files/printed/PageReading'

/** What `POST /api/v1/script-readings` answers. */
export interface ScriptReading {
  filename: string | null
  pages: ReadPage[]
  rules: ReadingRule[]
  ruledLines: number
  doubts: number
}

/** Where the script is going to be imported; none of them: into a new project. */
export interface ReadingTarget {
  projectId?: string
  episodeId?: string
}

export type { ReadingChoices, ReadingRule }
