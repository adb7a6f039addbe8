import { ProgramForm, ProgramSteps } from '../../../components/simulator/program-run.tsx'
import { newestAds } from '../../../lib/ads/ad-listing-queries.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { findProgramRun, programEnds } from '../../../lib/simulator/buy-as-program.ts'
import { currentTime } from '../../../lib/time/time.ts'
import { type Query, queryText, readBrowser } from '../read-browser.ts'

/** A program that buys a contact by HTTP 402. */
export default async function ProgramPage({ searchParams }: Readonly<{ searchParams: Promise<Query> }>) {
  const query = await searchParams
  const { locale } = await readBrowser('/simulator/program', query)
  const t = translate(locale, 'simulator')
  const run = findProgramRun(queryText(query, 'run'))
  const now = currentTime()
  const newest = newestAds(50, { locale, now }).find(({ reveal }) => reveal.kind === 'paid')
  return (
    <main className="page console">
      <p>
        <a href="/simulator">{t('title')}</a>
      </p>
      <h1>{t('programTitle')}</h1>
      <p className="meta">{t('programIntro')}</p>
      <ProgramForm
        locale={locale}
        ends={programEnds}
        adRef={run?.ref ?? (queryText(query, 'ref') || (newest?.ref ?? ''))}
        end={run?.end ?? 'accepted'}
      />
      {run ? <ProgramSteps locale={locale} run={run} /> : null}
    </main>
  )
}
