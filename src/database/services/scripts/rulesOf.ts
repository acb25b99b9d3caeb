import type { Episode } from '@/payload-types'
import type { ReadingRule } from '@/script-files'
import { rememberedRules } from '@/script-files/printed/choicesSchema'

/** How people corrected the reading of an episode's last PDF; empty where nobody did, or there is no episode. */
export const rulesOf = (episode: Episode | null): ReadingRule[] =>
  rememberedRules(episode?.script?.readingChoices)
