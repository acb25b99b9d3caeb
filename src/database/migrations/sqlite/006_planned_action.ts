import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`scenes\` ADD \`planned_action\` text;`)
  await db.run(sql`ALTER TABLE \`_scenes_v\` ADD \`version_planned_action\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`scenes\` DROP COLUMN \`planned_action\`;`)
  await db.run(sql`ALTER TABLE \`_scenes_v\` DROP COLUMN \`version_planned_action\`;`)
}
