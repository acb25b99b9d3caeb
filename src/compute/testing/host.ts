import { ComputePool } from '../ComputePool'

/** A server in the midst of work: tells the number of its process, which then hears nothing any more. */
const pool = new ComputePool({ entry: 'src/compute/testing/jobs.ts', size: 1, idleMs: 60_000 })
pool.run('where', null).then((pid) => {
  void pool.run('deaf', null)
  process.send?.(pid)
})
