import type { ScriptVersion } from '@/contracts'

const ORIGINS: Record<ScriptVersion['source'], string> = {
  file: 'New draft from a file',
  edit: 'Edited here',
  restore: 'Restored an earlier version',
  import: 'Imported',
  undo: 'A draft was undone',
}

/** Where a version came from, in words. */
export const originOf = ({ source, filename }: ScriptVersion): string =>
  filename && (source === 'file' || source === 'import') ? `${ORIGINS[source]}: ${filename}` : ORIGINS[source]

/** `26 Nov, 02:41`, with the year where it is another one; in the reader's own time. */
export function momentOf(iso: string): string {
  const date = new Date(iso)
  const isThisYear = date.getFullYear() === new Date().getFullYear()
  return date.toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
  })
}
