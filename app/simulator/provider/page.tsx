import { EventList, HeldCharges, TrafficList } from '../../../components/simulator/traffic-list.tsx'
import { translate } from '../../../lib/i18n/translator.ts'
import { listCharges, listEvents } from '../../../lib/simulator/company-store.ts'
import { listTraffic } from '../../../lib/simulator/traffic.ts'
import { type Query, readBrowser } from '../read-browser.ts'

/** The console of the text gateway and of the payment company. */
export default async function ProviderPage({ searchParams }: Readonly<{ searchParams: Promise<Query> }>) {
  const { locale } = await readBrowser('/simulator/provider', await searchParams)
  const t = translate(locale, 'simulator')
  const held = listCharges(100).filter(({ status }) => status === 'confirming')
  return (
    <main className="page console">
      <p>
        <a href="/simulator">{t('title')}</a>
      </p>
      <h1>{t('consoleTitle')}</h1>
      <p className="meta">{t('consoleIntro')}</p>
      <HeldCharges locale={locale} charges={held} />
      <section>
        <h2>{t('consoleExchange')}</h2>
        <TrafficList locale={locale} lines={listTraffic(100)} />
      </section>
      <section>
        <h2>{t('consoleEvents')}</h2>
        <EventList locale={locale} events={listEvents(50)} />
      </section>
    </main>
  )
}
