import { DomainError } from '../errors/domain-error.ts'

type Queue = { tail: Promise<unknown>; waiting: number }
const shared = globalThis as typeof globalThis & { obolePhotoQueue?: Queue }

/** More than this would wait longer than a browser does. */
const mostWaiting = 60

/**
 * Runs `work` once everything given before has ended, one at a time in the whole process: pictures take processor and
 * memory that the pages need, and files must not be thrown away while the row that names them is written.
 *
 * @throws DomainError `rate_limited` when too many wait already.
 */
export async function inPhotoQueue<Result>(work: () => Promise<Result>): Promise<Result> {
  shared.obolePhotoQueue ??= { tail: Promise.resolve(), waiting: 0 }
  const queue = shared.obolePhotoQueue
  if (queue.waiting >= mostWaiting) throw new DomainError('rate_limited', { retryAfterSeconds: 20 })
  queue.waiting += 1
  const turn = queue.tail.then(work)
  queue.tail = turn.catch(() => undefined)
  try {
    return await turn
  } finally {
    queue.waiting -= 1
  }
}
