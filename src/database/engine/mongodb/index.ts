import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { ObjectId } from 'mongodb'
import type { Connection } from 'mongoose'
import type { DatabaseAdapterObj } from 'payload'
import { RateLimiterMongo } from 'rate-limiter-flexible'
import type { DatabaseEngine, EngineCapabilities } from '@/contracts'
import { DatabaseUnavailable } from '@/errors'
import { sayWhatIsGone } from '../goneMeanwhile'
import { rateLimitStore } from '../rateLimits'
import { workAfterCommit } from './afterCommit'
import { changeDocuments } from './changeDocuments'
import type { GetDb } from './client'
import { createOwnIndexes } from './createIndexes'
import { mongodbEventStore } from './events'
import { findNothingByNoId } from './idsOfNothing'
import { RATE_LIMITS } from './indexes'
import { insertDocuments } from './insertDocuments'
import { mongodbLockStore } from './locks'
import { migrate, rollBackNewest } from './migrate'
import { openTransactions } from './openTransaction'
import { mongodbTaskStore } from './tasks'
import { translateWriteConflicts } from './writeConflicts'

interface MongoInstance {
  connection?: Connection
  connect: (options?: { hotReload: boolean }) => Promise<void>
}

/** The address without name and password, for messages. */
const hostsOf = (uri: string): string => uri.replace(/\/\/[^@/]*@/, '//').replace(/\?.*$/, '')

/** The engine for any number of processes, on one MongoDB. */
export function mongodbEngine(uri: string): DatabaseEngine {
  let instance: MongoInstance | undefined
  let giveWork: ReturnType<typeof workAfterCommit> | undefined
  const db: GetDb = () => {
    const connected = instance?.connection?.db
    if (!connected) throw new Error('The database is not connected yet.')
    return connected
  }

  const base = mongooseAdapter({
    url: uri,
    // Collections are called what they are called in the API; else `prompts-executed` would gain an s.
    autoPluralization: false,
    // Indexes are there before the first write, and made once: a unique one that is still being built in the
    // background, as the adapter would have it, lets duplicates in.
    ensureIndexes: true,
    connectOptions: { autoIndex: false, appName: 'showrunner' },
    migrationDir: 'src/database/migrations/mongodb',
  })

  const capabilities: EngineCapabilities = {
    /** As Payload's adapter sees it: it uses transactions where the address names a replica set. */
    get hasTransactions() {
      return Boolean(instance?.connection?.getClient().options.replicaSet)
    },
    hasTextSearch: true,
    hasTtl: true,
    hasVectorSearch: false,
    isMultiProcess: true,
  }

  const locks = mongodbLockStore(db)
  const events = mongodbEventStore(db)
  const engine: DatabaseEngine = {
    name: 'mongodb',
    capabilities,
    adapter: {
      ...base,
      init: (args) => {
        const adapter = base.init(args)
        const mongo = adapter as unknown as MongoInstance
        instance = mongo
        openTransactions(adapter, db)
        translateWriteConflicts(adapter)
        findNothingByNoId(adapter)
        giveWork = workAfterCommit(adapter)
        sayWhatIsGone(adapter)
        const connect = mongo.connect
        mongo.connect = async function connectOrExplain(this: MongoInstance, options) {
          try {
            await connect.call(this, options)
          } catch (error) {
            throw new DatabaseUnavailable(
              `The MongoDB at ${hostsOf(uri)} cannot be used: ${(error as Error).message}`,
            )
          }
        }
        return Object.assign(adapter, { engine })
      },
    } as DatabaseAdapterObj,
    tasks: mongodbTaskStore(db, events),
    events,
    locks,
    rateLimits: rateLimitStore(
      (options) =>
        new RateLimiterMongo({
          ...options,
          storeClient: db(),
          tableName: RATE_LIMITS,
          disableIndexesCreation: true,
        }),
    ),
    async prepare(payload) {
      await migrate(payload, locks)
      await createOwnIndexes(db)
    },
    async afterCommit({ transactionID }, name, work) {
      const id = (await transactionID) ?? null
      await (giveWork ? giveWork(id === null ? null : String(id), name, work) : work())
    },
    rollBack: (payload) => rollBackNewest(payload, locks),
    insertDocuments,
    changeDocuments: (payload, args) => changeDocuments(events, payload, args),
    // Of two transactions that change one document one is refused: see translateWriteConflicts.
    keepRead: () => {},
    newId: () => new ObjectId().toHexString(),
    async ping() {
      // Without a limit of its own it would wait as long as any other operation for a server to come back.
      await db().command({ ping: 1 }, { timeoutMS: 2_000 })
      return true
    },
  }
  return engine
}
