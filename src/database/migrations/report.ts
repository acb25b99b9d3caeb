import type { Payload } from 'payload'

/** What a migration did to the data that was there. */
export interface MigrationReport {
  name: string
  direction: 'up' | 'down'
  /** How many documents or rows of each kind were moved. */
  moved: Record<string, number>
  /** What could not be converted, one line each, in words that name the document. */
  notConverted: string[]
}

const reports: MigrationReport[] = []

/** Says what a migration did: to the log, and to whoever asks {@link migrationReports} in this process. */
export function report(payload: Payload, done: MigrationReport): void {
  reports.push(done)
  const level = done.notConverted.length > 0 ? 'warn' : 'info'
  payload.logger[level]({ msg: 'Migrated data', ...done })
}

/** What the migrations of this process did, oldest first. */
export const migrationReports = (): readonly MigrationReport[] => reports
