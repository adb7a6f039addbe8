import { expect, test } from 'vitest'
import { sourceFiles, withoutComments } from '../support/source-files.ts'

const files = [...sourceFiles('app', 'components', 'lib', 'db', 'public')].map(({ path, text }) => ({
  path,
  code: withoutComments(text),
}))

function filesWith(pattern: RegExp): string[] {
  return files.filter(({ code }) => pattern.test(code)).map(({ path }) => path)
}

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(200)
})

test.each([
  ['server actions', /['"]use server['"]/],
  ['framework caches', /['"]use cache/],
  ['the picture generator of the framework', /next\/og/],
  ['the picture optimizer of the framework', /remotePatterns|from ['"]next\/image['"]/],
  ['rewrites', /\brewrites\s*[(:]/],
  ['client navigation', /next\/link['"]/],
  ['inline styles', /\sstyle=\{/],
  ['subscriptions', /\b(open|create|start|renew)Subscription\b|\bsubscribe(Payer|Charge)\b|\brecurring\b/i],
  ['code from text', /\beval\(|new Function\(/],
])('no file uses %s', (_, pattern) => {
  expect(filesWith(pattern)).toEqual([])
})

test('HTML from text is written as data, or by the template that escapes it', () => {
  const ways = ['components/ui/drawn-part.tsx']
  expect(filesWith(/dangerouslySetInnerHTML/)).toEqual(ways)
  // The part takes any text, so only `Drawn`, which takes nothing but markup, may use it or keep a text for it.
  expect(filesWith(/<DrawnPart\b/)).toEqual(['components/ui/drawn.tsx'])
  expect(filesWith(/\bkeepMarkup\(/)).toEqual(['components/ui/drawn.tsx', 'lib/text/drawn-markup.ts'])
  expect(filesWith(/\bnew Markup\(/)).toEqual(['lib/text/markup.ts'])
})

test('only the configuration and the command line read the environment', () => {
  const readers = filesWith(/process\.env/).filter((path) => !path.startsWith('lib/cli/'))
  expect(readers).toEqual(['lib/config/env.ts'])
})

test('the clock and chance are read at the edge', () => {
  const pure = [
    'lib/ads/',
    'lib/checkout/',
    'lib/ledger/',
    'lib/money/',
    'lib/pricing/',
    'lib/purchases/',
    'lib/wallet/',
  ]
  const clocks = filesWith(/\bDate\.now\(|new Date\(\)|Math\.random\(/)
  expect(clocks.filter((path) => pure.some((folder) => path.startsWith(folder)))).toEqual([])
})
