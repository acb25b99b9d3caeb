export type { RunOptions } from './ComputePool'
export { ComputeProcessDied } from './ComputeProcessDied'
export { compute, computeProcessIds, stopComputing } from './compute'
export type { ComputeJobs, JobKind } from './jobs'
