import type { Job } from './start-jobs.ts'
import { watchOtherWriters } from './watch-other-writers.ts'

/** Every job of the running server. */
export function allJobs(): readonly Job[] {
  return [{ name: 'watch-other-writers', everyMs: 500, run: watchOtherWriters() }]
}
