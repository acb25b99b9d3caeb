import { Command } from 'commander'
import { counted } from '@/lib/counted'
import { openStudio } from '../studio'

const describe = (moved: Record<string, number>): string =>
  Object.entries(moved)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ')

/** `showrunner migrate`: brings the database's schema and indexes up to date and says what has run. */
export const migrateCommand = (): Command =>
  new Command('migrate')
    .description('Bring the database up to date. Every start does it too; this does it and nothing else.')
    .option(
      '--down',
      'take back the newest migration, before going back to the version of Showrunner before it',
    )
    .action(async ({ down }: { down?: boolean }) => {
      const payload = await openStudio()
      const { migrationReports, rollBackNewest } = await import('@/database/services/migrations')
      const taken = down ? await rollBackNewest(payload) : null
      const { docs } = await payload.find({
        collection: 'payload-migrations',
        sort: 'name',
        pagination: false,
        overrideAccess: true,
      })
      for (const { name, direction, moved, notConverted } of migrationReports()) {
        process.stdout.write(`${direction === 'up' ? 'moved   ' : 'restored'} ${name}: ${describe(moved)}\n`)
        for (const line of notConverted) process.stdout.write(`         not converted: ${line}\n`)
      }
      for (const migration of docs) process.stdout.write(`applied  ${migration.name}\n`)
      process.stdout.write(
        down
          ? taken
            ? `Took back ${taken}. Start the version of Showrunner before it now: this one would migrate again.\n`
            : 'There is no migration that can be taken back.\n'
          : `The database is up to date (${counted(docs.length, 'migration')}).\n`,
      )
      await payload.destroy()
    })
