import type { ShownAs } from '@/fields'
import { isParkedNumber } from '@/lib/parkedNumber'
import { inWords } from '../lib/format'

/** `task.completed` → `Task completed`, 250000 millionths → `$0.25`; a dash for nothing. */
export function shown(value: unknown, as: ShownAs): string {
  if (value === null || value === undefined || value === '') return '–'
  if (as === 'plain') return typeof value === 'number' ? value.toLocaleString('en') : String(value)
  if (as === 'words') return inWords(String(value).replaceAll(/[.:_]/g, '-'))
  // One that was taken away in the trash: no number that people use. What it was is said by whoever knows it.
  if (as === 'number') return isParkedNumber(String(value)) ? '–' : String(value)
  const number = Number(value)
  if (Number.isNaN(number)) return String(value)
  switch (as) {
    case 'dollars': {
      const dollars = number / 1_000_000
      return `$${dollars.toFixed(dollars !== 0 && dollars < 0.01 ? 6 : 2)}`
    }
    case 'percent':
      return `${Math.round(number * 100)} %`
    case 'milliseconds':
      return number < 1000 ? `${Math.round(number)} ms` : `${(number / 1000).toFixed(1)} s`
    case 'seconds':
      return `${Math.round(number * 100) / 100} s`
  }
}
