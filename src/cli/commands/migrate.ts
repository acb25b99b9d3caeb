import { Command } from 'commander'
import { openStudio } from '../studio'

/** `showrunner migrate`: brings the database's schema and indexes up to date and says what has run. */
export const migrateCommand = (): Command =>
  new Command('migrate')
    .description('Bring the database up to date. Every start does it too; this does it and nothing else.')
    .action(async () => {
      const payload = await openStudio()
      const { docs } = await payload.find({
        collection: 'payload-migrations',
        sort: 'name',
        pagination: false,
        overrideAccess: true,
      })
      for (const migration of docs) process.stdout.write(`applied  ${migration.name}\n`)
      process.stdout.write(`The database is up to date (${docs.length} migrations).\n`)
      await payload.destroy()
    })
