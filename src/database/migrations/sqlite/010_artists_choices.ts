import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`scenes_dialogue_lines\` ADD \`audio_is_chosen\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_scenes_v_version_dialogue_lines\` ADD \`audio_is_chosen\` integer DEFAULT false;`)
  // Recordings of which nothing says how they were made are those that people uploaded.
  await db.run(sql`UPDATE \`scenes_dialogue_lines\` SET \`audio_is_chosen\` = true WHERE \`audio_id\` IN (SELECT \`id\` FROM \`media\` WHERE \`provenance_provider\` IS NULL);`)
  await db.run(sql`ALTER TABLE \`panels\` ADD \`chosen_at\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`made_from\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`scenes_dialogue_lines\` DROP COLUMN \`audio_is_chosen\`;`)
  await db.run(sql`ALTER TABLE \`_scenes_v_version_dialogue_lines\` DROP COLUMN \`audio_is_chosen\`;`)
  await db.run(sql`ALTER TABLE \`panels\` DROP COLUMN \`chosen_at\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`made_from\`;`)
}
