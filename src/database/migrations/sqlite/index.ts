// Written by scripts/make-migration.mjs.
import * as migration_000_initial_schema from './000_initial_schema'
import * as migration_001_script_details from './001_script_details'
import * as migration_002_project_members from './002_project_members'
import * as migration_003_script_drafts from './003_script_drafts'
import * as migration_004_add_remarks from './004_add_remarks'
import * as migration_005_awaits_script from './005_awaits_script'
import * as migration_006_producers_day from './006_producers_day'
import * as migration_007_sign_in from './007_sign_in'

export const sqliteMigrations = [
  { name: '000_initial_schema', up: migration_000_initial_schema.up, down: migration_000_initial_schema.down },
  { name: '001_script_details', up: migration_001_script_details.up, down: migration_001_script_details.down },
  { name: '002_project_members', up: migration_002_project_members.up, down: migration_002_project_members.down },
  { name: '003_script_drafts', up: migration_003_script_drafts.up, down: migration_003_script_drafts.down },
  { name: '004_add_remarks', up: migration_004_add_remarks.up, down: migration_004_add_remarks.down },
  { name: '005_awaits_script', up: migration_005_awaits_script.up, down: migration_005_awaits_script.down },
  { name: '006_producers_day', up: migration_006_producers_day.up, down: migration_006_producers_day.down },
  { name: '007_sign_in', up: migration_007_sign_in.up, down: migration_007_sign_in.down },
]
