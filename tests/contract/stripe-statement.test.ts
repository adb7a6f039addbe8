import { expect, test } from 'vitest'
import { StatementUnreadable } from '../../lib/providers/provider-statement.ts'
import { providerOf } from '../../lib/providers/registry.ts'

const head =
  'balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,source_id,charge_id,payment_intent_id,payment_metadata[correlator]'
const read = (...rows: readonly string[]) => {
  const provider = providerOf('stripe')
  return provider.readStatement?.(Buffer.from([head, ...rows].join('\n'))).lines
}
const charge = 'txn_1,2026-11-20 09:00:00,eur,3.00,0.29,2.71,charge,ch_1,ch_1,pi_1,our-mark'

test('each line is what Stripe calls it, by our own mark where there is one', () => {
  expect(
    read(
      charge,
      'txn_2,2026-11-21 10:00:00,eur,-1.50,0.00,-1.50,refund,re_1,ch_1,pi_1,our-mark',
      'txn_3,2026-11-22 10:00:00,eur,-3.00,15.00,-18.00,dispute,dp_1,ch_1,pi_1,our-mark',
      'txn_4,2026-11-23 10:00:00,eur,3.00,-15.00,18.00,dispute_reversal,dp_1,ch_1,pi_1,our-mark',
      'txn_5,2026-11-24 10:00:00,eur,5,0.1,4.9,charge,ch_2,ch_2,pi_2,',
      'txn_6,2026-11-25 10:00:00,eur,0.00,2.00,-2.00,fee,fee_1,,,',
      'txn_7,2026-11-26 10:00:00,eur,-100.00,0.00,-100.00,payout,po_1,,,',
    ),
  ).toEqual([
    line('payment', 'our-mark', [300, 29, 271], '2026-11-20T09:00:00Z'),
    line('refund', 'our-mark', [-150, 0, -150], '2026-11-21T10:00:00Z'),
    line('chargeback', 'our-mark', [-300, 1500, -1800], '2026-11-22T10:00:00Z'),
    line('chargeback', 'our-mark', [300, -1500, 1800], '2026-11-23T10:00:00Z'),
    line('payment', 'pi_2', [500, 10, 490], '2026-11-24T10:00:00Z'),
    line('fee', 'fee_1', [0, 200, -200], '2026-11-25T10:00:00Z'),
  ])
})

function line(kind: string, reference: string, [grossMinor, commissionMinor, netMinor]: number[], at: string) {
  return { kind, reference, occurredAt: Date.parse(at), grossMinor, commissionMinor, netMinor, currency: 'EUR' }
}

test.each([
  ['an amount in words', charge.replace('3.00', 'three'), /line 2 has an amount/],
  ['a decimal comma', charge.replace('3.00', '"3,00"'), /line 2 has an amount/],
  ['a fraction of a cent', charge.replace('3.00', '3.001'), /line 2 has an amount/],
  ['a currency we do not keep', charge.replace('eur', 'sek'), /currency/],
])('%s is not read', (_name, row, says) => {
  expect(() => read(row)).toThrow(says)
})

test('a report without our mark, and what is no report, say what is missing', () => {
  const { readStatement } = providerOf('stripe')
  expect(() => readStatement?.(Buffer.from('a,b\n1,2'))).toThrow(/created_utc/)
  const without = [head, charge].map((row) => row.split(',').slice(0, -1).join(','))
  expect(() => readStatement?.(Buffer.from(without.join('\n')))).toThrow(/payment_metadata\[correlator\]/)
  expect(() => readStatement?.(Buffer.from('"a'))).toThrow(StatementUnreadable)
})
