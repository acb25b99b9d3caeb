import type { Payload } from 'payload'
import { env } from '@/config/env'
import { engineOf } from '@/database/engine'
import { ScriptService } from '@/database/services/ScriptService'
import { TaskService } from '@/database/services/TaskService'
import { recurring } from '@/pipeline/recurring'
import { handlers } from '@/pipeline/registry'
import { Worker } from './Worker'

/** Takes up what an earlier process left: half imports, leases that nobody can hold any more. */
export async function recover(payload: Payload): Promise<void> {
  const isExclusiveOwner = !engineOf(payload).capabilities.isMultiProcess
  const mended = await new TaskService({ payload }).maintain({ isExclusiveOwner })
  await new ScriptService({ payload }).resumeImports()
  if (mended.recovered > 0) payload.logger.info({ msg: 'Took up what was left unfinished', ...mended })
}

/** A worker for all types of task, as the environment says. */
export async function startWorker(payload: Payload): Promise<Worker> {
  await recover(payload)
  const { WORKER_CONCURRENCY, WORKER_LEASE_SECONDS } = env()
  return new Worker({
    payload,
    handlers,
    recurring,
    concurrency: WORKER_CONCURRENCY,
    leaseSeconds: WORKER_LEASE_SECONDS,
  }).start()
}
