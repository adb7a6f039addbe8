import encodeQR from 'qr'
import { config } from '../../../lib/config/env.ts'

/** The short address of an ad as a code to scan, for paper. Any well-formed reference has one: nothing is looked up. */
export async function GET(_request: Request, { params }: { params: Promise<{ ref: string }> }): Promise<Response> {
  const { ref } = await params
  if (!/^[0-9A-HJKMNP-TV-Z]{6}$/.test(ref)) return new Response(null, { status: 404 })
  const svg = encodeQR(`${config().origin}/a/${ref}`, 'svg', { ecc: 'medium', border: 2 })
  return new Response(svg, {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' },
  })
}
