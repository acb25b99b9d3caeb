/**
 * A process that opens the database in DATABASE_URI, for tests of what a second process sees and of what
 * survives a kill. Each line it prints is one JSON value.
 *
 *   owner.ts open    opens, says so, and leaves
 *   owner.ts write   inserts tasks and events for ever, and says each one that is committed
 */
import { getPayload } from 'payload'
import type { DatabaseEngine } from '@/contracts'

const say = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

try {
  const { default: config } = await import('@payload-config')
  const sanitized = await config
  const payload = await getPayload({
    config: {
      ...sanitized,
      logger: { options: { level: 'silent' } } as (typeof sanitized)['logger'],
      typescript: { ...sanitized.typescript, autoGenerate: false },
    },
  })
  const { engine } = payload.db as unknown as { engine: DatabaseEngine }
  say({ opened: engine.name })
  for (let n = 1; process.argv[2] === 'write'; n += 1) {
    const [id] = await engine.tasks.insert([{ type: 'survivor', input: { n } }])
    const project = await payload.create({
      collection: 'projects',
      data: { title: `Survivor ${n}`, type: 'short', status: 'concept' },
    })
    say({ task: id, project: project.id })
  }
} catch (error) {
  const { code, status, message } = error as { code?: string; status?: number; message: string }
  say({ code, status, message })
}
process.exit(0)
