/**
 * Asks the simulator's control interface something, as its pages do.
 *
 * @param server.origin Of the server the simulator runs in.
 * @returns Whatever it answers; each test looks at what it needs of it.
 */
export async function askPhone(server: Readonly<{ origin: string }>, path: string, body?: Record<string, unknown>) {
  const response = await fetch(`${server.origin}/simulator/api/${path}`, {
    ...(body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  return JSON.parse(await response.text())
}
