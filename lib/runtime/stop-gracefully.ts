import type { Server, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** The answers under way, so that a stop can wait for them and end those that would never end by themselves. */
export type OpenAnswers = Readonly<{
  add: (response: ServerResponse) => void
  endStreams: () => void
  count: () => number
}>

export function trackAnswers(): OpenAnswers {
  const open = new Set<ServerResponse>()
  return {
    add: (response) => {
      open.add(response)
      response.once('close', () => open.delete(response))
    },
    endStreams: () => {
      for (const response of open) {
        if (String(response.getHeader('content-type') ?? '').startsWith('text/event-stream')) response.destroy()
      }
    },
    count: () => open.size,
  }
}

/** Takes no new connection, lets the answers under way finish for at most `graceMs`, then cuts what is left. */
export async function stopServing(
  server: Server,
  { answers, graceMs }: Readonly<{ answers: OpenAnswers; graceMs: number }>,
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  answers.endStreams()
  const deadline = Date.now() + graceMs
  while (answers.count() > 0 && Date.now() < deadline) {
    await wait(20)
    server.closeIdleConnections()
  }
  server.closeAllConnections()
  await closed
}
