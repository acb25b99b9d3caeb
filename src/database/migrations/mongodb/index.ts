import type { Migration } from 'payload'
import * as projectMembers from './001_project_members'

/**
 * Numbered migrations of documents, oldest first. MongoDB needs none for a new field or collection, and indexes are
 * brought up to date at every start; only data that has to change its shape needs one. Each can be cut off at any
 * point and run again.
 */
export const mongodbMigrations = [
  { name: '001_project_members', up: projectMembers.up, down: projectMembers.down },
] as unknown as Migration[]
