import { ladderText } from '../providers/account-form.ts'
import { accountContext, callbackUrl, type ProviderAccount } from '../providers/accounts.ts'
import { findAccount } from '../providers/accounts-queries.ts'
import { type KeptCall, listCalls } from '../providers/calls-queries.ts'
import type { PaymentProvider, SettingField, Words } from '../providers/provider.ts'
import { providerOf } from '../providers/registry.ts'
import { listTerms, withTermsAt } from '../providers/terms-queries.ts'
import { listInboxMessages } from '../purchases/inbox-queries.ts'
import { maskHeaders, maskTraffic } from '../text/mask-traffic.ts'

const shownMessages = 20
const longestShown = 4000

export type AccountPage = Readonly<{
  account: Omit<ProviderAccount, 'settings'>
  provider: Pick<PaymentProvider, 'kind' | 'facts'>
  fields: readonly SettingField[]
  /** Settings as they may be shown: secrets are there or not, never what they are. */
  settings: Readonly<Record<string, string>>
  keptSecrets: readonly string[]
  ladder: string
  howToTest: Words
  whatToPaste: readonly Readonly<{ where: Words; value: string }>[]
  canCheck: boolean
  terms: ReturnType<typeof listTerms>
  current: Pick<ProviderAccount, 'terms' | 'payoutDelayDays'>
  messages: readonly ShownMessage[]
  calls: readonly KeptCall[]
}>
export type ShownMessage = Readonly<{
  id: string
  method: string
  text: string
  outcome: string
  chargeId: string | null
  receivedAt: number
}>

/** Everything the panel shows of one account. No secret is part of it. */
export function findAccountPage(id: string, now: number): AccountPage | undefined {
  const found = findAccount(id)
  if (!found || found.rail === 'wallet' || found.rail === 'voucher') return undefined
  const { settings, ...account } = found
  const provider = providerOf(account.kind)
  const { fields, howToTest, whatToPaste } = provider.settings
  const secrets = new Set(fields.filter(({ isSecret }) => isSecret).map(({ key }) => key))
  const { terms, payoutDelayDays } = withTermsAt(found, now)
  const address = callbackUrl(id)
  return {
    account,
    provider: { kind: provider.kind, facts: provider.facts },
    fields,
    settings: Object.fromEntries(Object.entries(settings).filter(([key]) => !secrets.has(key))),
    keptSecrets: Object.keys(settings).filter((key) => secrets.has(key)),
    ladder: ladderText(account.ladder),
    howToTest,
    whatToPaste: whatToPaste
      ? whatToPaste.map(({ where, value }) => ({ where, value: value.replaceAll('{callbackUrl}', address) }))
      : provider.readCallback
        ? [{ where: { fr: 'Adresse de rappel', en: 'Callback address' }, value: accountContext(found).callbackUrl }]
        : [],
    canCheck: provider.checkHealth !== undefined,
    terms: listTerms(id),
    current: { terms, payoutDelayDays },
    messages: listInboxMessages(id, shownMessages).map((message) => ({
      id: message.id,
      method: message.method,
      text: textOf(message),
      outcome: message.outcome,
      chargeId: message.chargeId,
      receivedAt: message.receivedAt,
    })),
    calls: listCalls(id, shownMessages),
  }
}

function textOf(
  message: Readonly<{ method: string; url: string; headers: Readonly<Record<string, string>>; body: Uint8Array }>,
): string {
  const body = maskTraffic(Buffer.from(message.body).toString('utf8'))
  return [`${message.method} ${maskTraffic(message.url)}`, maskHeaders(message.headers), '', body]
    .join('\n')
    .trim()
    .slice(0, longestShown)
}
