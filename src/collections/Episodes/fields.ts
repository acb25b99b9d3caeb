import type { Field } from 'payload'
import { SCRIPT_FORMAT_IDS } from '@/contracts'
import { jsonField, lineField, mediaField, monospacedField, plainOptions, projectField } from '@/fields'
import { wholeNumber } from '@/fields/wholeNumber'

export const EPISODE_STATUSES = ['draft', 'in-production', 'in-review', 'approved', 'released'] as const

/** More than any series has; what is beyond the safe integers an SQLite file cannot give back. */
export const MAX_EPISODE_NUMBER = 100_000

const computed = { readOnly: true } as const

export const episodeFields: Field[] = [
  projectField(),
  {
    type: 'row',
    fields: [
      {
        name: 'episodeNumber',
        type: 'number',
        required: true,
        min: 1,
        max: MAX_EPISODE_NUMBER,
        validate: wholeNumber(1),
        admin: { width: '25%', step: 1 },
      },
      lineField({ name: 'title', required: true, maxLength: 200, index: true, admin: { width: '75%' } }),
    ],
  },
  { name: 'synopsis', type: 'textarea' },
  {
    name: 'script',
    type: 'group',
    admin: {
      description: 'Written and corrected in the Script tab, which keeps the scenes with it.',
    },
    fields: [
      // Typed into here it would part from the scenes that were made from it.
      monospacedField({
        name: 'text',
        admin: { rows: 20, readOnly: true, description: 'The screenplay in Fountain.' },
      }),
      {
        type: 'row',
        fields: [
          { name: 'sourceFormat', type: 'select', options: plainOptions(SCRIPT_FORMAT_IDS), admin: computed },
          { name: 'sourceFilename', type: 'text', admin: computed },
          {
            name: 'version',
            type: 'number',
            defaultValue: 0,
            admin: { ...computed, description: 'Goes up when the text changes.' },
          },
        ],
      },
      {
        type: 'row',
        fields: [
          { name: 'wordCount', type: 'number', defaultValue: 0, admin: computed },
          { name: 'pageCount', type: 'number', defaultValue: 0, admin: computed },
          {
            name: 'estimatedDuration',
            type: 'number',
            defaultValue: 0,
            label: 'Length as read (seconds)',
            admin: { ...computed, description: 'About, from the length of the text.' },
          },
        ],
      },
      {
        name: 'length',
        type: 'ui',
        admin: {
          components: { Field: '/admin/fields/LengthSoFar#LengthSoFar' },
          disableListColumn: true,
        },
      },
      {
        name: 'importState',
        type: 'select',
        options: plainOptions(['none', 'importing', 'imported']),
        defaultValue: 'none',
        index: true,
        admin: {
          ...computed,
          // Afterwards it says nothing that the script itself does not.
          condition: (data) => data?.script?.importState === 'importing',
          description: 'An import that was cut off is finished when the server starts again.',
        },
      },
      { name: 'importedHash', type: 'text', admin: { hidden: true } },
      { name: 'language', type: 'text', admin: { hidden: true } },
      // What the file held beside its text and Fountain has no form for.
      jsonField({ name: 'marks', admin: { hidden: true } }),
      // What the reading of the file and the import had to say, beside what the text itself still says.
      jsonField({ name: 'remarks', admin: { hidden: true } }),
      // How people corrected the reading of a PDF: asked of the next draft first.
      jsonField({ name: 'readingChoices', admin: { hidden: true } }),
    ],
  },
  {
    name: 'production',
    type: 'group',
    admin: { components: { Field: '/admin/progress/EpisodeProgress#EpisodeProgress' } },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'sceneCount', type: 'number', defaultValue: 0, admin: computed },
          {
            name: 'renderedCount',
            type: 'number',
            defaultValue: 0,
            label: 'Scenes with all panels',
            admin: computed,
          },
          {
            name: 'percentage',
            type: 'number',
            defaultValue: 0,
            min: 0,
            max: 100,
            label: 'Shots with a panel (%)',
            admin: computed,
          },
        ],
      },
    ],
  },
  {
    name: 'outputs',
    type: 'group',
    admin: { description: 'Made by the last step of the pipeline.' },
    fields: [
      mediaField('document', { name: 'storyboardPdf', label: 'Storyboard (PDF)' }),
      mediaField('document', { name: 'shotListCsv', label: 'Shot list (CSV)' }),
      mediaField('video', { name: 'animatic', label: 'Animatic (MP4)' }),
    ],
  },
  {
    name: 'status',
    type: 'select',
    required: true,
    defaultValue: 'draft',
    options: plainOptions(EPISODE_STATUSES),
    index: true,
    admin: { position: 'sidebar' },
  },
  {
    name: 'scenes',
    type: 'join',
    collection: 'scenes',
    on: 'episode',
    defaultSort: 'order',
    admin: {
      defaultColumns: ['sceneNumber', 'heading', 'status'],
      components: { Field: '/admin/fields/JoinTable#JoinTable' },
    },
  },
]
