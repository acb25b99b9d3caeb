import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'
import { report } from '../report'

// The columns are as scripts/make-migration.mjs wrote them; what becomes of API keys is added by hand.

/** API keys are known by their digest alone, and are for workers; nobody locks an account any more. */
export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  const { rows } = await db.run(
    sql`SELECT \`name\` FROM \`users\` WHERE \`api_key_index\` IS NOT NULL AND \`role\` <> 'worker'`,
  )
  const forgotten = await db.run(sql`UPDATE \`users\` SET \`api_key\` = NULL WHERE \`api_key\` IS NOT NULL`)
  await db.run(
    sql`UPDATE \`users\` SET \`api_key_index\` = NULL, \`enable_a_p_i_key\` = false WHERE \`role\` <> 'worker'`,
  )
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`login_attempts\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`lock_until\`;`)
  report(payload, {
    name: '007_sign_in',
    direction: 'up',
    moved: { 'API keys that cannot be read any more': Number(forgotten.rowsAffected ?? 0) },
    notConverted: rows.map(({ name }) => `${name}: the API key of somebody who is no worker`),
  })
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`users\` ADD \`login_attempts\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`lock_until\` text;`)
}
