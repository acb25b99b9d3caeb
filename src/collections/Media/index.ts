import type { CollectionConfig } from 'payload'
import { createInProject, inProject } from '@/access'
import { env } from '@/config/env'
import { TAKEN_TYPES } from '@/database/services/media/takenTypes'
import { jsonField, plainOptions, projectField, shownField, sourceTaskField } from '@/fields'
import { cascade } from '../hooks/cascade'
import { answerMissingFile } from './answerMissingFile'
import { drawVectors } from './drawVectors'
import { fetchNothing } from './fetchNothing'
import {
  answerFailedUpload,
  fillMediaType,
  forgetProvenance,
  guardLockedFile,
  keepKind,
  keepRoom,
  measureLength,
  nameUniquely,
  noteFiles,
  refuseHugePicture,
  refuseUnreadable,
  refuseUnreadableReplacement,
  reviewReplaced,
} from './hooks'
import { readableRange } from './readableRange'
import { recogniseFile } from './recogniseFile'

export const MEDIA_TYPES = ['image', 'audio', 'video', 'document', 'other'] as const

export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: 'Media file', plural: 'Media' },
  upload: {
    staticDir: env().MEDIA_DIR,
    handlers: [answerMissingFile, readableRange],
    externalFileHeaderFilter: fetchNothing,
    mimeTypes: TAKEN_TYPES,
    // The policy of our pages lets a browser fetch nothing from elsewhere, and the server does not either.
    pasteURL: false,
    imageSizes: [
      { name: 'thumbnail', width: 480, withoutEnlargement: true, formatOptions: { format: 'webp' } },
    ],
    adminThumbnail: 'thumbnail',
    displayPreview: true,
  },
  indexes: [{ fields: ['project', 'mediaType'] }],
  admin: {
    group: 'Storyboard',
    components: { edit: { Upload: '/admin/fields/MediaFile#MediaFile' } },
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'mediaType', 'project', 'createdAt'],
    listSearchableFields: ['filename', 'alt'],
    description: 'Pictures, voices, films and documents, with where each came from.',
  },
  access: {
    create: createInProject(),
    read: inProject('read'),
    update: inProject('write'),
    delete: inProject('write'),
  },
  // Addresses are made of these when they are read.
  forceSelect: { filename: true, sizes: { thumbnail: { filename: true, url: true } } },
  fields: [
    {
      name: 'player',
      type: 'ui',
      admin: { components: { Field: '/admin/fields/MediaPlayer#MediaPlayer' }, disableListColumn: true },
    },
    { name: 'alt', type: 'text', label: 'Description', admin: { description: 'What it shows or says.' } },
    projectField(),
    {
      name: 'mediaType',
      type: 'select',
      options: plainOptions(MEDIA_TYPES),
      index: true,
      admin: { position: 'sidebar', readOnly: true },
    },
    shownField('seconds', {
      name: 'durationSeconds',
      type: 'number',
      min: 0,
      label: 'Length',
      admin: { position: 'sidebar', condition: (data) => Boolean(data?.durationSeconds) },
    }),
    sourceTaskField,
    {
      name: 'provenance',
      type: 'group',
      admin: {
        description: 'How it was made.',
        condition: (data) => Boolean(data?.provenance?.provider),
      },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'provider', type: 'text', admin: { readOnly: true } },
            { name: 'model', type: 'text', admin: { readOnly: true } },
            { name: 'seed', type: 'number', admin: { readOnly: true } },
          ],
        },
        { name: 'prompt', type: 'textarea', admin: { readOnly: true } },
        jsonField({ name: 'inputs', admin: { readOnly: true } }),
      ],
    },
    // Of a document or a film: what went into it, part by part, by which it is told when it is out of date.
    jsonField({ name: 'madeFrom', admin: { hidden: true } }),
    // Payload's own, which take what is typed: less than nothing is no size.
    { name: 'filesize', type: 'number', min: 0 },
    { name: 'width', type: 'number', min: 0 },
    { name: 'height', type: 'number', min: 0 },
    jsonField({ name: 'embedding', admin: { hidden: true }, hidden: true }),
  ],
  hooks: {
    beforeOperation: [
      guardLockedFile,
      recogniseFile,
      keepKind,
      nameUniquely,
      drawVectors,
      refuseHugePicture,
      refuseUnreadableReplacement,
      keepRoom,
    ],
    beforeValidate: [refuseUnreadable, noteFiles],
    beforeChange: [fillMediaType, measureLength, forgetProvenance],
    afterChange: [reviewReplaced],
    afterError: [answerFailedUpload],
    beforeDelete: [cascade('media')],
  },
}
