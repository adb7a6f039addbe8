import { currentTime, type Millis } from '../time/time.ts'
import { log } from './log.ts'

/** Work the server does by itself from time to time. */
export type Job = Readonly<{
  name: string
  everyMs: number
  run: (now: Millis) => void | Promise<void>
}>

/**
 * Starts the jobs: each runs at once and then `everyMs` after its last run ended, so it never overlaps itself. One
 * that fails is logged and tried again at its next turn.
 *
 * @returns A function that starts no further run and waits for the running ones.
 */
export function startJobs(jobs: readonly Job[]): () => Promise<void> {
  const stops = jobs.map(startJob)
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}

function startJob(job: Job): () => Promise<void> {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  const turn = async () => {
    try {
      await job.run(currentTime())
    } catch (error) {
      log().error({ job: job.name, error }, 'A job failed; it is tried again at its next turn.')
    }
    if (!isStopped) timer = setTimeout(begin, job.everyMs)
  }
  let running: Promise<void> = Promise.resolve()
  const begin = () => {
    running = turn()
  }
  timer = setTimeout(begin, 0)
  return () => {
    isStopped = true
    clearTimeout(timer)
    return running
  }
}
