import { type Logger, pino } from 'pino'
import { config } from '../config/env.ts'

const shared = globalThis as typeof globalThis & { oboleLog?: Logger }

/** Keys whose values never reach a log line, at any of the depths we log. */
const secretKeys = [
  'phone',
  'email',
  'contact',
  'contactName',
  'msisdn',
  'recipient',
  'code',
  'token',
  'secret',
  'password',
  'cookie',
  'authorization',
  'query',
  'body',
]

/** The process's log: JSON lines on standard output, with every secret and every way to reach a person taken out. */
export function log(): Logger {
  shared.oboleLog ??= pino({
    level: config().logLevel,
    base: null,
    redact: {
      paths: secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
      censor: '[removed]',
    },
    serializers: { error: describeError },
  })
  return shared.oboleLog
}

// Drivers add the bound values of a failed statement to their errors; a name, a message and a place are enough.
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) }
  const reason = 'code' in error ? String(error.code) : undefined
  return { name: error.name, message: withoutNumbers(error.message), reason, stack: placesOf(error) }
}

function withoutNumbers(message: string): string {
  const [statement = ''] = message.split('\nparams:')
  return statement.replace(/\+?\d[\d .-]{7,}\d/g, '[number]').replace(/[^\s@"'<>]+@[^\s@"'<>]+/g, '[address]')
}

function placesOf(error: Error): string {
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return lines.slice(0, 8).join('\n')
}
