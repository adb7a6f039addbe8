import { spinner } from '@clack/prompts'

/** Shows how a long step goes, in place on a terminal and line by line in a log. */
export type Say = (what: string) => void

/**
 * Runs one step and says how long it took.
 *
 * @param run May call its argument as often as it likes with what it is doing now.
 */
export async function step<Result>(title: string, run: (say: Say) => Promise<Result>): Promise<Result> {
  const startedAt = Date.now()
  const seconds = () => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`
  if (!process.stdout.isTTY) {
    process.stdout.write(`${title}\n`)
    const result = await run(() => undefined)
    process.stdout.write(`  done in ${seconds()}\n`)
    return result
  }
  const shown = spinner()
  shown.start(title)
  try {
    const result = await run((what) => shown.message(`${title} · ${what}`))
    shown.stop(`${title} · ${seconds()}`)
    return result
  } catch (error) {
    shown.error(title)
    throw error
  }
}
