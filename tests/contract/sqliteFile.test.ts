import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createClient } from '@libsql/client'
import { afterEach, expect, it, vi } from 'vitest'
import type { Connection, Statement } from '@/database/engine/sqlite/connection'
import { closeFile, openExclusively } from '@/database/engine/sqlite/file'
import { sqliteLockStore } from '@/database/engine/sqlite/locks'
import { OWN_SCHEMA } from '@/database/engine/sqlite/schema'
import { describeEngine } from './engines'

const root = fileURLToPath(new URL('../..', import.meta.url))
const children: ChildProcess[] = []
const dirs: string[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const dir of dirs.splice(0)) fs.rmSync(dir, { recursive: true, force: true })
})

const scratchDir = (): string => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'showrunner-owner-'))
  dirs.push(dir)
  return dir
}

const fileOf = (uri: string): string => uri.slice('file:'.length)

interface Said {
  opened?: string
  task?: string
  project?: string
  code?: string
  status?: number
  message?: string
}

/** Starts another process on a database. @returns it, and what it says line by line. */
function startOwner(uri: string, what: 'open' | 'write') {
  const child = spawn(process.execPath, ['scripts/run-ts.mjs', 'tests/contract/children/owner.ts', what], {
    cwd: root,
    env: { ...process.env, DATABASE_URI: uri, NODE_ENV: 'test' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<Said> => JSON.parse((await lines.next()).value ?? '{}') as Said
  return { child, next }
}

/** The statements that `work` has the engine run, in order. */
async function statementsOf(connection: Connection, work: () => Promise<void>): Promise<Statement[]> {
  const run: Statement[] = []
  const spies = (['rows', 'change'] as const).map((face) => {
    const real = connection[face].bind(connection)
    return vi.spyOn(connection, face).mockImplementation((sql: string, args = []) => {
      run.push({ sql, args })
      return real(sql, args) as never
    })
  })
  await work()
  for (const spy of spies) spy.mockRestore()
  return run
}

// A process that bundles itself as it starts is slow on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

describeEngine('sqlite', 'The database file', (booted) => {
  it('has one owner: a second process is told so, at once and in plain words', async () => {
    const { next } = startOwner(booted().uri, 'open')
    const said = await next()
    expect(said).toMatchObject({ code: 'database-unavailable', status: 503 })
    expect(said.message).toMatch(/in use by another Showrunner process/)
    expect(said.message).toMatch(/DATABASE_URI to a MongoDB address/)
    expect(await booted().engine.ping()).toBe(true)
    await booted().engine.tasks.insert([{ type: 'after-the-intruder', input: {} }])
  })

  it('that is no database is refused and left as it is', async () => {
    const file = path.join(scratchDir(), 'notes.db')
    const content = 'These are my notes, not a database.\n'.repeat(50)
    fs.writeFileSync(file, content)
    const said = await startOwner(`file:${file}`, 'open').next()
    expect(said).toMatchObject({ code: 'database-unavailable', status: 503 })
    expect(said.message).toMatch(/is not a Showrunner database/)
    expect(fs.readFileSync(file, 'utf8')).toBe(content)
  })

  it('cannot be a directory', async () => {
    const said = await startOwner(`file:${scratchDir()}`, 'open').next()
    expect(said).toMatchObject({ code: 'database-unavailable', status: 503 })
  })

  it('keeps every committed write when its owner is killed, and opens again', async () => {
    const uri = `file:${path.join(scratchDir(), 'killed.db')}`
    const { child, next } = startOwner(uri, 'write')
    expect(await next()).toEqual({ opened: 'sqlite' })
    const committed: Said[] = []
    while (committed.length < 40) committed.push(await next())
    child.kill('SIGKILL')
    await once(child, 'exit')
    // A copy: libsql lets go of a file some time after close(), and the file must be free for the next owner.
    const copy = path.join(scratchDir(), 'copy.db')
    for (const part of ['', '-wal']) fs.copyFileSync(`${fileOf(uri)}${part}`, `${copy}${part}`)
    const client = createClient({ url: `file:${copy}` })
    const { rows: check } = await client.execute('PRAGMA integrity_check')
    expect(check[0]?.integrity_check).toBe('ok')
    const { rows: tasks } = await client.execute(`SELECT id FROM tasks WHERE type = 'survivor'`)
    const { rows: projects } = await client.execute('SELECT id FROM projects')
    const { rows: events } = await client.execute(
      'SELECT COUNT(*) AS count, MAX(sequence) AS last FROM events',
    )
    client.close()
    expect(tasks.map(({ id }) => id)).toEqual(expect.arrayContaining(committed.map(({ task }) => task)))
    expect(projects.map(({ id }) => id)).toEqual(
      expect.arrayContaining(committed.map(({ project }) => project)),
    )
    expect(events[0]?.count).toBe(events[0]?.last)
    expect(await startOwner(uri, 'open').next()).toEqual({ opened: 'sqlite' })
  })

  it('is held by nobody any more when it is opened: locks of a process that is gone are not waited for', async () => {
    const uri = `file:${path.join(scratchDir(), 'locks.db')}`
    const locksOf = () => {
      const connection = openExclusively(uri)
      for (const sql of OWN_SCHEMA) if (sql.includes('showrunner_locks')) connection.change(sql)
      return sqliteLockStore(() => connection)
    }
    expect(await locksOf().acquire('project-1', 'the one that was killed', 60)).toBe(true)
    expect(await locksOf().acquire('project-1', 'another of this process', 60)).toBe(false)
    closeFile(uri)
    expect(await locksOf().acquire('project-1', 'the next', 60)).toBe(true)
    closeFile(uri)
  })

  it('serves each operation of the queue from its partial index', async () => {
    const connection = openExclusively(booted().uri)
    const planOf = ({ sql, args }: Statement): string =>
      connection
        .rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, args)
        .map(({ detail }) => detail)
        .join('\n')
    const run = await statementsOf(connection, async () => {
      const { tasks } = booted().engine
      await tasks.claim({ worker: 'w', limit: 1, leaseSeconds: 60 })
      await tasks.claim({ worker: 'w', types: ['a', 'b'], limit: 2, leaseSeconds: 60 })
      await tasks.promoteDue(new Date())
      await tasks.recoverExpired({ now: new Date() })
      await tasks.recoverExpired({ now: new Date(), isExclusiveOwner: true })
      await tasks.sweepFinished(new Date(), 10)
      await tasks.release({ id: 'ended', parentId: 'parent' })
    })
    const indexes = [
      'tasks_claim',
      'tasks_claim',
      'tasks_due',
      'tasks_leases',
      'tasks_leases',
      'tasks_finished ',
      'tasks_unfinished_children',
      'tasks_rels_tasks_id_idx',
    ]
    expect(run).toHaveLength(indexes.length)
    for (const [index, statement] of run.entries()) {
      const plan = planOf(statement)
      expect(plan).toContain(indexes[index])
      expect(plan, 'sorts nothing').not.toContain('TEMP B-TREE')
    }
  })
})
