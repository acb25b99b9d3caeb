import type { Migration } from 'payload'

/**
 * Numbered migrations of documents, oldest first: `{ name: '001_…', up, down }`. There are none yet. MongoDB
 * needs none for a new field or collection, and indexes are brought up to date at every start; only data that
 * has to change its shape needs one.
 */
export const mongodbMigrations: Migration[] = []
