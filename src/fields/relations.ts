import type { CheckboxField, PayloadRequest, RelationshipField, TextField } from 'payload'
import { projectOfPage } from '@/database/services/projects/projectOfPage'

/** The project a document belongs to. Derived ones are filled in from the parent and cannot be typed. */
export function projectField(args: { isDerived?: boolean; isRequired?: boolean } = {}): RelationshipField {
  const isRequired = args.isRequired ?? !args.isDerived
  return {
    name: 'project',
    type: 'relationship',
    relationTo: 'projects',
    required: isRequired,
    index: true,
    // Of what may be of no project nobody knows that it should be of one.
    ...(isRequired && { defaultValue: ({ req }: { req: PayloadRequest }) => projectOfPage(req) }),
    // A document does not move: what it points at, and what points at it, would stay in the old project. An earlier
    // version is of the same project; taken out of it, a restoration would miss a required field.
    access: { update: ({ req }) => req.context?.isRestoringVersion === true },
    admin: {
      position: 'sidebar',
      readOnly: args.isDerived,
      description: args.isDerived ? 'Taken from what it belongs to.' : undefined,
    },
    custom: { isDerived: args.isDerived === true },
  }
}

/** A parent of which this document is a part. Deleting the parent deletes it. */
export function parentField(
  name: string,
  relationTo: 'episodes' | 'scenes' | 'shots',
  options: { isDerived?: boolean } = {},
): RelationshipField {
  return {
    name,
    type: 'relationship',
    relationTo,
    required: !options.isDerived,
    index: true,
    admin: { position: 'sidebar', readOnly: options.isDerived },
    custom: { isDerived: options.isDerived === true },
  } as RelationshipField
}

/** The task that made a document: what makes a repeated attempt find its own work instead of doing it twice. */
export const sourceTaskField: RelationshipField = {
  name: 'sourceTask',
  type: 'relationship',
  relationTo: 'tasks',
  index: true,
  admin: { position: 'sidebar', readOnly: true, description: 'The task that made this.' },
}

/** A name in the one form that all spellings of it share; what imports match by. */
export const canonicalNameField: TextField = {
  name: 'canonicalName',
  type: 'text',
  index: true,
  admin: { hidden: true },
}

/** Why {@link staleField} is set, in words; and the draft that set it, where one did. */
export const staleReasonFields: TextField[] = [
  {
    name: 'staleReason',
    type: 'text',
    label: 'Why',
    admin: {
      position: 'sidebar',
      readOnly: true,
      condition: (data) => Boolean(data?.isStale && data?.staleReason),
    },
  },
  // Not a relationship: a draft may be swept, the mark stays.
  { name: 'staleSource', type: 'text', index: true, admin: { hidden: true } },
]

/** Set when what a generated thing was made from has changed since. Never redone by itself. */
export const staleField: CheckboxField = {
  name: 'isStale',
  type: 'checkbox',
  defaultValue: false,
  admin: {
    position: 'sidebar',
    readOnly: true,
    description: 'What this was made from has changed since.',
    condition: (data) => Boolean(data?.isStale),
  },
}
