import { vi } from 'vitest'

/** Takes the clock away from every timeout of this process: none passes until the test says so. */
export function holdTimeouts() {
  const waiting = new Set<AbortController>()
  const spy = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const controller = new AbortController()
    waiting.add(controller)
    return controller.signal
  })
  return {
    /** Whoever waits for an answer now has waited too long. */
    expire: () => {
      for (const controller of waiting) controller.abort(new DOMException('The test let it pass', 'TimeoutError'))
      waiting.clear()
    },
    restore: () => spy.mockRestore(),
  }
}
