import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`script_drafts\` (
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
  await db.run(sql`CREATE INDEX \`script_drafts_episode_idx\` ON \`script_drafts\` (\`episode_id\`);`)
  await db.run(sql`CREATE INDEX \`script_drafts_project_idx\` ON \`script_drafts\` (\`project_id\`);`)
  await db.run(sql`CREATE INDEX \`script_drafts_state_idx\` ON \`script_drafts\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`script_drafts_created_by_idx\` ON \`script_drafts\` (\`created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`script_drafts_applied_by_idx\` ON \`script_drafts\` (\`applied_by_id\`);`)
  await db.run(sql`CREATE INDEX \`script_drafts_updated_at_idx\` ON \`script_drafts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`script_drafts_created_at_idx\` ON \`script_drafts\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`episode_createdAt_idx\` ON \`script_drafts\` (\`episode_id\`,\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`scenes_dialogue_lines\` ADD \`audio_stale_reason\` text;`)
  await db.run(sql`ALTER TABLE \`_scenes_v_version_dialogue_lines\` ADD \`audio_stale_reason\` text;`)
  await db.run(sql`ALTER TABLE \`panels\` ADD \`stale_reason\` text;`)
  await db.run(sql`ALTER TABLE \`panels\` ADD \`stale_source\` text;`)
  await db.run(sql`CREATE INDEX \`panels_stale_source_idx\` ON \`panels\` (\`stale_source\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`script_drafts_id\` text(36) REFERENCES script_drafts(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_script_drafts_id_idx\` ON \`payload_locked_documents_rels\` (\`script_drafts_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`script_drafts\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`projects_id\` text(36),
  	\`episodes_id\` text(36),
  	\`scenes_id\` text(36),
  	\`characters_id\` text(36),
  	\`locations_id\` text(36),
  	\`worlds_id\` text(36),
  	\`voices_id\` text(36),
  	\`shots_id\` text(36),
  	\`panels_id\` text(36),
  	\`media_id\` text(36),
  	\`tasks_id\` text(36),
  	\`prompt_templates_id\` text(36),
  	\`prompts_executed_id\` text(36),
  	\`sessions_id\` text(36),
  	\`users_id\` text(36),
  	\`events_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`projects_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`episodes_id\`) REFERENCES \`episodes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`scenes_id\`) REFERENCES \`scenes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`characters_id\`) REFERENCES \`characters\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`locations_id\`) REFERENCES \`locations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`worlds_id\`) REFERENCES \`worlds\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`voices_id\`) REFERENCES \`voices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`shots_id\`) REFERENCES \`shots\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`panels_id\`) REFERENCES \`panels\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`tasks_id\`) REFERENCES \`tasks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`prompt_templates_id\`) REFERENCES \`prompt_templates\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`prompts_executed_id\`) REFERENCES \`prompts_executed\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sessions_id\`) REFERENCES \`sessions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`events_id\`) REFERENCES \`events\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "projects_id", "episodes_id", "scenes_id", "characters_id", "locations_id", "worlds_id", "voices_id", "shots_id", "panels_id", "media_id", "tasks_id", "prompt_templates_id", "prompts_executed_id", "sessions_id", "users_id", "events_id") SELECT "id", "order", "parent_id", "path", "projects_id", "episodes_id", "scenes_id", "characters_id", "locations_id", "worlds_id", "voices_id", "shots_id", "panels_id", "media_id", "tasks_id", "prompt_templates_id", "prompts_executed_id", "sessions_id", "users_id", "events_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_projects_id_idx\` ON \`payload_locked_documents_rels\` (\`projects_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_episodes_id_idx\` ON \`payload_locked_documents_rels\` (\`episodes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_scenes_id_idx\` ON \`payload_locked_documents_rels\` (\`scenes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_characters_id_idx\` ON \`payload_locked_documents_rels\` (\`characters_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_locations_id_idx\` ON \`payload_locked_documents_rels\` (\`locations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_worlds_id_idx\` ON \`payload_locked_documents_rels\` (\`worlds_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_voices_id_idx\` ON \`payload_locked_documents_rels\` (\`voices_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_shots_id_idx\` ON \`payload_locked_documents_rels\` (\`shots_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_panels_id_idx\` ON \`payload_locked_documents_rels\` (\`panels_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_tasks_id_idx\` ON \`payload_locked_documents_rels\` (\`tasks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_prompt_templates_id_idx\` ON \`payload_locked_documents_rels\` (\`prompt_templates_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_prompts_executed_id_idx\` ON \`payload_locked_documents_rels\` (\`prompts_executed_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_sessions_id_idx\` ON \`payload_locked_documents_rels\` (\`sessions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_events_id_idx\` ON \`payload_locked_documents_rels\` (\`events_id\`);`)
  await db.run(sql`DROP INDEX \`panels_stale_source_idx\`;`)
  await db.run(sql`ALTER TABLE \`panels\` DROP COLUMN \`stale_reason\`;`)
  await db.run(sql`ALTER TABLE \`panels\` DROP COLUMN \`stale_source\`;`)
  await db.run(sql`ALTER TABLE \`scenes_dialogue_lines\` DROP COLUMN \`audio_stale_reason\`;`)
  await db.run(sql`ALTER TABLE \`_scenes_v_version_dialogue_lines\` DROP COLUMN \`audio_stale_reason\`;`)
}
