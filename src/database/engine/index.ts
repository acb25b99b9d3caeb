import type { Payload } from 'payload'
import type { DatabaseEngine } from '@/contracts'
import { mongodbEngine } from './mongodb'
import { sqliteEngine } from './sqlite'

/** The engine for a database address: `file:` is SQLite, `mongodb:` is MongoDB. Opens nothing. */
export function createEngine(uri: string): DatabaseEngine {
  return /^mongodb(\+srv)?:/.test(uri) ? mongodbEngine(uri) : sqliteEngine(uri)
}

/** The engine under a running Payload. */
export function engineOf(payload: Payload): DatabaseEngine {
  return (payload.db as unknown as { engine: DatabaseEngine }).engine
}
