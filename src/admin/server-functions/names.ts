/** What this admin's pages call on the server, besides rendering them. Only who may see the admin may call these. */
export const OPEN_FUNCTIONS = [
  'form-state',
  'render-document',
  'render-document-slots',
  'render-list',
  'table-state',
] as const
export type OpenFunction = (typeof OPEN_FUNCTIONS)[number]

/** The rest of Payload's own. Nothing here calls them; several ask nobody who they are. */
export const CLOSED_FUNCTIONS = {
  'copy-data-from-locale': 'no field here has several languages',
  'get-default-layout': 'the dashboard has no widgets',
  'get-folder-results-component-and-data': 'there are no folders, and it asks nobody who they are',
  'get-upcoming-scheduled-publish': 'nothing is published at a time',
  'render-field': 'no field holds rich text, and it renders any field with any value',
  'render-widget': 'the dashboard has no widgets',
  'schedule-publish': 'nothing is published at a time, and whoever is signed in removes and makes such jobs',
  slugify: 'no field makes a slug of another',
} as const satisfies Record<string, string>

/** Names come from whoever calls: `constructor` is a property of every object, and no function of ours. */
export const isOpen = (name: unknown): name is OpenFunction => OPEN_FUNCTIONS.some((open) => open === name)
