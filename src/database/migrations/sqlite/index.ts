// Written by scripts/make-migration.mjs.
import * as migration_000_initial_schema from './000_initial_schema'

export const sqliteMigrations = [
  { name: '000_initial_schema', up: migration_000_initial_schema.up, down: migration_000_initial_schema.down },
]
