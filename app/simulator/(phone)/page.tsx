import { BillApp } from '../../../components/simulator/bill-app.tsx'
import { CallApp } from '../../../components/simulator/call-app.tsx'
import { CallScreen } from '../../../components/simulator/call-screen.tsx'
import { CardsApp } from '../../../components/simulator/cards-app.tsx'
import { MessagesApp } from '../../../components/simulator/messages-app.tsx'
import { type PhoneApp, PhoneFrame, phoneApps } from '../../../components/simulator/phone-frame.tsx'
import { PhoneSide } from '../../../components/simulator/phone-side.tsx'
import { SettingsApp } from '../../../components/simulator/settings-app.tsx'
import { WorldRefresh } from '../../../components/simulator/world-refresh.tsx'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { findCall, listCalls } from '../../../lib/simulator/call-store.ts'
import { viewCall } from '../../../lib/simulator/call-view.ts'
import { displayNumber, magicNumbers, troubles } from '../../../lib/simulator/handset.ts'
import { listPremiumNumbers, listShortCodes } from '../../../lib/simulator/merchants.ts'
import { listPrepaidCards } from '../../../lib/simulator/pay-charge.ts'
import { type PhoneState, phoneState, threadsOf } from '../../../lib/simulator/phone-state.ts'
import { cardSellers, testCards } from '../../../lib/simulator/test-cards.ts'
import { currentTime } from '../../../lib/time/time.ts'
import { type Query, queryText, readBrowser } from '../read-browser.ts'

type Props = Readonly<{ searchParams: Promise<Query> }>
type Shown = Readonly<{ locale: Locale; msisdn: string; state: PhoneState; query: Query }>

export default async function PhonePage({ searchParams }: Props) {
  const query = await searchParams
  const { msisdn, locale } = await readBrowser('/simulator', query)
  const app: PhoneApp = phoneApps.find((name) => name === queryText(query, 'app')) ?? 'messages'
  const state = phoneState(msisdn)
  const isCalling = app === 'phone' && queryText(query, 'call') !== ''
  return (
    <main className="phone-page">
      <PhoneFrame locale={locale} app={app} number={displayNumber(msisdn)}>
        <OpenApp app={app} locale={locale} msisdn={msisdn} state={state} query={query} />
      </PhoneFrame>
      <PhoneSide locale={locale} from={`/simulator?app=${app}`} />
      {isCalling || app === 'settings' ? null : <WorldRefresh mark={state.mark} />}
    </main>
  )
}

function OpenApp({ app, ...shown }: Shown & Readonly<{ app: PhoneApp }>) {
  const { locale, state, query } = shown
  if (app === 'phone') return <Calls {...shown} />
  if (app === 'bill') return <BillApp locale={locale} lines={state.bill} creditMinor={state.handset.creditMinor} />
  if (app === 'cards')
    return <CardsApp locale={locale} cards={testCards} sellers={cardSellers} prepaid={listPrepaidCards()} />
  if (app === 'settings') {
    return (
      <SettingsApp
        locale={locale}
        handset={state.handset}
        number={displayNumber(shown.msisdn)}
        troubles={troubles}
        magicNumbers={magicNumbers.map(({ msisdn, trouble }) => ({ number: displayNumber(msisdn), trouble }))}
        isSaved={queryText(query, 'saved') !== ''}
        isWrongNumber={queryText(query, 'e') === 'wrong_number'}
      />
    )
  }
  return (
    <MessagesApp
      locale={locale}
      threads={threadsOf(state.messages)}
      messages={state.messages}
      open={queryText(query, 'thread') || undefined}
      draft={{ to: queryText(query, 'to'), text: queryText(query, 'text') }}
      shortCode={listShortCodes()[0] ?? ''}
    />
  )
}

function Calls({ locale, msisdn, query }: Shown) {
  const now = currentTime()
  const call = findCall(queryText(query, 'call'))
  if (call?.msisdn === msisdn) return <CallScreen locale={locale} call={viewCall(call, { locale, now })} />
  return (
    <CallApp
      locale={locale}
      number={queryText(query, 'number')}
      premiumNumbers={listPremiumNumbers()}
      recent={listCalls(msisdn).map((recent) => viewCall(recent, { locale, now }))}
    />
  )
}
