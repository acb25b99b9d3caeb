import type { JSONField, NumberField, SelectField, TextareaField, TextField, UIField } from 'payload'

/** How a stored value is put into words for people; see admin/fields/shown. */
export type ShownAs = 'dollars' | 'percent' | 'milliseconds' | 'seconds' | 'words' | 'plain' | 'number'

/** JSON, in this product's own field: Payload's editor is loaded over the network. */
export const jsonField = (field: Omit<JSONField, 'type'>): JSONField => ({
  ...field,
  type: 'json',
  admin: {
    ...field.admin,
    components: { ...field.admin?.components, Field: '/admin/fields/JsonField#JsonField' },
  },
})

/** A text whose characters stand below each other, such as a screenplay; in place of Payload's `code`. */
export const monospacedField = (field: Omit<TextareaField, 'type'>): TextareaField => ({
  ...field,
  type: 'textarea',
  admin: { rows: 12, ...field.admin, className: 'sr-mono' },
})

/** A computed value that is shown in words, in lists and in the form; `plain` leaves lists as they are. */
export const shownField = <F extends NumberField | TextField | SelectField>(as: ShownAs, field: F): F =>
  ({
    ...field,
    admin: {
      ...field.admin,
      readOnly: true,
      components: {
        ...(as === 'plain' && field.admin?.components),
        Field: { path: '/admin/fields/ShownField#ShownField', clientProps: { as } },
        ...(as !== 'plain' && { Cell: { path: '/admin/fields/ShownCell#ShownCell', clientProps: { as } } }),
      },
    },
  }) as F

/** The picture that an upload field of the same form names, as large as the form is wide. */
export const largePicture = (from: string): UIField => ({
  name: `${from}Large`,
  type: 'ui',
  admin: {
    components: { Field: { path: '/admin/fields/LargePicture#LargePicture', clientProps: { from } } },
    disableListColumn: true,
  },
})

/** Above a form: what has come back from the trash under another number says so. */
export const returnedNote = (collection: 'scenes' | 'shots'): UIField => ({
  name: 'returnedNote',
  type: 'ui',
  admin: {
    components: {
      Field: { path: '/admin/fields/ReturnedNote#ReturnedNote', serverProps: { collection } },
    },
    disableListColumn: true,
  },
})

/** Of a group that is all of its tab: the tab has said its label, which lists, filters and versions still read by. */
export const withoutHeading = { components: { Label: '/admin/fields/NoHeading#NoHeading' } }
