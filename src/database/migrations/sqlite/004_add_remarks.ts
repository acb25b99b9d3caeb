import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`episodes\` ADD \`script_remarks\` text;`)
  await db.run(sql`ALTER TABLE \`_episodes_v\` ADD \`version_script_remarks\` text;`)
  await db.run(sql`ALTER TABLE \`script_drafts\` ADD \`undone_at\` text;`)
  await db.run(sql`ALTER TABLE \`script_drafts\` ADD \`undone_by_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`script_drafts_undone_by_idx\` ON \`script_drafts\` (\`undone_by_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_script_drafts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`episode_id\` text(36) NOT NULL,
  	\`project_id\` text(36),
  	\`state\` text DEFAULT 'proposed' NOT NULL,
  	\`source_kind\` text NOT NULL,
  	\`source_format\` text NOT NULL,
  	\`source_filename\` text,
  	\`source_version\` numeric,
  	\`base_version\` numeric NOT NULL,
  	\`base_etag\` text NOT NULL,
  	\`created_by_id\` text(36),
  	\`counts\` text,
  	\`warnings\` text,
  	\`accepted\` text,
  	\`applied_at\` text,
  	\`applied_by_id\` text(36),
  	\`applied_version\` numeric,
  	\`applied_hash\` text,
  	\`texts\` text,
  	\`journal\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`episode_id\`) REFERENCES \`episodes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`project_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`applied_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_script_drafts\`("id", "episode_id", "project_id", "state", "source_kind", "source_format", "source_filename", "source_version", "base_version", "base_etag", "created_by_id", "counts", "warnings", "accepted", "applied_at", "applied_by_id", "applied_version", "applied_hash", "texts", "journal", "updated_at", "created_at") SELECT "id", "episode_id", "project_id", "state", "source_kind", "source_format", "source_filename", "source_version", "base_version", "base_etag", "created_by_id", "counts", "warnings", "accepted", "applied_at", "applied_by_id", "applied_version", "applied_hash", "texts", "journal", "updated_at", "created_at" FROM \`script_drafts\`;`)
  await db.run(sql`DROP TABLE \`script_drafts\`;`)
  await db.run(sql`ALTER TABLE \`__new_script_drafts\` RENAME TO \`script_drafts\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`script_drafts_episode_idx\` ON \`script_drafts\` (\`episode_id\`);`)
  await db.run(sql`CREATE INDEX \`script_drafts_project_idx\` ON \`script_drafts\` (\`project_id\`);`)
  await db.run(sql`CREATE INDEX \`script_drafts_state_idx\` ON \`script_drafts\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`script_drafts_created_by_idx\` ON \`script_drafts\` (\`created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`script_drafts_applied_by_idx\` ON \`script_drafts\` (\`applied_by_id\`);`)
  await db.run(sql`CREATE INDEX \`script_drafts_updated_at_idx\` ON \`script_drafts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`script_drafts_created_at_idx\` ON \`script_drafts\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`episode_createdAt_idx\` ON \`script_drafts\` (\`episode_id\`,\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`episodes\` DROP COLUMN \`script_remarks\`;`)
  await db.run(sql`ALTER TABLE \`_episodes_v\` DROP COLUMN \`version_script_remarks\`;`)
}
