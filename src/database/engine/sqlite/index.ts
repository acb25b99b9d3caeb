import type { Client } from '@libsql/client'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import { v7 as uuid } from 'uuid'
import type { DatabaseEngine } from '@/contracts'
import { databaseFileOf } from '@/lib/databaseFile'
import { sayWhatIsGone } from '../goneMeanwhile'
import { changeDocuments } from './changeDocuments'
import type { Connection } from './connection'
import { deletePreferenceById } from './deletePreference'
import { sqliteEventStore } from './events'
import { closeFile, openExclusively } from './file'
import { insertDocuments } from './insertDocuments'
import { sqliteLockStore } from './locks'
import { migrate, rollBackNewest } from './migrate'
import { OWN_SCHEMA } from './schema'
import { sqliteTaskStore } from './tasks'
import { withWholeSessions } from './writeSessions'

type SQLiteInstance = { client?: Client; connect: (options?: { hotReload: boolean }) => Promise<void> }

/** The embedded engine: one process owns one file. */
export function sqliteEngine(uri: string): DatabaseEngine {
  let opened: Connection | undefined
  const connection = (): Connection => {
    if (!opened) throw new Error('The database is not connected yet.')
    return opened
  }

  const base = sqliteAdapter({
    client: { url: `file:${databaseFileOf(uri)}` },
    idType: 'uuidv7',
    // The schema comes from migrations alone: what a developer runs is what production runs.
    push: false,
    // `client.transaction()` opens a second connection, which the exclusive lock would refuse.
    transactionOptions: undefined,
    migrationDir: 'src/database/migrations/sqlite',
  })

  const engine: DatabaseEngine = {
    name: 'sqlite',
    capabilities: {
      hasTransactions: false,
      hasTextSearch: false,
      hasTtl: false,
      hasVectorSearch: false,
      isMultiProcess: false,
    },
    adapter: {
      ...base,
      init: (args) => {
        const instance = base.init(args)
        const sqlite = instance as unknown as SQLiteInstance
        const connect = sqlite.connect
        sqlite.connect = async function connectExclusively(this: SQLiteInstance, options) {
          // The adapter keeps a client that is there already, so ours is the only connection.
          opened = openExclusively(uri)
          this.client = opened.client
          await connect.call(this, options)
        }
        withWholeSessions(instance as never, connection)
        sayWhatIsGone(instance)
        deletePreferenceById(instance)
        const destroy = instance.destroy?.bind(instance)
        instance.destroy = async () => {
          await destroy?.()
          closeFile(uri)
          opened = undefined
        }
        return Object.assign(instance, { engine })
      },
    },
    tasks: sqliteTaskStore(connection),
    events: sqliteEventStore(connection),
    locks: sqliteLockStore(connection),
    async prepare(payload: Payload) {
      await migrate(payload, connection())
      const { change, transaction } = connection()
      transaction(() => {
        for (const sql of OWN_SCHEMA) change(sql)
      })
    },
    // There are no transactions that a request would stay in.
    afterCommit: (_req, _name, work) => work(),
    rollBack: (payload: Payload) => rollBackNewest(payload, connection()),
    insertDocuments: (payload, args) => insertDocuments(connection(), payload, args),
    changeDocuments: (payload, args) => changeDocuments(connection(), payload, args),
    newId: () => uuid(),
    async ping() {
      connection().rows('SELECT 1')
      return true
    },
  }
  return engine
}
