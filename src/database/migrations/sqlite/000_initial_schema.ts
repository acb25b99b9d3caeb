import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`projects_collaborators\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`user_id\` text(36),
  	\`role\` text DEFAULT 'editor' NOT NULL,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`projects_collaborators_order_idx\` ON \`projects_collaborators\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`projects_collaborators_parent_id_idx\` ON \`projects_collaborators\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`projects_collaborators_user_idx\` ON \`projects_collaborators\` (\`user_id\`);`)
  await db.run(sql`CREATE TABLE \`projects\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`logline\` text,
  	\`synopsis\` text,
  	\`type\` text DEFAULT 'short' NOT NULL,
  	\`settings_fps\` numeric DEFAULT 24,
  	\`settings_aspect_ratio\` text DEFAULT '16:9',
  	\`settings_resolution\` text DEFAULT '1280x720',
  	\`settings_visual_style\` text,
  	\`settings_ai_enabled\` integer DEFAULT true,
  	\`settings_budget_usd\` numeric,
  	\`progress_percentage\` numeric DEFAULT 0,
  	\`progress_scenes\` numeric DEFAULT 0,
  	\`progress_shots\` numeric DEFAULT 0,
  	\`progress_panels\` numeric DEFAULT 0,
  	\`progress_panels_approved\` numeric DEFAULT 0,
  	\`progress_dialogue_lines\` numeric DEFAULT 0,
  	\`progress_dialogue_lines_voiced\` numeric DEFAULT 0,
  	\`slug\` text,
  	\`status\` text DEFAULT 'concept' NOT NULL,
  	\`episode_count\` numeric DEFAULT 0,
  	\`created_by_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	FOREIGN KEY (\`created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`projects_title_idx\` ON \`projects\` (\`title\`);`)
  await db.run(sql`CREATE INDEX \`projects_type_idx\` ON \`projects\` (\`type\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`projects_slug_idx\` ON \`projects\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`projects_status_idx\` ON \`projects\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`projects_created_by_idx\` ON \`projects\` (\`created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`projects_updated_at_idx\` ON \`projects\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`projects_created_at_idx\` ON \`projects\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`projects_deleted_at_idx\` ON \`projects\` (\`deleted_at\`);`)
  await db.run(sql`CREATE TABLE \`projects_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`projects_texts_order_parent\` ON \`projects_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_projects_v_version_collaborators\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`user_id\` text(36),
  	\`role\` text DEFAULT 'editor' NOT NULL,
  	\`_uuid\` text,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_projects_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_projects_v_version_collaborators_order_idx\` ON \`_projects_v_version_collaborators\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_projects_v_version_collaborators_parent_id_idx\` ON \`_projects_v_version_collaborators\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_projects_v_version_collaborators_user_idx\` ON \`_projects_v_version_collaborators\` (\`user_id\`);`)
  await db.run(sql`CREATE TABLE \`_projects_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text NOT NULL,
  	\`version_logline\` text,
  	\`version_synopsis\` text,
  	\`version_type\` text DEFAULT 'short' NOT NULL,
  	\`version_settings_fps\` numeric DEFAULT 24,
  	\`version_settings_aspect_ratio\` text DEFAULT '16:9',
  	\`version_settings_resolution\` text DEFAULT '1280x720',
  	\`version_settings_visual_style\` text,
  	\`version_settings_ai_enabled\` integer DEFAULT true,
  	\`version_settings_budget_usd\` numeric,
  	\`version_progress_percentage\` numeric DEFAULT 0,
  	\`version_progress_scenes\` numeric DEFAULT 0,
  	\`version_progress_shots\` numeric DEFAULT 0,
  	\`version_progress_panels\` numeric DEFAULT 0,
  	\`version_progress_panels_approved\` numeric DEFAULT 0,
  	\`version_progress_dialogue_lines\` numeric DEFAULT 0,
  	\`version_progress_dialogue_lines_voiced\` numeric DEFAULT 0,
  	\`version_slug\` text,
  	\`version_status\` text DEFAULT 'concept' NOT NULL,
  	\`version_episode_count\` numeric DEFAULT 0,
  	\`version_created_by_id\` text(36),
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_projects_v_parent_idx\` ON \`_projects_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_projects_v_version_version_title_idx\` ON \`_projects_v\` (\`version_title\`);`)
  await db.run(sql`CREATE INDEX \`_projects_v_version_version_type_idx\` ON \`_projects_v\` (\`version_type\`);`)
  await db.run(sql`CREATE INDEX \`_projects_v_version_version_slug_idx\` ON \`_projects_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_projects_v_version_version_status_idx\` ON \`_projects_v\` (\`version_status\`);`)
  await db.run(sql`CREATE INDEX \`_projects_v_version_version_created_by_idx\` ON \`_projects_v\` (\`version_created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_projects_v_version_version_updated_at_idx\` ON \`_projects_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_projects_v_version_version_created_at_idx\` ON \`_projects_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_projects_v_version_version_deleted_at_idx\` ON \`_projects_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_projects_v_created_at_idx\` ON \`_projects_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_projects_v_updated_at_idx\` ON \`_projects_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_projects_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_projects_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_projects_v_texts_order_parent\` ON \`_projects_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`episodes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`project_id\` text(36) NOT NULL,
  	\`episode_number\` numeric NOT NULL,
  	\`title\` text NOT NULL,
  	\`synopsis\` text,
  	\`script_text\` text,
  	\`script_source_format\` text,
  	\`script_source_filename\` text,
  	\`script_version\` numeric DEFAULT 0,
  	\`script_word_count\` numeric DEFAULT 0,
  	\`script_page_count\` numeric DEFAULT 0,
  	\`script_estimated_duration\` numeric DEFAULT 0,
  	\`script_import_state\` text DEFAULT 'none',
  	\`script_imported_hash\` text,
  	\`production_scene_count\` numeric DEFAULT 0,
  	\`production_rendered_count\` numeric DEFAULT 0,
  	\`production_percentage\` numeric DEFAULT 0,
  	\`outputs_storyboard_pdf_id\` text(36),
  	\`outputs_shot_list_csv_id\` text(36),
  	\`outputs_animatic_id\` text(36),
  	\`status\` text DEFAULT 'draft' NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	FOREIGN KEY (\`project_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`outputs_storyboard_pdf_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`outputs_shot_list_csv_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`outputs_animatic_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`episodes_project_idx\` ON \`episodes\` (\`project_id\`);`)
  await db.run(sql`CREATE INDEX \`episodes_title_idx\` ON \`episodes\` (\`title\`);`)
  await db.run(sql`CREATE INDEX \`episodes_script_script_import_state_idx\` ON \`episodes\` (\`script_import_state\`);`)
  await db.run(sql`CREATE INDEX \`episodes_outputs_outputs_storyboard_pdf_idx\` ON \`episodes\` (\`outputs_storyboard_pdf_id\`);`)
  await db.run(sql`CREATE INDEX \`episodes_outputs_outputs_shot_list_csv_idx\` ON \`episodes\` (\`outputs_shot_list_csv_id\`);`)
  await db.run(sql`CREATE INDEX \`episodes_outputs_outputs_animatic_idx\` ON \`episodes\` (\`outputs_animatic_id\`);`)
  await db.run(sql`CREATE INDEX \`episodes_status_idx\` ON \`episodes\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`episodes_updated_at_idx\` ON \`episodes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`episodes_created_at_idx\` ON \`episodes\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`episodes_deleted_at_idx\` ON \`episodes\` (\`deleted_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`project_episodeNumber_idx\` ON \`episodes\` (\`project_id\`,\`episode_number\`);`)
  await db.run(sql`CREATE TABLE \`_episodes_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_project_id\` text(36) NOT NULL,
  	\`version_episode_number\` numeric NOT NULL,
  	\`version_title\` text NOT NULL,
  	\`version_synopsis\` text,
  	\`version_script_text\` text,
  	\`version_script_source_format\` text,
  	\`version_script_source_filename\` text,
  	\`version_script_version\` numeric DEFAULT 0,
  	\`version_script_word_count\` numeric DEFAULT 0,
  	\`version_script_page_count\` numeric DEFAULT 0,
  	\`version_script_estimated_duration\` numeric DEFAULT 0,
  	\`version_script_import_state\` text DEFAULT 'none',
  	\`version_script_imported_hash\` text,
  	\`version_production_scene_count\` numeric DEFAULT 0,
  	\`version_production_rendered_count\` numeric DEFAULT 0,
  	\`version_production_percentage\` numeric DEFAULT 0,
  	\`version_outputs_storyboard_pdf_id\` text(36),
  	\`version_outputs_shot_list_csv_id\` text(36),
  	\`version_outputs_animatic_id\` text(36),
  	\`version_status\` text DEFAULT 'draft' NOT NULL,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`episodes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_project_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_outputs_storyboard_pdf_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_outputs_shot_list_csv_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_outputs_animatic_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_episodes_v_parent_idx\` ON \`_episodes_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_episodes_v_version_version_project_idx\` ON \`_episodes_v\` (\`version_project_id\`);`)
  await db.run(sql`CREATE INDEX \`_episodes_v_version_version_title_idx\` ON \`_episodes_v\` (\`version_title\`);`)
  await db.run(sql`CREATE INDEX \`_episodes_v_version_script_version_script_import_state_idx\` ON \`_episodes_v\` (\`version_script_import_state\`);`)
  await db.run(sql`CREATE INDEX \`_episodes_v_version_outputs_version_outputs_storyboard_p_idx\` ON \`_episodes_v\` (\`version_outputs_storyboard_pdf_id\`);`)
  await db.run(sql`CREATE INDEX \`_episodes_v_version_outputs_version_outputs_shot_list_cs_idx\` ON \`_episodes_v\` (\`version_outputs_shot_list_csv_id\`);`)
  await db.run(sql`CREATE INDEX \`_episodes_v_version_outputs_version_outputs_animatic_idx\` ON \`_episodes_v\` (\`version_outputs_animatic_id\`);`)
  await db.run(sql`CREATE INDEX \`_episodes_v_version_version_status_idx\` ON \`_episodes_v\` (\`version_status\`);`)
  await db.run(sql`CREATE INDEX \`_episodes_v_version_version_updated_at_idx\` ON \`_episodes_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_episodes_v_version_version_created_at_idx\` ON \`_episodes_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_episodes_v_version_version_deleted_at_idx\` ON \`_episodes_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_episodes_v_created_at_idx\` ON \`_episodes_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_episodes_v_updated_at_idx\` ON \`_episodes_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`version_project_version_episodeNumber_idx\` ON \`_episodes_v\` (\`version_project_id\`,\`version_episode_number\`);`)
  await db.run(sql`CREATE TABLE \`scenes_dialogue_lines\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`character_id\` text(36),
  	\`cue\` text,
  	\`parenthetical\` text,
  	\`text\` text NOT NULL,
  	\`emotion\` text,
  	\`start\` numeric,
  	\`duration\` numeric,
  	\`is_dual\` integer DEFAULT false,
  	\`is_lyrics\` integer DEFAULT false,
  	\`audio_id\` text(36),
  	\`audio_is_stale\` integer DEFAULT false,
  	FOREIGN KEY (\`character_id\`) REFERENCES \`characters\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`audio_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`scenes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`scenes_dialogue_lines_order_idx\` ON \`scenes_dialogue_lines\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`scenes_dialogue_lines_parent_id_idx\` ON \`scenes_dialogue_lines\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`scenes_dialogue_lines_character_idx\` ON \`scenes_dialogue_lines\` (\`character_id\`);`)
  await db.run(sql`CREATE INDEX \`scenes_dialogue_lines_audio_idx\` ON \`scenes_dialogue_lines\` (\`audio_id\`);`)
  await db.run(sql`CREATE TABLE \`scenes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`scene_number\` text NOT NULL,
  	\`heading\` text NOT NULL,
  	\`interior_exterior\` text DEFAULT 'INT',
  	\`location_id\` text(36),
  	\`time_of_day\` text,
  	\`synopsis\` text,
  	\`action\` text,
  	\`mood\` text,
  	\`episode_id\` text(36) NOT NULL,
  	\`project_id\` text(36),
  	\`order\` numeric DEFAULT 0 NOT NULL,
  	\`status\` text DEFAULT 'pending' NOT NULL,
  	\`page_eighths\` numeric,
  	\`estimated_duration\` numeric,
  	\`beats\` text,
  	\`source_range_start\` numeric,
  	\`source_range_end\` numeric,
  	\`content_hash\` text,
  	\`analysis\` text,
  	\`analysed_hash\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	FOREIGN KEY (\`location_id\`) REFERENCES \`locations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`episode_id\`) REFERENCES \`episodes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`project_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`scenes_scene_number_idx\` ON \`scenes\` (\`scene_number\`);`)
  await db.run(sql`CREATE INDEX \`scenes_heading_idx\` ON \`scenes\` (\`heading\`);`)
  await db.run(sql`CREATE INDEX \`scenes_location_idx\` ON \`scenes\` (\`location_id\`);`)
  await db.run(sql`CREATE INDEX \`scenes_episode_idx\` ON \`scenes\` (\`episode_id\`);`)
  await db.run(sql`CREATE INDEX \`scenes_project_idx\` ON \`scenes\` (\`project_id\`);`)
  await db.run(sql`CREATE INDEX \`scenes_order_idx\` ON \`scenes\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`scenes_status_idx\` ON \`scenes\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`scenes_updated_at_idx\` ON \`scenes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`scenes_created_at_idx\` ON \`scenes\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`scenes_deleted_at_idx\` ON \`scenes\` (\`deleted_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`episode_sceneNumber_idx\` ON \`scenes\` (\`episode_id\`,\`scene_number\`);`)
  await db.run(sql`CREATE INDEX \`episode_order_idx\` ON \`scenes\` (\`episode_id\`,\`order\`);`)
  await db.run(sql`CREATE TABLE \`scenes_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`scenes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`scenes_texts_order_parent\` ON \`scenes_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`scenes_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`characters_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`scenes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`characters_id\`) REFERENCES \`characters\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`scenes_rels_order_idx\` ON \`scenes_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`scenes_rels_parent_idx\` ON \`scenes_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`scenes_rels_path_idx\` ON \`scenes_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`scenes_rels_characters_id_idx\` ON \`scenes_rels\` (\`characters_id\`);`)
  await db.run(sql`CREATE TABLE \`_scenes_v_version_dialogue_lines\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`character_id\` text(36),
  	\`cue\` text,
  	\`parenthetical\` text,
  	\`text\` text NOT NULL,
  	\`emotion\` text,
  	\`start\` numeric,
  	\`duration\` numeric,
  	\`is_dual\` integer DEFAULT false,
  	\`is_lyrics\` integer DEFAULT false,
  	\`audio_id\` text(36),
  	\`audio_is_stale\` integer DEFAULT false,
  	\`_uuid\` text,
  	FOREIGN KEY (\`character_id\`) REFERENCES \`characters\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`audio_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_scenes_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_scenes_v_version_dialogue_lines_order_idx\` ON \`_scenes_v_version_dialogue_lines\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_scenes_v_version_dialogue_lines_parent_id_idx\` ON \`_scenes_v_version_dialogue_lines\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_scenes_v_version_dialogue_lines_character_idx\` ON \`_scenes_v_version_dialogue_lines\` (\`character_id\`);`)
  await db.run(sql`CREATE INDEX \`_scenes_v_version_dialogue_lines_audio_idx\` ON \`_scenes_v_version_dialogue_lines\` (\`audio_id\`);`)
  await db.run(sql`CREATE TABLE \`_scenes_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_scene_number\` text NOT NULL,
  	\`version_heading\` text NOT NULL,
  	\`version_interior_exterior\` text DEFAULT 'INT',
  	\`version_location_id\` text(36),
  	\`version_time_of_day\` text,
  	\`version_synopsis\` text,
  	\`version_action\` text,
  	\`version_mood\` text,
  	\`version_episode_id\` text(36) NOT NULL,
  	\`version_project_id\` text(36),
  	\`version_order\` numeric DEFAULT 0 NOT NULL,
  	\`version_status\` text DEFAULT 'pending' NOT NULL,
  	\`version_page_eighths\` numeric,
  	\`version_estimated_duration\` numeric,
  	\`version_beats\` text,
  	\`version_source_range_start\` numeric,
  	\`version_source_range_end\` numeric,
  	\`version_content_hash\` text,
  	\`version_analysis\` text,
  	\`version_analysed_hash\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`scenes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_location_id\`) REFERENCES \`locations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_episode_id\`) REFERENCES \`episodes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_project_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_scenes_v_parent_idx\` ON \`_scenes_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_scenes_v_version_version_scene_number_idx\` ON \`_scenes_v\` (\`version_scene_number\`);`)
  await db.run(sql`CREATE INDEX \`_scenes_v_version_version_heading_idx\` ON \`_scenes_v\` (\`version_heading\`);`)
  await db.run(sql`CREATE INDEX \`_scenes_v_version_version_location_idx\` ON \`_scenes_v\` (\`version_location_id\`);`)
  await db.run(sql`CREATE INDEX \`_scenes_v_version_version_episode_idx\` ON \`_scenes_v\` (\`version_episode_id\`);`)
  await db.run(sql`CREATE INDEX \`_scenes_v_version_version_project_idx\` ON \`_scenes_v\` (\`version_project_id\`);`)
  await db.run(sql`CREATE INDEX \`_scenes_v_version_version_order_idx\` ON \`_scenes_v\` (\`version_order\`);`)
  await db.run(sql`CREATE INDEX \`_scenes_v_version_version_status_idx\` ON \`_scenes_v\` (\`version_status\`);`)
  await db.run(sql`CREATE INDEX \`_scenes_v_version_version_updated_at_idx\` ON \`_scenes_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_scenes_v_version_version_created_at_idx\` ON \`_scenes_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_scenes_v_version_version_deleted_at_idx\` ON \`_scenes_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_scenes_v_created_at_idx\` ON \`_scenes_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_scenes_v_updated_at_idx\` ON \`_scenes_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`version_episode_version_sceneNumber_idx\` ON \`_scenes_v\` (\`version_episode_id\`,\`version_scene_number\`);`)
  await db.run(sql`CREATE INDEX \`version_episode_version_order_idx\` ON \`_scenes_v\` (\`version_episode_id\`,\`version_order\`);`)
  await db.run(sql`CREATE TABLE \`_scenes_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_scenes_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_scenes_v_texts_order_parent\` ON \`_scenes_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_scenes_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`characters_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_scenes_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`characters_id\`) REFERENCES \`characters\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_scenes_v_rels_order_idx\` ON \`_scenes_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_scenes_v_rels_parent_idx\` ON \`_scenes_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_scenes_v_rels_path_idx\` ON \`_scenes_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_scenes_v_rels_characters_id_idx\` ON \`_scenes_v_rels\` (\`characters_id\`);`)
  await db.run(sql`CREATE TABLE \`characters_relationships\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`character_id\` text(36),
  	\`kind\` text NOT NULL,
  	\`notes\` text,
  	FOREIGN KEY (\`character_id\`) REFERENCES \`characters\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`characters\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`characters_relationships_order_idx\` ON \`characters_relationships\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`characters_relationships_parent_id_idx\` ON \`characters_relationships\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`characters_relationships_character_idx\` ON \`characters_relationships\` (\`character_id\`);`)
  await db.run(sql`CREATE TABLE \`characters\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`age\` text,
  	\`role\` text DEFAULT 'supporting',
  	\`personality\` text,
  	\`backstory\` text,
  	\`motivations\` text,
  	\`visual_design_description\` text,
  	\`visual_design_approved_design_id\` text(36),
  	\`voice_profile_voice_id\` text(36),
  	\`voice_profile_settings_pitch\` numeric,
  	\`voice_profile_settings_rate\` numeric,
  	\`voice_profile_consent_is_given\` integer DEFAULT false,
  	\`voice_profile_consent_given_by\` text,
  	\`voice_profile_consent_given_at\` text,
  	\`scope\` text DEFAULT 'project' NOT NULL,
  	\`project_id\` text(36),
  	\`world_id\` text(36),
  	\`line_count\` numeric DEFAULT 0,
  	\`canonical_name\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	FOREIGN KEY (\`visual_design_approved_design_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`voice_profile_voice_id\`) REFERENCES \`voices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`project_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`world_id\`) REFERENCES \`worlds\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`characters_name_idx\` ON \`characters\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`characters_visual_design_visual_design_approved_design_idx\` ON \`characters\` (\`visual_design_approved_design_id\`);`)
  await db.run(sql`CREATE INDEX \`characters_voice_profile_voice_profile_voice_idx\` ON \`characters\` (\`voice_profile_voice_id\`);`)
  await db.run(sql`CREATE INDEX \`characters_scope_idx\` ON \`characters\` (\`scope\`);`)
  await db.run(sql`CREATE INDEX \`characters_project_idx\` ON \`characters\` (\`project_id\`);`)
  await db.run(sql`CREATE INDEX \`characters_world_idx\` ON \`characters\` (\`world_id\`);`)
  await db.run(sql`CREATE INDEX \`characters_canonical_name_idx\` ON \`characters\` (\`canonical_name\`);`)
  await db.run(sql`CREATE INDEX \`characters_updated_at_idx\` ON \`characters\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`characters_created_at_idx\` ON \`characters\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`characters_deleted_at_idx\` ON \`characters\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`project_canonicalName_idx\` ON \`characters\` (\`project_id\`,\`canonical_name\`);`)
  await db.run(sql`CREATE TABLE \`characters_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`characters\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`characters_texts_order_parent\` ON \`characters_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`characters_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`characters\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`characters_rels_order_idx\` ON \`characters_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`characters_rels_parent_idx\` ON \`characters_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`characters_rels_path_idx\` ON \`characters_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`characters_rels_media_id_idx\` ON \`characters_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`_characters_v_version_relationships\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`character_id\` text(36),
  	\`kind\` text NOT NULL,
  	\`notes\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`character_id\`) REFERENCES \`characters\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_characters_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_characters_v_version_relationships_order_idx\` ON \`_characters_v_version_relationships\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_characters_v_version_relationships_parent_id_idx\` ON \`_characters_v_version_relationships\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_characters_v_version_relationships_character_idx\` ON \`_characters_v_version_relationships\` (\`character_id\`);`)
  await db.run(sql`CREATE TABLE \`_characters_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_name\` text NOT NULL,
  	\`version_age\` text,
  	\`version_role\` text DEFAULT 'supporting',
  	\`version_personality\` text,
  	\`version_backstory\` text,
  	\`version_motivations\` text,
  	\`version_visual_design_description\` text,
  	\`version_visual_design_approved_design_id\` text(36),
  	\`version_voice_profile_voice_id\` text(36),
  	\`version_voice_profile_settings_pitch\` numeric,
  	\`version_voice_profile_settings_rate\` numeric,
  	\`version_voice_profile_consent_is_given\` integer DEFAULT false,
  	\`version_voice_profile_consent_given_by\` text,
  	\`version_voice_profile_consent_given_at\` text,
  	\`version_scope\` text DEFAULT 'project' NOT NULL,
  	\`version_project_id\` text(36),
  	\`version_world_id\` text(36),
  	\`version_line_count\` numeric DEFAULT 0,
  	\`version_canonical_name\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`characters\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_visual_design_approved_design_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_voice_profile_voice_id\`) REFERENCES \`voices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_project_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_world_id\`) REFERENCES \`worlds\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_characters_v_parent_idx\` ON \`_characters_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_characters_v_version_version_name_idx\` ON \`_characters_v\` (\`version_name\`);`)
  await db.run(sql`CREATE INDEX \`_characters_v_version_visual_design_version_visual_desig_idx\` ON \`_characters_v\` (\`version_visual_design_approved_design_id\`);`)
  await db.run(sql`CREATE INDEX \`_characters_v_version_voice_profile_version_voice_profil_idx\` ON \`_characters_v\` (\`version_voice_profile_voice_id\`);`)
  await db.run(sql`CREATE INDEX \`_characters_v_version_version_scope_idx\` ON \`_characters_v\` (\`version_scope\`);`)
  await db.run(sql`CREATE INDEX \`_characters_v_version_version_project_idx\` ON \`_characters_v\` (\`version_project_id\`);`)
  await db.run(sql`CREATE INDEX \`_characters_v_version_version_world_idx\` ON \`_characters_v\` (\`version_world_id\`);`)
  await db.run(sql`CREATE INDEX \`_characters_v_version_version_canonical_name_idx\` ON \`_characters_v\` (\`version_canonical_name\`);`)
  await db.run(sql`CREATE INDEX \`_characters_v_version_version_updated_at_idx\` ON \`_characters_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_characters_v_version_version_created_at_idx\` ON \`_characters_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_characters_v_version_version_deleted_at_idx\` ON \`_characters_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_characters_v_created_at_idx\` ON \`_characters_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_characters_v_updated_at_idx\` ON \`_characters_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`version_project_version_canonicalName_idx\` ON \`_characters_v\` (\`version_project_id\`,\`version_canonical_name\`);`)
  await db.run(sql`CREATE TABLE \`_characters_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_characters_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_characters_v_texts_order_parent\` ON \`_characters_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_characters_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_characters_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_characters_v_rels_order_idx\` ON \`_characters_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_characters_v_rels_parent_idx\` ON \`_characters_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_characters_v_rels_path_idx\` ON \`_characters_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_characters_v_rels_media_id_idx\` ON \`_characters_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`locations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`interior_exterior\` text,
  	\`description\` text,
  	\`world_id\` text(36),
  	\`project_id\` text(36) NOT NULL,
  	\`canonical_name\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	FOREIGN KEY (\`world_id\`) REFERENCES \`worlds\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`project_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`locations_name_idx\` ON \`locations\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`locations_world_idx\` ON \`locations\` (\`world_id\`);`)
  await db.run(sql`CREATE INDEX \`locations_project_idx\` ON \`locations\` (\`project_id\`);`)
  await db.run(sql`CREATE INDEX \`locations_canonical_name_idx\` ON \`locations\` (\`canonical_name\`);`)
  await db.run(sql`CREATE INDEX \`locations_updated_at_idx\` ON \`locations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`locations_created_at_idx\` ON \`locations\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`locations_deleted_at_idx\` ON \`locations\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`project_canonicalName_1_idx\` ON \`locations\` (\`project_id\`,\`canonical_name\`);`)
  await db.run(sql`CREATE TABLE \`locations_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`locations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`locations_rels_order_idx\` ON \`locations_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`locations_rels_parent_idx\` ON \`locations_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`locations_rels_path_idx\` ON \`locations_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`locations_rels_media_id_idx\` ON \`locations_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`_locations_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_name\` text NOT NULL,
  	\`version_interior_exterior\` text,
  	\`version_description\` text,
  	\`version_world_id\` text(36),
  	\`version_project_id\` text(36) NOT NULL,
  	\`version_canonical_name\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`locations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_world_id\`) REFERENCES \`worlds\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_project_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_locations_v_parent_idx\` ON \`_locations_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_locations_v_version_version_name_idx\` ON \`_locations_v\` (\`version_name\`);`)
  await db.run(sql`CREATE INDEX \`_locations_v_version_version_world_idx\` ON \`_locations_v\` (\`version_world_id\`);`)
  await db.run(sql`CREATE INDEX \`_locations_v_version_version_project_idx\` ON \`_locations_v\` (\`version_project_id\`);`)
  await db.run(sql`CREATE INDEX \`_locations_v_version_version_canonical_name_idx\` ON \`_locations_v\` (\`version_canonical_name\`);`)
  await db.run(sql`CREATE INDEX \`_locations_v_version_version_updated_at_idx\` ON \`_locations_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_locations_v_version_version_created_at_idx\` ON \`_locations_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_locations_v_version_version_deleted_at_idx\` ON \`_locations_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_locations_v_created_at_idx\` ON \`_locations_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_locations_v_updated_at_idx\` ON \`_locations_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`version_project_version_canonicalName_1_idx\` ON \`_locations_v\` (\`version_project_id\`,\`version_canonical_name\`);`)
  await db.run(sql`CREATE TABLE \`_locations_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_locations_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_locations_v_rels_order_idx\` ON \`_locations_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_locations_v_rels_parent_idx\` ON \`_locations_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_locations_v_rels_path_idx\` ON \`_locations_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_locations_v_rels_media_id_idx\` ON \`_locations_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`worlds\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`description\` text,
  	\`geography\` text,
  	\`cultures\` text,
  	\`rules\` text,
  	\`project_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	FOREIGN KEY (\`project_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`worlds_name_idx\` ON \`worlds\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`worlds_project_idx\` ON \`worlds\` (\`project_id\`);`)
  await db.run(sql`CREATE INDEX \`worlds_updated_at_idx\` ON \`worlds\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`worlds_created_at_idx\` ON \`worlds\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`worlds_deleted_at_idx\` ON \`worlds\` (\`deleted_at\`);`)
  await db.run(sql`CREATE TABLE \`worlds_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`worlds\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`worlds_rels_order_idx\` ON \`worlds_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`worlds_rels_parent_idx\` ON \`worlds_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`worlds_rels_path_idx\` ON \`worlds_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`worlds_rels_media_id_idx\` ON \`worlds_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`voices\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`provider\` text DEFAULT 'local' NOT NULL,
  	\`provider_voice_id\` text NOT NULL,
  	\`language\` text DEFAULT 'en-gb',
  	\`gender\` text,
  	\`settings_pitch\` numeric DEFAULT 50,
  	\`settings_rate\` numeric DEFAULT 165,
  	\`sample_id\` text(36),
  	\`project_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	FOREIGN KEY (\`sample_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`project_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`voices_sample_idx\` ON \`voices\` (\`sample_id\`);`)
  await db.run(sql`CREATE INDEX \`voices_project_idx\` ON \`voices\` (\`project_id\`);`)
  await db.run(sql`CREATE INDEX \`voices_updated_at_idx\` ON \`voices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`voices_created_at_idx\` ON \`voices\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`voices_deleted_at_idx\` ON \`voices\` (\`deleted_at\`);`)
  await db.run(sql`CREATE TABLE \`shots\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`shot_number\` text NOT NULL,
  	\`size\` text DEFAULT 'MS' NOT NULL,
  	\`angle\` text DEFAULT 'eye' NOT NULL,
  	\`movement\` text DEFAULT 'static' NOT NULL,
  	\`lens\` numeric DEFAULT 35,
  	\`duration\` numeric DEFAULT 3 NOT NULL,
  	\`purpose\` text,
  	\`description\` text,
  	\`audio_id\` text(36),
  	\`scene_id\` text(36) NOT NULL,
  	\`episode_id\` text(36),
  	\`project_id\` text(36),
  	\`order\` numeric DEFAULT 0 NOT NULL,
  	\`origin\` text DEFAULT 'human' NOT NULL,
  	\`confidence\` numeric,
  	\`source_task_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	FOREIGN KEY (\`audio_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`scene_id\`) REFERENCES \`scenes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`episode_id\`) REFERENCES \`episodes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`project_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`source_task_id\`) REFERENCES \`tasks\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`shots_shot_number_idx\` ON \`shots\` (\`shot_number\`);`)
  await db.run(sql`CREATE INDEX \`shots_size_idx\` ON \`shots\` (\`size\`);`)
  await db.run(sql`CREATE INDEX \`shots_audio_idx\` ON \`shots\` (\`audio_id\`);`)
  await db.run(sql`CREATE INDEX \`shots_scene_idx\` ON \`shots\` (\`scene_id\`);`)
  await db.run(sql`CREATE INDEX \`shots_episode_idx\` ON \`shots\` (\`episode_id\`);`)
  await db.run(sql`CREATE INDEX \`shots_project_idx\` ON \`shots\` (\`project_id\`);`)
  await db.run(sql`CREATE INDEX \`shots_order_idx\` ON \`shots\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`shots_source_task_idx\` ON \`shots\` (\`source_task_id\`);`)
  await db.run(sql`CREATE INDEX \`shots_updated_at_idx\` ON \`shots\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`shots_created_at_idx\` ON \`shots\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`shots_deleted_at_idx\` ON \`shots\` (\`deleted_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`scene_shotNumber_idx\` ON \`shots\` (\`scene_id\`,\`shot_number\`);`)
  await db.run(sql`CREATE INDEX \`scene_order_idx\` ON \`shots\` (\`scene_id\`,\`order\`);`)
  await db.run(sql`CREATE TABLE \`shots_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`shots\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`shots_texts_order_parent\` ON \`shots_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`shots_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`characters_id\` text(36),
  	\`media_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`shots\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`characters_id\`) REFERENCES \`characters\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`shots_rels_order_idx\` ON \`shots_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`shots_rels_parent_idx\` ON \`shots_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`shots_rels_path_idx\` ON \`shots_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`shots_rels_characters_id_idx\` ON \`shots_rels\` (\`characters_id\`);`)
  await db.run(sql`CREATE INDEX \`shots_rels_media_id_idx\` ON \`shots_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`_shots_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_shot_number\` text NOT NULL,
  	\`version_size\` text DEFAULT 'MS' NOT NULL,
  	\`version_angle\` text DEFAULT 'eye' NOT NULL,
  	\`version_movement\` text DEFAULT 'static' NOT NULL,
  	\`version_lens\` numeric DEFAULT 35,
  	\`version_duration\` numeric DEFAULT 3 NOT NULL,
  	\`version_purpose\` text,
  	\`version_description\` text,
  	\`version_audio_id\` text(36),
  	\`version_scene_id\` text(36) NOT NULL,
  	\`version_episode_id\` text(36),
  	\`version_project_id\` text(36),
  	\`version_order\` numeric DEFAULT 0 NOT NULL,
  	\`version_origin\` text DEFAULT 'human' NOT NULL,
  	\`version_confidence\` numeric,
  	\`version_source_task_id\` text(36),
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`shots\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_audio_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_scene_id\`) REFERENCES \`scenes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_episode_id\`) REFERENCES \`episodes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_project_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_source_task_id\`) REFERENCES \`tasks\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_shots_v_parent_idx\` ON \`_shots_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_shots_v_version_version_shot_number_idx\` ON \`_shots_v\` (\`version_shot_number\`);`)
  await db.run(sql`CREATE INDEX \`_shots_v_version_version_size_idx\` ON \`_shots_v\` (\`version_size\`);`)
  await db.run(sql`CREATE INDEX \`_shots_v_version_version_audio_idx\` ON \`_shots_v\` (\`version_audio_id\`);`)
  await db.run(sql`CREATE INDEX \`_shots_v_version_version_scene_idx\` ON \`_shots_v\` (\`version_scene_id\`);`)
  await db.run(sql`CREATE INDEX \`_shots_v_version_version_episode_idx\` ON \`_shots_v\` (\`version_episode_id\`);`)
  await db.run(sql`CREATE INDEX \`_shots_v_version_version_project_idx\` ON \`_shots_v\` (\`version_project_id\`);`)
  await db.run(sql`CREATE INDEX \`_shots_v_version_version_order_idx\` ON \`_shots_v\` (\`version_order\`);`)
  await db.run(sql`CREATE INDEX \`_shots_v_version_version_source_task_idx\` ON \`_shots_v\` (\`version_source_task_id\`);`)
  await db.run(sql`CREATE INDEX \`_shots_v_version_version_updated_at_idx\` ON \`_shots_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_shots_v_version_version_created_at_idx\` ON \`_shots_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_shots_v_version_version_deleted_at_idx\` ON \`_shots_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_shots_v_created_at_idx\` ON \`_shots_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_shots_v_updated_at_idx\` ON \`_shots_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`version_scene_version_shotNumber_idx\` ON \`_shots_v\` (\`version_scene_id\`,\`version_shot_number\`);`)
  await db.run(sql`CREATE INDEX \`version_scene_version_order_idx\` ON \`_shots_v\` (\`version_scene_id\`,\`version_order\`);`)
  await db.run(sql`CREATE TABLE \`_shots_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_shots_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_shots_v_texts_order_parent\` ON \`_shots_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_shots_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`characters_id\` text(36),
  	\`media_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_shots_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`characters_id\`) REFERENCES \`characters\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_shots_v_rels_order_idx\` ON \`_shots_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_shots_v_rels_parent_idx\` ON \`_shots_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_shots_v_rels_path_idx\` ON \`_shots_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_shots_v_rels_characters_id_idx\` ON \`_shots_v_rels\` (\`characters_id\`);`)
  await db.run(sql`CREATE INDEX \`_shots_v_rels_media_id_idx\` ON \`_shots_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`panels\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`image_id\` text(36) NOT NULL,
  	\`origin\` text DEFAULT 'drawn' NOT NULL,
  	\`confidence\` numeric,
  	\`style_reference_id\` text(36),
  	\`notes\` text,
  	\`shot_id\` text(36) NOT NULL,
  	\`scene_id\` text(36),
  	\`episode_id\` text(36),
  	\`project_id\` text(36),
  	\`version\` numeric,
  	\`status\` text DEFAULT 'draft' NOT NULL,
  	\`status_changed_by_id\` text(36),
  	\`status_changed_at\` text,
  	\`is_stale\` integer DEFAULT false,
  	\`source_task_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`style_reference_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`shot_id\`) REFERENCES \`shots\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`scene_id\`) REFERENCES \`scenes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`episode_id\`) REFERENCES \`episodes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`project_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`status_changed_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`source_task_id\`) REFERENCES \`tasks\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`panels_image_idx\` ON \`panels\` (\`image_id\`);`)
  await db.run(sql`CREATE INDEX \`panels_style_reference_idx\` ON \`panels\` (\`style_reference_id\`);`)
  await db.run(sql`CREATE INDEX \`panels_shot_idx\` ON \`panels\` (\`shot_id\`);`)
  await db.run(sql`CREATE INDEX \`panels_scene_idx\` ON \`panels\` (\`scene_id\`);`)
  await db.run(sql`CREATE INDEX \`panels_episode_idx\` ON \`panels\` (\`episode_id\`);`)
  await db.run(sql`CREATE INDEX \`panels_project_idx\` ON \`panels\` (\`project_id\`);`)
  await db.run(sql`CREATE INDEX \`panels_status_idx\` ON \`panels\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`panels_status_changed_by_idx\` ON \`panels\` (\`status_changed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`panels_source_task_idx\` ON \`panels\` (\`source_task_id\`);`)
  await db.run(sql`CREATE INDEX \`panels_updated_at_idx\` ON \`panels\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`panels_created_at_idx\` ON \`panels\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`shot_version_idx\` ON \`panels\` (\`shot_id\`,\`version\`);`)
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`alt\` text,
  	\`project_id\` text(36) NOT NULL,
  	\`media_type\` text,
  	\`duration_seconds\` numeric,
  	\`source_task_id\` text(36),
  	\`provenance_provider\` text,
  	\`provenance_model\` text,
  	\`provenance_seed\` numeric,
  	\`provenance_prompt\` text,
  	\`provenance_inputs\` text,
  	\`embedding\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric,
  	\`sizes_thumbnail_url\` text,
  	\`sizes_thumbnail_width\` numeric,
  	\`sizes_thumbnail_height\` numeric,
  	\`sizes_thumbnail_mime_type\` text,
  	\`sizes_thumbnail_filesize\` numeric,
  	\`sizes_thumbnail_filename\` text,
  	FOREIGN KEY (\`project_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`source_task_id\`) REFERENCES \`tasks\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`media_project_idx\` ON \`media\` (\`project_id\`);`)
  await db.run(sql`CREATE INDEX \`media_media_type_idx\` ON \`media\` (\`media_type\`);`)
  await db.run(sql`CREATE INDEX \`media_source_task_idx\` ON \`media\` (\`source_task_id\`);`)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`)
  await db.run(sql`CREATE INDEX \`media_sizes_thumbnail_sizes_thumbnail_filename_idx\` ON \`media\` (\`sizes_thumbnail_filename\`);`)
  await db.run(sql`CREATE INDEX \`project_mediaType_idx\` ON \`media\` (\`project_id\`,\`media_type\`);`)
  await db.run(sql`CREATE TABLE \`tasks\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`type\` text NOT NULL,
  	\`state\` text DEFAULT 'ready' NOT NULL,
  	\`priority\` numeric DEFAULT 0 NOT NULL,
  	\`progress_percentage\` numeric DEFAULT 0,
  	\`progress_stage\` text,
  	\`progress_eta_seconds\` numeric,
  	\`error\` text,
  	\`input\` text,
  	\`result\` text,
  	\`history\` text,
  	\`operation\` text,
  	\`attempts\` numeric DEFAULT 0,
  	\`max_attempts\` numeric DEFAULT 3,
  	\`estimated_cost\` numeric DEFAULT 0,
  	\`actual_cost\` numeric DEFAULT 0,
  	\`project_id\` text(36),
  	\`episode_id\` text(36),
  	\`parent_id\` text(36),
  	\`is_step\` integer DEFAULT false,
  	\`run_id\` text,
  	\`idempotency_key\` text,
  	\`created_by_id\` text(36),
  	\`run_at\` text,
  	\`worker\` text,
  	\`lease_token\` text,
  	\`lease_expires_at\` text,
  	\`heartbeat_at\` text,
  	\`is_cancel_requested\` integer DEFAULT false,
  	\`started_at\` text,
  	\`finished_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`project_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`episode_id\`) REFERENCES \`episodes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`tasks\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`tasks_state_idx\` ON \`tasks\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`tasks_project_idx\` ON \`tasks\` (\`project_id\`);`)
  await db.run(sql`CREATE INDEX \`tasks_episode_idx\` ON \`tasks\` (\`episode_id\`);`)
  await db.run(sql`CREATE INDEX \`tasks_parent_idx\` ON \`tasks\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`tasks_run_id_idx\` ON \`tasks\` (\`run_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`tasks_idempotency_key_idx\` ON \`tasks\` (\`idempotency_key\`);`)
  await db.run(sql`CREATE INDEX \`tasks_created_by_idx\` ON \`tasks\` (\`created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`tasks_finished_at_idx\` ON \`tasks\` (\`finished_at\`);`)
  await db.run(sql`CREATE INDEX \`tasks_updated_at_idx\` ON \`tasks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`tasks_created_at_idx\` ON \`tasks\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`runId_state_idx\` ON \`tasks\` (\`run_id\`,\`state\`);`)
  await db.run(sql`CREATE INDEX \`project_state_idx\` ON \`tasks\` (\`project_id\`,\`state\`);`)
  await db.run(sql`CREATE TABLE \`tasks_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`tasks_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`tasks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`tasks_id\`) REFERENCES \`tasks\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`tasks_rels_order_idx\` ON \`tasks_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`tasks_rels_parent_idx\` ON \`tasks_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`tasks_rels_path_idx\` ON \`tasks_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`tasks_rels_tasks_id_idx\` ON \`tasks_rels\` (\`tasks_id\`);`)
  await db.run(sql`CREATE TABLE \`prompt_templates_test_cases\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`input\` text,
  	\`expected\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`prompt_templates\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`prompt_templates_test_cases_order_idx\` ON \`prompt_templates_test_cases\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`prompt_templates_test_cases_parent_id_idx\` ON \`prompt_templates_test_cases\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`prompt_templates\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`version\` numeric DEFAULT 1,
  	\`description\` text,
  	\`body\` text,
  	\`input_schema\` text,
  	\`model_defaults\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`CREATE INDEX \`prompt_templates_key_idx\` ON \`prompt_templates\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`prompt_templates_updated_at_idx\` ON \`prompt_templates\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`prompt_templates_created_at_idx\` ON \`prompt_templates\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`prompt_templates_deleted_at_idx\` ON \`prompt_templates\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`prompt_templates__status_idx\` ON \`prompt_templates\` (\`_status\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`key_version_idx\` ON \`prompt_templates\` (\`key\`,\`version\`);`)
  await db.run(sql`CREATE TABLE \`_prompt_templates_v_version_test_cases\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`input\` text,
  	\`expected\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_prompt_templates_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_prompt_templates_v_version_test_cases_order_idx\` ON \`_prompt_templates_v_version_test_cases\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_prompt_templates_v_version_test_cases_parent_id_idx\` ON \`_prompt_templates_v_version_test_cases\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_prompt_templates_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_key\` text,
  	\`version_version\` numeric DEFAULT 1,
  	\`version_description\` text,
  	\`version_body\` text,
  	\`version_input_schema\` text,
  	\`version_model_defaults\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`prompt_templates\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_prompt_templates_v_parent_idx\` ON \`_prompt_templates_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_prompt_templates_v_version_version_key_idx\` ON \`_prompt_templates_v\` (\`version_key\`);`)
  await db.run(sql`CREATE INDEX \`_prompt_templates_v_version_version_updated_at_idx\` ON \`_prompt_templates_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_prompt_templates_v_version_version_created_at_idx\` ON \`_prompt_templates_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_prompt_templates_v_version_version_deleted_at_idx\` ON \`_prompt_templates_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_prompt_templates_v_version_version__status_idx\` ON \`_prompt_templates_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_prompt_templates_v_created_at_idx\` ON \`_prompt_templates_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_prompt_templates_v_updated_at_idx\` ON \`_prompt_templates_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_prompt_templates_v_latest_idx\` ON \`_prompt_templates_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`version_key_version_version_idx\` ON \`_prompt_templates_v\` (\`version_key\`,\`version_version\`);`)
  await db.run(sql`CREATE TABLE \`prompts_executed\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`purpose\` text NOT NULL,
  	\`provider\` text NOT NULL,
  	\`model\` text,
  	\`latency_ms\` numeric,
  	\`input_tokens\` numeric,
  	\`output_tokens\` numeric,
  	\`cost_micro_usd\` numeric DEFAULT 0,
  	\`rendered_prompt\` text,
  	\`parameters\` text,
  	\`result\` text,
  	\`error\` text,
  	\`template_id\` text(36),
  	\`template_version\` numeric,
  	\`project_id\` text(36),
  	\`task_id\` text(36),
  	\`user_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`template_id\`) REFERENCES \`prompt_templates\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`project_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`task_id\`) REFERENCES \`tasks\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`prompts_executed_purpose_idx\` ON \`prompts_executed\` (\`purpose\`);`)
  await db.run(sql`CREATE INDEX \`prompts_executed_provider_idx\` ON \`prompts_executed\` (\`provider\`);`)
  await db.run(sql`CREATE INDEX \`prompts_executed_template_idx\` ON \`prompts_executed\` (\`template_id\`);`)
  await db.run(sql`CREATE INDEX \`prompts_executed_project_idx\` ON \`prompts_executed\` (\`project_id\`);`)
  await db.run(sql`CREATE INDEX \`prompts_executed_task_idx\` ON \`prompts_executed\` (\`task_id\`);`)
  await db.run(sql`CREATE INDEX \`prompts_executed_user_idx\` ON \`prompts_executed\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`prompts_executed_updated_at_idx\` ON \`prompts_executed\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`prompts_executed_created_at_idx\` ON \`prompts_executed\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`project_createdAt_idx\` ON \`prompts_executed\` (\`project_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`sessions_messages\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`role\` text NOT NULL,
  	\`sent_at\` text,
  	\`content\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`sessions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`sessions_messages_order_idx\` ON \`sessions_messages\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`sessions_messages_parent_id_idx\` ON \`sessions_messages\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`sessions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`project_id\` text(36) NOT NULL,
  	\`user_id\` text(36),
  	\`context\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`project_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`sessions_project_idx\` ON \`sessions\` (\`project_id\`);`)
  await db.run(sql`CREATE INDEX \`sessions_user_idx\` ON \`sessions\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`sessions_updated_at_idx\` ON \`sessions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sessions_created_at_idx\` ON \`sessions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`sessions_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`sessions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`sessions_rels_order_idx\` ON \`sessions_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`sessions_rels_parent_idx\` ON \`sessions_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`sessions_rels_path_idx\` ON \`sessions_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`sessions_rels_media_id_idx\` ON \`sessions_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`role\` text DEFAULT 'producer' NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`enable_a_p_i_key\` integer,
  	\`api_key\` text,
  	\`api_key_index\` text,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE TABLE \`events\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`sequence\` numeric NOT NULL,
  	\`type\` text NOT NULL,
  	\`action\` text NOT NULL,
  	\`entity_collection\` text NOT NULL,
  	\`entity_id\` text NOT NULL,
  	\`actor_id\` text(36),
  	\`actor_kind\` text,
  	\`before\` text,
  	\`after\` text,
  	\`request_id\` text,
  	\`project_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`actor_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`project_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`events_sequence_idx\` ON \`events\` (\`sequence\`);`)
  await db.run(sql`CREATE INDEX \`events_type_idx\` ON \`events\` (\`type\`);`)
  await db.run(sql`CREATE INDEX \`events_actor_idx\` ON \`events\` (\`actor_id\`);`)
  await db.run(sql`CREATE INDEX \`events_project_idx\` ON \`events\` (\`project_id\`);`)
  await db.run(sql`CREATE INDEX \`events_updated_at_idx\` ON \`events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`events_created_at_idx\` ON \`events\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`project_sequence_idx\` ON \`events\` (\`project_id\`,\`sequence\`);`)
  await db.run(sql`CREATE INDEX \`entityCollection_entityId_sequence_idx\` ON \`events\` (\`entity_collection\`,\`entity_id\`,\`sequence\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
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
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`projects_collaborators\`;`)
  await db.run(sql`DROP TABLE \`projects\`;`)
  await db.run(sql`DROP TABLE \`projects_texts\`;`)
  await db.run(sql`DROP TABLE \`_projects_v_version_collaborators\`;`)
  await db.run(sql`DROP TABLE \`_projects_v\`;`)
  await db.run(sql`DROP TABLE \`_projects_v_texts\`;`)
  await db.run(sql`DROP TABLE \`episodes\`;`)
  await db.run(sql`DROP TABLE \`_episodes_v\`;`)
  await db.run(sql`DROP TABLE \`scenes_dialogue_lines\`;`)
  await db.run(sql`DROP TABLE \`scenes\`;`)
  await db.run(sql`DROP TABLE \`scenes_texts\`;`)
  await db.run(sql`DROP TABLE \`scenes_rels\`;`)
  await db.run(sql`DROP TABLE \`_scenes_v_version_dialogue_lines\`;`)
  await db.run(sql`DROP TABLE \`_scenes_v\`;`)
  await db.run(sql`DROP TABLE \`_scenes_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_scenes_v_rels\`;`)
  await db.run(sql`DROP TABLE \`characters_relationships\`;`)
  await db.run(sql`DROP TABLE \`characters\`;`)
  await db.run(sql`DROP TABLE \`characters_texts\`;`)
  await db.run(sql`DROP TABLE \`characters_rels\`;`)
  await db.run(sql`DROP TABLE \`_characters_v_version_relationships\`;`)
  await db.run(sql`DROP TABLE \`_characters_v\`;`)
  await db.run(sql`DROP TABLE \`_characters_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_characters_v_rels\`;`)
  await db.run(sql`DROP TABLE \`locations\`;`)
  await db.run(sql`DROP TABLE \`locations_rels\`;`)
  await db.run(sql`DROP TABLE \`_locations_v\`;`)
  await db.run(sql`DROP TABLE \`_locations_v_rels\`;`)
  await db.run(sql`DROP TABLE \`worlds\`;`)
  await db.run(sql`DROP TABLE \`worlds_rels\`;`)
  await db.run(sql`DROP TABLE \`voices\`;`)
  await db.run(sql`DROP TABLE \`shots\`;`)
  await db.run(sql`DROP TABLE \`shots_texts\`;`)
  await db.run(sql`DROP TABLE \`shots_rels\`;`)
  await db.run(sql`DROP TABLE \`_shots_v\`;`)
  await db.run(sql`DROP TABLE \`_shots_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_shots_v_rels\`;`)
  await db.run(sql`DROP TABLE \`panels\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`DROP TABLE \`tasks\`;`)
  await db.run(sql`DROP TABLE \`tasks_rels\`;`)
  await db.run(sql`DROP TABLE \`prompt_templates_test_cases\`;`)
  await db.run(sql`DROP TABLE \`prompt_templates\`;`)
  await db.run(sql`DROP TABLE \`_prompt_templates_v_version_test_cases\`;`)
  await db.run(sql`DROP TABLE \`_prompt_templates_v\`;`)
  await db.run(sql`DROP TABLE \`prompts_executed\`;`)
  await db.run(sql`DROP TABLE \`sessions_messages\`;`)
  await db.run(sql`DROP TABLE \`sessions\`;`)
  await db.run(sql`DROP TABLE \`sessions_rels\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`events\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
}
