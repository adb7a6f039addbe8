import { config } from '../../../lib/config/env.ts'
import { adsSitemap, pagesSitemap } from '../../../lib/http/sitemap.ts'

export const dynamic = 'force-dynamic'

/** `pages.xml`, or `ads.xml?after=<sort key>`; streamed, since one may name twenty thousand addresses. */
export async function GET(request: Request, { params }: { params: Promise<{ shard: string }> }): Promise<Response> {
  const { shard } = await params
  const { origin } = config()
  const after = new URL(request.url).searchParams.get('after') ?? '0'
  if (shard !== 'pages.xml' && (shard !== 'ads.xml' || !/^\d{1,16}$/.test(after))) {
    return new Response(null, { status: 404 })
  }
  const lines = shard === 'pages.xml' ? pagesSitemap(origin) : adsSitemap(Number(after), origin)
  return new Response(streamOf(lines), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  })
}

/** Each line is written when the one before it has been taken. */
function streamOf(lines: Generator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull(controller) {
      const { done, value } = lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
}
