import { resolve } from 'node:path'
import { z } from 'zod'

const schema = z.object({
  PORT: z.coerce
    .number('PORT must be a number up to 65535, for example PORT=3000.')
    .int()
    .min(0)
    .max(65535)
    .default(3000),
  OBOLE_HOST: z.string().default('127.0.0.1'),
  OBOLE_DATA_DIR: z.string().default('data'),
  OBOLE_MODE: z.enum(['live', 'demo'], 'OBOLE_MODE is either "live" or "demo".').default('live'),
  OBOLE_ORIGIN: z
    .url('OBOLE_ORIGIN must be the public address of the site, for example OBOLE_ORIGIN=https://annonces.example.')
    .optional(),
  OBOLE_SECRET: z
    .string(
      'OBOLE_SECRET is missing: set it to the output of `openssl rand -base64 48` and keep a copy in a safe place.',
    )
    .min(
      40,
      'OBOLE_SECRET is too short: use at least 40 characters, for example the output of `openssl rand -base64 48`.',
    )
    .refine(
      (secret) => new Set(secret).size >= 16,
      'OBOLE_SECRET is too simple: use a random value, for example the output of `openssl rand -base64 48`.',
    ),
  OBOLE_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  OBOLE_SMTP_URL: z.string().optional(),
  OBOLE_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  OBOLE_PAGE_CACHE_MB: z.coerce.number().int().min(1).max(4096).default(48),
})

export type Config = Readonly<{
  port: number
  host: string
  dataDir: string
  mode: 'live' | 'demo'
  /** The public address, without a final slash; absolute links are made from it and never from `Host`. */
  origin: string
  secret: string
  trustedProxies: number
  smtpUrl: string | undefined
  logLevel: string
  pageCacheBytes: number
}>

export class ConfigError extends Error {
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'))
    this.name = 'ConfigError'
  }
}

/**
 * Reads and checks the environment.
 *
 * @throws ConfigError whose message says, one sentence a line, what to set and how.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const result = schema.safeParse(env)
  if (!result.success) throw new ConfigError(result.error.issues.map((issue) => sentenceOf(issue)))
  const parsed = result.data
  return {
    port: parsed.PORT,
    host: parsed.OBOLE_HOST,
    dataDir: resolve(parsed.OBOLE_DATA_DIR),
    mode: parsed.OBOLE_MODE,
    origin: (parsed.OBOLE_ORIGIN ?? `http://localhost:${parsed.PORT}`).replace(/\/+$/, ''),
    secret: parsed.OBOLE_SECRET,
    trustedProxies: parsed.OBOLE_TRUSTED_PROXIES,
    smtpUrl: parsed.OBOLE_SMTP_URL,
    logLevel: parsed.OBOLE_LOG_LEVEL,
    pageCacheBytes: parsed.OBOLE_PAGE_CACHE_MB * 1024 * 1024,
  }
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0] ?? '')
  return issue.message.includes(name) ? issue.message : `${name}: ${issue.message}.`
}

const shared = globalThis as typeof globalThis & { oboleConfig?: Config }

/** The process's configuration, read from the environment once. */
export function config(): Config {
  shared.oboleConfig ??= readConfig(process.env)
  return shared.oboleConfig
}

/** Replaces the configuration: for tests and for commands that choose a data directory themselves. */
export function useConfig(replacement: Config): void {
  shared.oboleConfig = replacement
}

export function isDemo(): boolean {
  return config().mode === 'demo'
}

/** next-auth takes its own address from the environment alone; told ours, it believes no header of a request. */
export function announceOrigin(): void {
  process.env['NEXTAUTH_URL'] = config().origin
}
