import { isDemo } from '../config/env.ts'
import { invariant } from '../errors/invariant.ts'
import { allopassProvider } from './adapters/allopass/allopass-provider.ts'
import { btcpayProvider } from './adapters/btcpay/btcpay-provider.ts'
import { camaraProvider } from './adapters/camara/camara-provider.ts'
import { dimocoProvider } from './adapters/dimoco/dimoco-provider.ts'
import { fortumoProvider } from './adapters/fortumo/fortumo-provider.ts'
import { kannelProvider } from './adapters/kannel/kannel-provider.ts'
import { sendKannelText, type TextAccepted, type TextToSend } from './adapters/kannel/send-text.ts'
import { mollieProvider } from './adapters/mollie/mollie-provider.ts'
import { neosurfProvider } from './adapters/neosurf/neosurf-provider.ts'
import { paysafecardProvider } from './adapters/paysafecard/paysafecard-provider.ts'
import { callProvider, cardProvider, carrierProvider, prepaidProvider } from './adapters/simulated/company-providers.ts'
import { starpassProvider } from './adapters/starpass/starpass-provider.ts'
import { stripeProvider } from './adapters/stripe/stripe-provider.ts'
import { voiceProvider } from './adapters/voice/voice-provider.ts'
import { x402Provider } from './adapters/x402/x402-provider.ts'
import { voucherRail, walletRail } from './internal-rails.ts'
import type { AccountContext, PaymentProvider } from './provider.ts'

const providers: readonly PaymentProvider[] = [
  walletRail,
  voucherRail,
  kannelProvider,
  fortumoProvider,
  camaraProvider,
  dimocoProvider,
  voiceProvider,
  allopassProvider,
  starpassProvider,
  paysafecardProvider,
  neosurfProvider,
  stripeProvider,
  mollieProvider,
  btcpayProvider,
  x402Provider,
  callProvider,
  carrierProvider,
  prepaidProvider,
  cardProvider,
]
const byKind: ReadonlyMap<string, PaymentProvider> = new Map(providers.map((provider) => [provider.kind, provider]))

/** Every adapter to an outside company; the wallet and our own vouchers need none. */
export function listProviders(): readonly PaymentProvider[] {
  return providers
}

/** Those an account can be added with: the simulated companies pay out nothing, so only a demonstration may have them. */
export function listAddableProviders(): readonly PaymentProvider[] {
  const isSimulated = ({ kind }: PaymentProvider) => kind.startsWith('sim_')
  const isInternal = ({ rail }: PaymentProvider) => rail === 'wallet' || rail === 'voucher'
  return providers.filter((provider) => !isInternal(provider) && (isDemo() || !isSimulated(provider)))
}

export function findProvider(kind: string): PaymentProvider | undefined {
  return byKind.get(kind)
}

/** @throws InvariantError for a kind that no adapter has: accounts are made from this list only. */
export function providerOf(kind: string): PaymentProvider {
  const provider = byKind.get(kind)
  invariant(provider, `no provider is of kind ${kind}`)
  return provider
}

type TextSender = (account: AccountContext, message: TextToSend) => Promise<TextAccepted>
const textSenders: ReadonlyMap<string, TextSender> = new Map([[kannelProvider.kind, sendKannelText]])

/** How an account of this kind sends a text that answers none, where it can: a late answer, a tariff notice. */
export function findTextSender(kind: string): TextSender | undefined {
  return textSenders.get(kind)
}
