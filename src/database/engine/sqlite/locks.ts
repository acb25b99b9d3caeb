import type { LockStore } from '@/contracts'
import type { Connection } from './connection'

/** Locks in a table of the engine's own: no collection, nobody but the engine reads it. */
export function sqliteLockStore(connection: () => Connection): LockStore {
  return {
    async acquire(name, token, seconds) {
      const now = Date.now()
      const changed = connection().change(
        `INSERT INTO showrunner_locks (name, token, expires_at) VALUES (?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET token = excluded.token, expires_at = excluded.expires_at
         WHERE showrunner_locks.expires_at < ? OR showrunner_locks.token = excluded.token`,
        [name, token, now + seconds * 1000, now],
      )
      return changed === 1
    },
    async isHeld(name) {
      const held = 'SELECT 1 FROM showrunner_locks WHERE name = ? AND expires_at >= ?'
      return connection().rows(held, [name, Date.now()]).length > 0
    },
    async release(name, token) {
      connection().change('DELETE FROM showrunner_locks WHERE name = ? AND token = ?', [name, token])
    },
  }
}
