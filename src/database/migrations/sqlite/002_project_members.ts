import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'
import { report } from '../report'

// The tables are as scripts/make-migration.mjs wrote them; moving what is in them is added by hand.

type Db = MigrateUpArgs['db']

const count = async (db: Db, table: string): Promise<number> => {
  const { rows } = await db.run(sql.raw(`SELECT count(*) AS n FROM \`${table}\``))
  return Number(rows[0]?.n ?? 0)
}

/** Rows of a list of people, but those whose user is gone, to the list's new name. */
async function movePeople(db: Db, from: string, to: string, extra = ''): Promise<void> {
  const columns = '`_order`, `_parent_id`, `id`, `user_id`, `role`' + extra
  await db.run(
    sql.raw(`INSERT INTO \`${to}\` (${columns}) SELECT ${columns} FROM \`${from}\` WHERE \`user_id\` IS NOT NULL`),
  )
}

/** What of the project's people cannot be moved, in words. */
async function withoutUser(db: Db, table: string): Promise<string[]> {
  const { rows } = await db.run(
    sql.raw(
      `SELECT p.\`title\` AS title, c.\`role\` AS role FROM \`${table}\` c JOIN \`projects\` p ON p.\`id\` = c.\`_parent_id\` WHERE c.\`user_id\` IS NULL`,
    ),
  )
  return rows.map(({ title, role }) => `${title}: somebody (${role}) whose user is gone`)
}

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`projects_members\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`user_id\` text(36),
  	\`role\` text DEFAULT 'editor' NOT NULL,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`projects\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`projects_members_order_idx\` ON \`projects_members\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`projects_members_parent_id_idx\` ON \`projects_members\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`projects_members_user_idx\` ON \`projects_members\` (\`user_id\`);`)
  await db.run(sql`CREATE TABLE \`_projects_v_version_members\` (
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
  await db.run(sql`CREATE INDEX \`_projects_v_version_members_order_idx\` ON \`_projects_v_version_members\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_projects_v_version_members_parent_id_idx\` ON \`_projects_v_version_members\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_projects_v_version_members_user_idx\` ON \`_projects_v_version_members\` (\`user_id\`);`)
  const notConverted = await withoutUser(db, 'projects_collaborators')
  await movePeople(db, 'projects_collaborators', 'projects_members')
  await movePeople(db, '_projects_v_version_collaborators', '_projects_v_version_members', ', `_uuid`')
  await db.run(sql`DROP TABLE \`projects_collaborators\`;`)
  await db.run(sql`DROP TABLE \`_projects_v_version_collaborators\`;`)
  await db.run(sql`ALTER TABLE \`projects\` ADD \`episodes_made\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`_projects_v\` ADD \`version_episodes_made\` numeric DEFAULT 0;`)
  // What was counted is the number there; how many are planned nobody has said yet.
  await db.run(sql`UPDATE \`projects\` SET \`episodes_made\` = coalesce(\`episode_count\`, 0), \`episode_count\` = 0;`)
  await db.run(
    sql`UPDATE \`_projects_v\` SET \`version_episodes_made\` = coalesce(\`version_episode_count\`, 0), \`version_episode_count\` = 0;`,
  )
  report(payload, {
    name: '002_project_members',
    direction: 'up',
    moved: { projects: await count(db, 'projects'), members: await count(db, 'projects_members') },
    notConverted,
  })
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
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
  const notConverted = await withoutUser(db, 'projects_members')
  const { rows: planned } = await db.run(
    sql`SELECT \`title\`, \`episode_count\` AS n FROM \`projects\` WHERE \`episode_count\` > 0`,
  )
  notConverted.push(...planned.map(({ title, n }) => `${title}: that ${n} episodes are planned`))
  await movePeople(db, 'projects_members', 'projects_collaborators')
  await movePeople(db, '_projects_v_version_members', '_projects_v_version_collaborators', ', `_uuid`')
  await db.run(sql`UPDATE \`projects\` SET \`episode_count\` = \`episodes_made\`;`)
  await db.run(sql`UPDATE \`_projects_v\` SET \`version_episode_count\` = \`version_episodes_made\`;`)
  await db.run(sql`DROP TABLE \`projects_members\`;`)
  await db.run(sql`DROP TABLE \`_projects_v_version_members\`;`)
  await db.run(sql`ALTER TABLE \`projects\` DROP COLUMN \`episodes_made\`;`)
  await db.run(sql`ALTER TABLE \`_projects_v\` DROP COLUMN \`version_episodes_made\`;`)
  report(payload, {
    name: '002_project_members',
    direction: 'down',
    moved: { projects: await count(db, 'projects'), collaborators: await count(db, 'projects_collaborators') },
    notConverted,
  })
}
