/**
 * Preloaded before tsx runs TypeScript (`node --import ./scripts/keep-alive.mjs --import tsx …`).
 *
 * On Node 20 the thread that runs tsx's loader does not keep the process alive, so now and then the event
 * loop is empty while an import is still pending and the process ends with status 13 and no word. A timer
 * keeps it running; whoever preloads this must end with process.exit().
 */
import { isMainThread } from 'node:worker_threads'

if (isMainThread) setInterval(() => {}, 2 ** 30)
