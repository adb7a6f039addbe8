import { isDomainError } from '../errors/domain-error.ts'
import { answerProblem } from './answers.ts'

type Params = Readonly<Record<string, string>>
/** Next gives a route without parameters none at all. */
type RouteContext = Readonly<{ params: Promise<Readonly<Record<string, string | string[] | undefined>> | undefined> }>

export type Download = Readonly<{
  body: string | Uint8Array<ArrayBuffer> | Generator<string>
  type: string
  /** What it is kept as; without one the browser shows it. */
  name?: string
}>

/**
 * The way to export a file of one person: kept by nobody, refusals as `application/problem+json`. Lines that are still
 * being made are made as the reader takes them.
 */
export function download(make: (request: Request, params: Params) => Promise<Download>) {
  return async (request: Request, route?: RouteContext): Promise<Response> => {
    const given = Object.entries((await route?.params) ?? {})
    try {
      const { body, type, name } = await make(
        request,
        Object.fromEntries(given.map(([key, value]) => [key, `${value}`])),
      )
      return new Response(typeof body === 'object' && 'next' in body ? streamOf(body) : body, {
        headers: {
          'cache-control': 'private, no-store',
          'content-type': type,
          ...(name === undefined ? {} : { 'content-disposition': `attachment; filename="${name}"` }),
        },
      })
    } catch (error) {
      if (isDomainError(error)) return answerProblem(error)
      throw error
    }
  }
}

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
