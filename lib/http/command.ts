import type { z } from 'zod'
import { isConflict } from '../errors/conflict.ts'
import { DomainError, type FieldProblem, isDomainError } from '../errors/domain-error.ts'
import { type Locale, localeOr, preferredLocale } from '../i18n/locales.ts'
import type { LimitRule } from '../rate-limit/rate-limit.ts'
import { consumeLimit } from '../rate-limit/rate-limit.ts'
import { currentTime } from '../time/time.ts'
import { answerJson, answerProblem, answerRedirect } from './answers.ts'
import type { CommandAnswer } from './command-answer.ts'
import { type Flash, writeFlash } from './flash.ts'
import { answerOnce } from './idempotency.ts'
import { askForProof } from './proof.ts'
import { type CommandBody, readBody } from './read-body.ts'
import { holdUploadRoom, readUpload, type UploadedFile } from './read-upload.ts'
import { isProgram, ownPath, requireSameOrigin } from './request-guard.ts'

export type CommandContext<Actor> = Readonly<{
  actor: Actor
  now: number
  locale: Locale
  /** The client's address as the server sees it behind its trusted proxies. */
  address: string
  userAgent: string
  cookies: string | null
  /** What a form with files brought; empty for any other command. */
  files: readonly UploadedFile[]
}>

type Definition<Actor, Schema extends z.ZodType, Result> = Readonly<{
  /** Who may call; throws a refusal otherwise. */
  actor: (request: Request) => Promise<Actor> | Actor
  /** The body, with the route's parameters laid over it. */
  input: Schema
  limit: LimitRule
  /**
   * Takes files. Such a body is large, so who calls and how often is checked before it is read, and a plain form names
   * the page to come back to in the address (`?from=`) as well.
   */
  takesFiles?: true
  /**
   * Called by programs that hold no cookie and name no origin, as no other site can make a browser call without. Always
   * answered in JSON, and never from what was answered before.
   */
  isForPrograms?: true
  run: (input: z.output<Schema>, context: CommandContext<Actor>) => Promise<Result>
  respond: (result: Result, context: CommandContext<Actor>, input: z.output<Schema>) => CommandAnswer
}>

type RouteContext = Readonly<{ params: Promise<Readonly<Record<string, string | string[] | undefined>>> }>

/**
 * The only way to export a write route. Checks, in this order: content type, same origin, size, actor, rate limit,
 * input, Idempotency-Key. JSON callers get JSON and errors as `application/problem+json` (RFC 9457); a plain form gets
 * a 303, on refusal back to the form's own page (its `from` field) with what was typed.
 */
export function command<Actor, Schema extends z.ZodType, Result>(definition: Definition<Actor, Schema, Result>) {
  return async (request: Request, route: RouteContext): Promise<Response> => {
    let body: CommandBody | undefined
    let release: (() => void) | undefined
    try {
      if (!definition.isForPrograms || !isProgram(request.headers)) requireSameOrigin(request.headers)
      if (definition.takesFiles) {
        body = { fields: { from: new URL(request.url).searchParams.get('from') ?? '/' }, isForm: true, raw: '' }
        await definition.actor(request)
        await consumeLimit(definition.limit, addressOf(request.headers))
        release = holdUploadRoom(request.headers)
      }
      const read = await (definition.takesFiles ? readUpload(request) : readBody(request))
      body = read
      const context = await contextOf(definition, request, read)
      if (!definition.takesFiles) await consumeLimit(definition.limit, limitKey(context))
      const input = parseInput(definition.input, { ...read.fields, ...(await route.params) })
      const answer = async () => definition.respond(await definition.run(input, context), context, input)
      if (definition.isForPrograms) return answerJson(await answer())
      if (!wantsJson(request)) return answerRedirect(await answer())
      return await answerOnce({ request, raw: read.raw, address: context.address, now: context.now }, answer)
    } catch (error) {
      const refusal = isConflict(error) ? new DomainError('conflict') : error
      if (!isDomainError(refusal)) throw error
      return definition.isForPrograms ? answerProblem(refusal) : refuse(refusal, request, body)
    } finally {
      release?.()
    }
  }
}

async function contextOf<Actor, Schema extends z.ZodType, Result>(
  definition: Definition<Actor, Schema, Result>,
  request: Request,
  body: CommandBody & Readonly<{ files?: readonly UploadedFile[] }>,
): Promise<CommandContext<Actor>> {
  return {
    actor: await definition.actor(request),
    now: currentTime(),
    locale: localeOr(body.fields['locale'], preferredLocale(request.headers.get('accept-language') ?? undefined)),
    address: addressOf(request.headers),
    userAgent: request.headers.get('user-agent') ?? '',
    cookies: request.headers.get('cookie'),
    files: body.files ?? [],
  }
}

/** The client's address, set by the server around Next after it dropped whatever the client claimed. */
export function addressOf(headers: Headers): string {
  return headers.get('x-obole-address') ?? 'unknown'
}

function limitKey<Actor>(context: CommandContext<Actor>): string {
  const device = (context.actor as { deviceHash?: unknown } | undefined)?.deviceHash
  return typeof device === 'string' ? device : context.address
}

function parseInput<Schema extends z.ZodType>(schema: Schema, fields: unknown): z.output<Schema> {
  const result = schema.safeParse(fields)
  if (result.success) return result.data
  throw new DomainError('invalid_input', { fields: result.error.issues.map((issue) => problemOf(issue)) })
}

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  return { field: issue.path.join('.'), code: issue.code, message: issue.message }
}

function wantsJson(request: Request): boolean {
  return (request.headers.get('accept') ?? '').includes('application/json')
}

function refuse(error: DomainError, request: Request, body: CommandBody | undefined): Response {
  if (wantsJson(request) || !body?.isForm) return answerProblem(error)
  const flash: Flash = {
    code: error.code,
    fields: error.fields,
    values: Object.fromEntries(Object.entries(body.fields).map(([name, value]) => [name, String(value)])),
    ...(error.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: error.retryAfterSeconds }),
  }
  const from = ownPath(body.fields['from'])
  const owner = addressOf(request.headers)
  if (error.code === 'reauthenticate')
    return answerRedirect(askForProof(flash, { from, locale: body.fields['locale'], owner }))
  const { id, cookie } = writeFlash(flash, { owner })
  const [path = '/', query = ''] = from.split('?')
  const search = new URLSearchParams(query)
  search.set('e', id)
  return answerRedirect({ location: `${path}?${search}`, json: {}, cookies: [cookie] })
}
