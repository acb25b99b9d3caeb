import type { TextField } from 'payload'
import { lineField } from './oneLine'

/** A number by which people speak of a scene or a shot. In the trash it may have lost its own, and shows what it was. */
export const numberField = (field: Omit<TextField, 'type'>): TextField =>
  lineField({
    ...field,
    admin: {
      ...field.admin,
      components: {
        Field: '/admin/fields/NumberField#NumberField',
        Cell: { path: '/admin/fields/ShownCell#ShownCell', clientProps: { as: 'number' } },
      },
    },
  } as Omit<TextField, 'type'>)
