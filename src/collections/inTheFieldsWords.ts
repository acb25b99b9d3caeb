import type { CollectionConfig, Field } from 'payload'
import { isAdmin } from '@/access'
import { shownField } from '@/fields'

/** Of a list of words: Payload says “Select a value” where there is none to select. */
const TAGS_PLACEHOLDER = 'Type, then press enter'

/** What nobody can type here is shown as what it is, not as a box that is greyed out. */
function isOnlyShown(field: Field): boolean {
  if (field.type !== 'text' && field.type !== 'number' && field.type !== 'select') return false
  const hasOwn = Boolean(field.admin?.components?.Field)
  return field.admin?.readOnly === true && !field.hasMany && !field.admin.hidden && !field.hidden && !hasOwn
}

/** How versions are compared: lists as people write them, and nothing of what no form shows. */
function compared(field: Field): Field {
  const isList = (field.type === 'text' || field.type === 'number') && field.hasMany === true
  const { admin } = field
  const isHidden = ('hidden' in field && field.hidden) || (admin && 'hidden' in admin && admin.hidden)
  const hasOwn = (admin?.components as { Diff?: unknown } | undefined)?.Diff !== undefined
  if (field.type === 'ui' || hasOwn || !(isHidden || isList)) return field
  const Diff = isHidden ? '/admin/versions/NotShown#NotShown' : '/admin/versions/ListDiff#ListDiff'
  return { ...field, admin: { ...admin, components: { ...admin?.components, Diff } } } as Field
}

const reworded = (field: Field): Field => compared(inWords(field))

function inWords(field: Field): Field {
  if (field.type === 'tabs') {
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(reworded) })) }
  }
  if ('fields' in field) return { ...field, fields: field.fields.map(reworded) } as Field
  if (isOnlyShown(field)) return shownField('plain', field as Parameters<typeof shownField>[1])
  if ((field.type === 'text' || field.type === 'number') && field.hasMany) {
    return { ...field, admin: { placeholder: TAGS_PLACEHOLDER, ...field.admin } } as Field
  }
  return field
}

/**
 * The forms of a collection as people of the field read them: the tab that shows a document as the API answers it is
 * for the studio's admins, who connect programs to it.
 */
export function inTheFieldsWords(config: CollectionConfig): CollectionConfig {
  const { components } = config.admin ?? {}
  const api = { tab: { condition: ({ req }: { req: Parameters<typeof isAdmin>[0] }) => isAdmin(req) } }
  return {
    ...config,
    fields: config.fields.map(reworded),
    admin: {
      ...config.admin,
      components: {
        ...components,
        views: { ...components?.views, edit: { ...components?.views?.edit, api } },
      },
    },
  } as CollectionConfig
}
