/**
 * Writes the next numbered SQLite migration from the difference between the collections and the last one.
 *
 *   node scripts/make-migration.mjs <name>        e.g. add-worlds → 001_add_worlds.ts
 *   node scripts/make-migration.mjs --squash      rewrite 000_initial_schema; only before the first release
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const dir = path.resolve('src/database/migrations/sqlite')
const argument = process.argv[2]
if (!argument) {
  console.error('Name the migration: node scripts/make-migration.mjs <name>')
  process.exit(2)
}
const isSquash = argument === '--squash'
const name = isSquash ? 'initial_schema' : argument.replace(/\W+/g, '_').toLowerCase()
const numbered = () =>
  fs
    .readdirSync(dir)
    .filter((file) => /^\d{3}_.*\.ts$/.test(file))
    .sort()

if (isSquash) for (const file of fs.readdirSync(dir)) fs.rmSync(path.join(dir, file))
const number = String(isSquash ? 0 : numbered().length).padStart(3, '0')

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'showrunner-migration-'))
const writeIndex = () => {
  const names = numbered().map((file) => file.slice(0, -3))
  const lines = [
    '// Written by scripts/make-migration.mjs.',
    ...names.map((each) => `import * as migration_${each} from './${each}'`),
    '',
    'export const sqliteMigrations = [',
    ...names.map((each) => `  { name: '${each}', up: migration_${each}.up, down: migration_${each}.down },`),
    ']',
    '',
  ]
  fs.writeFileSync(path.join(dir, 'index.ts'), lines.join('\n'))
}
writeIndex()
execFileSync(process.execPath, ['node_modules/payload/bin.js', 'migrate:create', name], {
  timeout: 120_000,
  stdio: 'inherit',
  env: { ...process.env, DATABASE_URI: `file:${scratch}/scratch.db` },
})
for (const file of fs.readdirSync(dir)) {
  const made = /^\d{8}_\d{6}_(.*)\.(ts|json)$/.exec(file)
  if (made) fs.renameSync(path.join(dir, file), path.join(dir, `${number}_${name}.${made[2]}`))
}
writeIndex()
fs.rmSync(scratch, { recursive: true, force: true })
