import { decideCase } from '../../lib/moderation/decide-case.ts'
import { lodgeAppeal } from '../../lib/moderation/lodge-appeal.ts'
import { findOpenCaseOf } from '../../lib/moderation/moderation-queries.ts'
import { openCase } from '../../lib/moderation/moderation-store.ts'
import { type ReportAdInput, reportAd } from '../../lib/moderation/report-ad.ts'
import { day, hour, type Millis, minute } from '../../lib/time/time.ts'
import { commit } from '../commit.ts'
import { readSql } from '../statement.ts'

const waiting = readSql<{ id: number }>("select id from ads where status = 'pending' order by id")
const cases = readSql<{ count: number }>('select count(*) as count from moderation_cases')
const online = readSql<{ id: number; ref: string }>(
  "select id, ref from ads where status = 'published' and external_id like 'demo-%' order by id limit 60",
)

type Told = Pick<ReportAdInput, 'locale' | 'reason' | 'explanation' | 'name' | 'email'> & Readonly<{ at: number }>

/** Reports of the demonstration; `at` names the ad among those online. */
const reports: readonly Told[] = [
  {
    at: 4,
    locale: 'fr',
    reason: 'not_available',
    explanation: 'C’est vendu depuis dimanche, je l’ai vu partir sur le plateau de l’acheteur au marché de Moulins.',
    name: 'Paulette Renard',
    email: 'paulette.renard@example.org',
  },
  {
    at: 11,
    locale: 'fr',
    reason: 'rights_of_others',
    explanation:
      'Les photos sont les miennes : elles viennent de mon annonce de l’an dernier, on reconnaît mon établi.',
    name: null,
    email: 'atelier.du.portail@example.org',
  },
  {
    at: 23,
    locale: 'en',
    reason: 'fraud',
    explanation: 'The same item stands on another site at half the price, in another town, with the same photos.',
    name: 'Graham Ellis',
    email: null,
  },
  {
    at: 37,
    locale: 'fr',
    reason: 'other',
    explanation: 'Le texte et la photo ne montrent pas la même chose : l’annonceur s’est peut-être trompé.',
    name: null,
    email: null,
  },
]

/**
 * Gives the demonstration's moderators something to do: every ad that waits is in the queue, some are late, some are
 * reported, one report was rejected and is contested. Does nothing where there is a queue already.
 */
export async function seedModeration(now: Millis): Promise<Readonly<{ cases: number; notices: number }>> {
  if ((cases.get()?.count ?? 0) > 0) return { cases: 0, notices: 0 }
  const ads = waiting.all()
  await commit(ads.map(({ id }, at) => openCase({ adId: id, reason: 'new', finds: [], now: now - at * 11 * minute })))
  const shown = online.all()
  for (const [number, { at, ...told }] of reports.entries()) {
    const ad = shown[at]
    if (ad) await report(ad.ref, told, { number, now: now - (number + 1) * 7 * hour })
  }
  await contestOne(shown[48], now)
  return { cases: ads.length, notices: reports.length + 1 }
}

function report(ref: string, told: Omit<Told, 'at'>, { number, now }: Readonly<{ number: number; now: Millis }>) {
  const form = { ...told, ref, isInGoodFaith: true as const, once: `demonstration-${number}` }
  return reportAd(form, { address: `192.0.2.${number + 10}`, now })
}

async function contestOne(ad: { id: number; ref: string } | undefined, now: Millis): Promise<void> {
  if (!ad) return
  const locale = 'fr'
  const explanation = 'Cette annonce est un doublon : le même objet, la même grange, un autre nom de vendeur.'
  const told = { locale, reason: 'not_available', explanation, name: null, email: 'voisin@example.org' } as const
  const { ref } = await report(ad.ref, told, { number: 9, now: now - 3 * day })
  const caseId = findOpenCaseOf(ad.id)
  if (caseId === undefined) return
  const staffId = 'demonstration'
  await decideCase({ caseId, kind: 'approve', explanation: '', staffId, now: now - 2 * day })
  const text = 'Regardez le fond de la photo : c’est bien le même mur que dans l’autre annonce.'
  await lodgeAppeal({ of: 'report', key: ref, locale, text }, { address: '192.0.2.99', now: now - day })
}
