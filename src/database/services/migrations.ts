import type { Payload } from 'payload'
import { engineOf } from '@/database/engine'

export { type MigrationReport, migrationReports } from '@/database/migrations/report'

/** Takes back the newest migration. @returns its name; null where there is none that can be taken back. */
export const rollBackNewest = (payload: Payload): Promise<string | null> =>
  engineOf(payload).rollBack(payload)
