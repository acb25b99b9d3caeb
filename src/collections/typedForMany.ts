import type { CollectionConfig, Field } from 'payload'

/** One of its kind in a scene or an episode: of many that were given the same, all but one would be refused. */
const ONE_OF_ITS_KIND = new Set(['sceneNumber', 'shotNumber', 'episodeNumber', 'order', 'canonicalName'])

/** Shown and not typed, not shown, or each document's own. */
function isNotTyped(field: Field): boolean {
  if (field.type === 'join' || field.type === 'ui') return true
  if ('name' in field && ONE_OF_ITS_KIND.has(String(field.name))) return true
  if ('custom' in field && field.custom?.isDerived) return true
  const { admin } = field
  if ('hidden' in field && field.hidden) return true
  return Boolean(admin && (('hidden' in admin && admin.hidden) || ('readOnly' in admin && admin.readOnly)))
}

function typed(field: Field): Field {
  if (field.type === 'tabs')
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(typed) })) }
  if (isNotTyped(field)) return { ...field, admin: { ...field.admin, disableBulkEdit: true } } as Field
  // Of a list all rows are one value.
  if ('fields' in field && field.type !== 'array')
    return { ...field, fields: field.fields.map(typed) } as Field
  return field
}

/** “Edit” of a list offers, for all that are selected, what a form of each of them lets somebody type. */
export function typedForMany(config: CollectionConfig): CollectionConfig {
  return { ...config, fields: config.fields.map(typed) }
}
