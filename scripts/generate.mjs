/** Writes src/payload-types.ts and the admin's import map anew from the configuration. Run after changing a collection. */
import { execFileSync } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'

for (const what of ['generate:types', 'generate:importmap']) {
  execFileSync(process.execPath, ['node_modules/payload/bin.js', what], {
    stdio: 'inherit',
    timeout: 120_000,
    env: { ...process.env, DATABASE_URI: `file:${path.join(os.tmpdir(), 'showrunner-generate.db')}` },
  })
}
