import { runJob } from './jobs'
import { serveJobs } from './serveJobs'

/** What each process of the pool runs. */
serveJobs(runJob)
