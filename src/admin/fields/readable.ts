import { isParkedNumber } from '@/lib/parkedNumber'
import { inWords } from '../lib/format'

/** `isRetryable` → `Is retryable`, `x-losses` → `X losses`. */
export const keyInWords = (key: string): string =>
  inWords(
    key
      .replaceAll(/([a-z\d])([A-Z])/g, '$1-$2')
      .replaceAll(/[_.]/g, '-')
      .toLowerCase(),
  )

const isId = (text: string) => /^[0-9a-f]{24}$|^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text)
const isMoment = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text)

/** One value without parts, as it is read; ids of documents say nothing to people and are left out (null). */
export function valueInWords(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return Number.isInteger(value) ? value.toLocaleString('en') : String(value)
  const text = String(value)
  if (isId(text)) return null
  if (isParkedNumber(text)) return '–'
  return isMoment(text) ? `${text.slice(0, 10)}, ${text.slice(11, 16)} UTC` : text
}

export type Readable =
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: Readable[] }
  | { kind: 'parts'; parts: Array<{ label: string; value: Readable }> }

/** Data as nested lists; null where nothing of it says anything to people. */
export function readable(value: unknown): Readable | null {
  if (Array.isArray(value)) {
    const items = value.map(readable).filter((item) => item !== null)
    if (value.length === 0) return { kind: 'text', text: 'None' }
    if (items.length === 0) return { kind: 'text', text: String(value.length) }
    const isShort = items.every((item) => item.kind === 'text' && item.text.length < 40)
    return isShort
      ? { kind: 'text', text: items.map((item) => (item.kind === 'text' ? item.text : '')).join(', ') }
      : { kind: 'list', items }
  }
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).flatMap(([key, each]) => {
      const shown = readable(each)
      return shown ? [{ label: keyInWords(key), value: shown }] : []
    })
    return parts.length > 0 ? { kind: 'parts', parts } : null
  }
  const text = valueInWords(value)
  return text === null ? null : { kind: 'text', text }
}
