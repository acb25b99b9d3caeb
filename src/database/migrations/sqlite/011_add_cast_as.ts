import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`characters\` ADD \`visual_design_cast_as\` text;`)
  await db.run(sql`ALTER TABLE \`_characters_v\` ADD \`version_visual_design_cast_as\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`characters\` DROP COLUMN \`visual_design_cast_as\`;`)
  await db.run(sql`ALTER TABLE \`_characters_v\` DROP COLUMN \`version_visual_design_cast_as\`;`)
}
