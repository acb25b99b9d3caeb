import { type UploadField, validations } from 'payload'

/** What a field of media wants to show or to play. */
export type MediaKind = 'image' | 'audio' | 'video' | 'document'

type Options = Pick<UploadField, 'name' | 'required' | 'label' | 'admin'> & { hasMany?: boolean }

/**
 * A field that names media files of one kind. The form offers no others; what is written by other ways is looked at by
 * the collection's hook (see withMediaKinds), which leaves alone what is stored already.
 */
export const mediaField = (kind: MediaKind, field: Options): UploadField =>
  ({
    ...field,
    type: 'upload',
    relationTo: 'media',
    custom: { mediaKind: kind },
    filterOptions: { mediaType: { equals: kind } },
    // Payload's would refuse every change of a document that has named another kind of file before.
    validate: (value: never, options: never) =>
      validations.upload(value, { ...(options as object), filterOptions: undefined } as never),
  }) as unknown as UploadField
