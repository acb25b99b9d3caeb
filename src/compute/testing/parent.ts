import { ComputePool } from '../ComputePool'

/** A process that has given another one work without end; it prints whom, and waits to be killed. */
const pool = new ComputePool({ entry: 'src/compute/testing/jobs.ts', size: 1, idleMs: 60_000 })
const pid = await pool.run('where', null)
void pool.run('deaf', null)
setTimeout(() => process.stdout.write(`${pid}\n`), 200)
setInterval(() => undefined, 1_000)
