import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listProviders } from '../../lib/providers/registry.ts'

const suites = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.test.ts') && name !== 'every-provider.test.ts')
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .filter((text) => text.includes('runProviderContract({'))

/** Our own rails have no company behind them. */
const outside = listProviders().filter(({ rail }) => rail !== 'wallet' && rail !== 'voucher')

/** The file that runs the suite on a kind; one file runs it on all of the demonstration's company. */
function suiteOf(kind: string): string | undefined {
  const mark = kind.startsWith('sim_') ? "startsWith('sim_')" : `providerOf('${kind}')`
  return suites.find((text) => text.includes(mark))
}

test('there are providers to prove', () => {
  expect(outside.length).toBeGreaterThan(10)
})

test.each(outside)('$kind runs the contract of every provider', ({ kind }) => {
  expect(suiteOf(kind)).toBeDefined()
})

test.each(outside.filter(({ refundCharge }) => refundCharge))('$kind is asked for a refund twice', ({ kind }) => {
  expect(suiteOf(kind)).toMatch(/refundCharge/)
})

test.each(outside.filter(({ fetchCharge }) => fetchCharge))(
  '$kind is asked for every state it documents',
  ({ kind }) => {
    expect(suiteOf(kind)).toMatch(/fetched: \{|fetchCharge/)
  },
)

test.each(outside.filter(({ forgetInstrument }) => forgetInstrument))(
  '$kind keeps a card, charges it once and gives it up',
  ({ kind }) => {
    expect(suiteOf(kind)).toMatch(/saveInstrument: true/)
    expect(suiteOf(kind)).toMatch(/savedInstrument: /)
    expect(suiteOf(kind)).toMatch(/forgetInstrument/)
  },
)

test.each(outside.filter(({ readCallback }) => readCallback))('$kind is sent spoiled messages', ({ kind }) => {
  expect(suiteOf(kind)).toMatch(/mutations: /)
})
