import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`locations_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`locations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`locations_texts_order_parent\` ON \`locations_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_locations_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_locations_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_locations_v_texts_order_parent\` ON \`_locations_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`ALTER TABLE \`episodes\` ADD \`script_language\` text;`)
  await db.run(sql`ALTER TABLE \`episodes\` ADD \`script_marks\` text;`)
  await db.run(sql`ALTER TABLE \`episodes\` ADD \`script_reading_choices\` text;`)
  await db.run(sql`ALTER TABLE \`_episodes_v\` ADD \`version_script_language\` text;`)
  await db.run(sql`ALTER TABLE \`_episodes_v\` ADD \`version_script_marks\` text;`)
  await db.run(sql`ALTER TABLE \`_episodes_v\` ADD \`version_script_reading_choices\` text;`)
  await db.run(sql`ALTER TABLE \`scenes\` ADD \`is_omitted\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_scenes_v\` ADD \`version_is_omitted\` integer DEFAULT false;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`locations_texts\`;`)
  await db.run(sql`DROP TABLE \`_locations_v_texts\`;`)
  await db.run(sql`ALTER TABLE \`episodes\` DROP COLUMN \`script_language\`;`)
  await db.run(sql`ALTER TABLE \`episodes\` DROP COLUMN \`script_marks\`;`)
  await db.run(sql`ALTER TABLE \`episodes\` DROP COLUMN \`script_reading_choices\`;`)
  await db.run(sql`ALTER TABLE \`_episodes_v\` DROP COLUMN \`version_script_language\`;`)
  await db.run(sql`ALTER TABLE \`_episodes_v\` DROP COLUMN \`version_script_marks\`;`)
  await db.run(sql`ALTER TABLE \`_episodes_v\` DROP COLUMN \`version_script_reading_choices\`;`)
  await db.run(sql`ALTER TABLE \`scenes\` DROP COLUMN \`is_omitted\`;`)
  await db.run(sql`ALTER TABLE \`_scenes_v\` DROP COLUMN \`version_is_omitted\`;`)
}
