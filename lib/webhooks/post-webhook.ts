import { lookup as findAddresses, type LookupAddress } from 'node:dns'
import { type ClientRequest, request as plainRequest, type RequestOptions } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isLoopback, isPublicAddress } from './public-address.ts'

export type WebhookPost = Readonly<{
  url: string
  headers: Readonly<Record<string, string>>
  body: string
  /** This machine may be reached: the demonstration. */
  isLoopbackAllowed: boolean
  timeoutMs?: number
}>

const usualTimeoutMs = 10_000
const longestAnswer = 300

/** What a receiver answered; no status when none came. `text` is for people, shortened. */
export type WebhookAnswer = Readonly<{ status: number | undefined; text: string }>

/**
 * Sends one message and waits for the status; follows no redirect.
 *
 * The name is looked up here and the connection goes to the address that was looked at, so a name that leads to this
 * machine or its network, now or a moment later, is refused.
 */
export function postWebhook(post: WebhookPost): Promise<WebhookAnswer> {
  const { url: text, headers, body, timeoutMs = usualTimeoutMs } = post
  const url = new URL(text)
  const mayReach = (address: string) => isPublicAddress(address) || (post.isLoopbackAllowed && isLoopback(address))
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !mayReach(host)) return Promise.resolve({ status: undefined, text: refused })
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)) },
    lookup: guardedLookup(mayReach),
    agent: false,
  }
  return new Promise((resolve) => {
    const request = (url.protocol === 'https:' ? tlsRequest : plainRequest)(url, options)
    // The whole exchange, not only its silences.
    const timer = setTimeout(() => request.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)), timeoutMs)
    const done = (answer: WebhookAnswer) => {
      clearTimeout(timer)
      resolve(answer)
    }
    listen(request, done)
    request.end(body)
  })
}

const refused = 'address_refused: it leads into a private network'

function listen(request: ClientRequest, done: (answer: WebhookAnswer) => void): void {
  request.once('error', (error) => done({ status: undefined, text: error.message.slice(0, longestAnswer) }))
  request.once('response', (response) => {
    let text = ''
    const finish = () => {
      response.destroy()
      done({ status: response.statusCode, text: text.slice(0, longestAnswer) })
    }
    response.setEncoding('utf8')
    response.on('data', (chunk: string) => {
      text += chunk
      if (text.length >= longestAnswer) finish()
    })
    response.once('end', finish)
    response.once('error', finish)
  })
}

function guardedLookup(mayReach: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    findAddresses(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first] = found ?? []
      if (error || !first) return callback(error ?? new Error('the name leads nowhere'), '', 0)
      // One private address among public ones is enough: which of them is used is not ours to say.
      if (!found.every(({ address }) => mayReach(address))) return callback(new Error(refused), '', 0)
      return options.all ? callback(null, found) : callback(null, first.address, first.family)
    })
  }
}
