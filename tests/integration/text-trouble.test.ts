// Texts of the site's own go out by a gateway that knows no idempotency: one whose answer is lost is sent again, so it
// must be the same text at the free tariff, a few times at most.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writer } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { queueText } from '../../lib/mail/text-outbox-store.ts'
import { findAccount } from '../../lib/providers/accounts-queries.ts'
import { changeAccountSettings } from '../../lib/providers/accounts-store.ts'
import { deliverTexts } from '../../lib/providers/deliver-texts.ts'
import { minute } from '../../lib/time/time.ts'
import { startAnsweringServer } from '../support/answering-server.ts'
import { faults, startFaultProxy } from '../support/fault-proxy.ts'
import { openTestSite, testNow } from '../support/test-site.ts'
import { holdTimeouts } from '../support/virtual-timeouts.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
let gateway: Awaited<ReturnType<typeof startAnsweringServer>>
let proxy: Awaited<ReturnType<typeof startFaultProxy>>
const timeouts = holdTimeouts()

beforeAll(async () => {
  site = await openTestSite()
  gateway = await startAnsweringServer()
  gateway.answer({ status: 202, body: '0: Accepted for delivery' })
  proxy = await startFaultProxy(gateway.origin, { expire: timeouts.expire })
  const sendsmsUrl = `${proxy.origin}/cgi-bin/sendsms`
  await commit([changeAccountSettings('sms-81234', { ...findAccount('sms-81234')?.settings, sendsmsUrl })])
})
afterAll(async () => {
  timeouts.restore()
  await proxy.close()
  await gateway.close()
  site.close()
})

/** What the gateway took, as those who pay for texts see it. */
const taken = () =>
  gateway.heard.map(({ url }) => {
    const { searchParams } = new URL(url, gateway.origin)
    return [searchParams.get('to'), searchParams.get('text'), searchParams.get('binfo')]
  })

async function sendUnder(fault: (typeof faults)[number], rounds: number) {
  writer().$client.exec('delete from outbox_texts')
  gateway.heard.length = 0
  await commit([queueText({ dedupeKey: `text ${fault}`, to: '+33639982101', text: 'Code 1234' }, testNow)])
  proxy.become(fault)
  for (let round = 0; round < rounds; round += 1) await deliverTexts(testNow + round * 5 * minute)
  proxy.become('none')
  await proxy.deliverBelated()
  for (let round = rounds; round < rounds + 4; round += 1) await deliverTexts(testNow + round * 5 * minute)
}

test.each(faults)('%s: the text goes out, the same each time and free of charge, and then no more', async (fault) => {
  await sendUnder(fault, 2)
  expect(taken().length).toBeGreaterThanOrEqual(1)
  expect(taken().length).toBeLessThanOrEqual(3)
  for (const text of taken()) expect(text).toEqual(['+33639982101', 'Code 1234', 'FREE'])
  expect(site.count('outbox_texts', 'sent_at is not null')).toBe(1)
})

test('a gateway that stays away is given up after four tries', async () => {
  await sendUnder('unheard', 6)
  expect(taken()).toEqual([])
  expect(site.count('outbox_texts', 'sent_at is null and attempts = 4 and next_attempt_at is null')).toBe(1)
})
