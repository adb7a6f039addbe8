import { findSetting } from '../../../lib/settings/settings-queries.ts'

export const dynamic = 'force-dynamic'

/** The operator's own mark; its address names the version, so it may be kept. */
export function GET(): Response {
  const logo = findSetting('logo')
  if (!logo) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(Buffer.from(logo.base64, 'base64')), {
    headers: {
      'content-type': logo.type,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'public, max-age=31536000, immutable',
    },
  })
}
