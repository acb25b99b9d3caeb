import type { ClientField } from 'payload'

const ID = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{24})$/i

/** `Planned episodes` of `plannedEpisodes`. */
const spoken = (name: string): string => {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A field by its name; tabs, rows and the like without a name are looked through. */
function findField(fields: readonly ClientField[], name: string): ClientField | undefined {
  for (const field of fields) {
    if ('name' in field && field.name === name) return field
    const inner = [
      ...('tabs' in field ? field.tabs : []),
      ...('fields' in field && !('name' in field) ? [field] : []),
    ]
    for (const each of inner) {
      if ('name' in each && each.name === name) return each as unknown as ClientField
      const found = 'name' in each && each.name ? undefined : findField(each.fields as ClientField[], name)
      if (found) return found
    }
  }
  return undefined
}

/** What the form calls a field: `Settings › Frames per second`. */
export function labelOf(fields: readonly ClientField[], path: string): string {
  let inner: readonly ClientField[] = fields
  const names = path.split('.').map((name) => {
    const field = findField(inner, name)
    inner = field && 'fields' in field ? (field.fields as ClientField[]) : []
    const label = field && 'label' in field ? field.label : null
    return typeof label === 'string' ? label : spoken(name)
  })
  return names.join(' › ')
}

/** A value as words that can be read and copied; what is only an id of something else says nothing to anybody. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'string') return ID.test(value) ? '' : value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('\n')
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([name]) => name !== 'id')
      .map(([, inner]) => textOf(inner))
      .filter(Boolean)
      .join(' · ')
  return String(value)
}
