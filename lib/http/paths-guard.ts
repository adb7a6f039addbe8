/** Why the server answers a request itself before any page or route sees it. */
export type Refused = Readonly<{ status: 400 | 404 | 405 | 414; reason: string }>

const longestUrl = 4096
const writeDoors = ['/api/', '/simulator/api/']
const demoOnly = ['/simulator', '/inbox']

/**
 * Looks at a request's method, address and headers alone.
 *
 * @returns Why it is refused, or undefined when it may go on.
 */
export function refuseRequest(
  request: Readonly<{ method: string; url: string; hasNextAction: boolean }>,
  site: Readonly<{ isDemo: boolean; isDevelopment: boolean }>,
): Refused | undefined {
  const { method, url } = request
  if (url.length > longestUrl) return { status: 414, reason: 'The address is too long.' }
  const path = pathOf(url)
  if (!isPlainPath(path)) return { status: 400, reason: 'The address is malformed.' }
  if (request.hasNextAction) return { status: 400, reason: 'This site has no such action.' }
  if (isUnder(path, '/_next/image')) return { status: 404, reason: 'Not found.' }
  if (!site.isDemo && demoOnly.some((prefix) => isUnder(path, prefix))) return { status: 404, reason: 'Not found.' }
  const isRead = method === 'GET' || method === 'HEAD'
  const isDoor = writeDoors.some((prefix) => path.startsWith(prefix))
  const isToolOfDevelopment = site.isDevelopment && path.startsWith('/__nextjs')
  if (!isRead && !isDoor && !isToolOfDevelopment) return { status: 405, reason: 'This page can only be read.' }
  return undefined
}

/** The path of a request's address, without its query. */
export function pathOf(url: string): string {
  const end = url.indexOf('?')
  return end === -1 ? url : url.slice(0, end)
}

export function isUnder(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`)
}

// One spelling per page: whatever decodes to another path would be judged as one and served as the other.
function isPlainPath(path: string): boolean {
  if (!path.startsWith('/') || path.startsWith('//')) return false
  if (/\\|%2f|%5c|%[01][0-9a-f]|%7f/i.test(path)) return false
  return !path.split('/').some((segment) => /^(\.|%2e){1,2}$/i.test(segment)) && isDecodable(path)
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

const dropped = /^(x-middleware-|x-nextjs-|x-invoke-|x-obole-|x-now-|x-vercel-)|^(x-matched-path|x-forwarded-host)$/

/** Takes away the request headers by which a stranger could speak to the framework or to us as an insider. */
export function dropInsiderHeaders(headers: Record<string, string | string[] | undefined>): void {
  for (const name of Object.keys(headers)) if (dropped.test(name)) delete headers[name]
}
