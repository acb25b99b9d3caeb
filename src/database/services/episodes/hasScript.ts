import type { Episode } from '@/payload-types'

/** Whether there is anything in an episode's script: counted with every save, so that nobody reads the text to know. */
export const hasScript = ({ script }: Pick<Episode, 'script'>): boolean => (script?.wordCount ?? 0) > 0
