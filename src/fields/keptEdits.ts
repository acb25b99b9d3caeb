import type { CollectionConfig, UIField } from 'payload'

/** Nothing that is stored: what somebody typed in a form and did not save is offered to them at its top. */
const keptEdits: UIField = {
  name: 'keptEdits',
  type: 'ui',
  admin: {
    components: { Field: '/admin/kept-edits/KeptEdits#KeptEdits' },
    disableBulkEdit: true,
    disableListColumn: true,
  },
}

/** A collection whose forms keep what is typed in the browser until it is saved. */
export const withKeptEdits = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  fields: [keptEdits, ...config.fields],
})
