import type { Migration } from 'payload'
import * as projectMembers from './001_project_members'
import * as signIn from './002_sign_in'

/**
 * Numbered migrations of documents, oldest first. MongoDB needs none for a new field or collection, and indexes are
 * brought up to date at every start; only data that has to change its shape needs one. Each can be cut off at any
 * point and run again.
 */
export const mongodbMigrations = [
  { name: '001_project_members', up: projectMembers.up, down: projectMembers.down },
  { name: '002_sign_in', up: signIn.up, down: signIn.down },
] as unknown as Migration[]
