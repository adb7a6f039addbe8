import type { ClaimReason } from '../../lib/claims/claims.ts'
import { findClaimOfPurchase } from '../../lib/claims/claims-queries.ts'
import { confirmWithdrawal } from '../../lib/claims/confirm-withdrawal.ts'
import { decideClaimByStaff } from '../../lib/claims/decide-claim.ts'
import { fileClaim } from '../../lib/claims/file-claim.ts'
import { prepareWithdrawal } from '../../lib/claims/prepare-withdrawal.ts'
import { isDomainError } from '../../lib/errors/domain-error.ts'
import { recordReveal } from '../../lib/reveals/reveals-store.ts'
import { day, hour, type Millis, minute } from '../../lib/time/time.ts'
import { commit } from '../commit.ts'
import { readSql } from '../statement.ts'

type Sale = Readonly<{ id: string; payerId: string; adId: number; settledAt: Millis; isShown: number }>

const known = readSql<{ count: number }>('select count(*) as count from claims')
const sales = readSql<Sale>(`select p.id, p.payer_id as payerId, p.ad_id as adId, p.settled_at as settledAt,
    exists (select 1 from reveals r where r.unlock_id = u.id) as isShown
  from purchases p join unlocks u on u.purchase_id = p.id and u.revoked_at is null
  where p.state = 'settled' and p.kind = 'reveal' and p.refunded_minor = 0 and p.reversed_minor = 0
  order by p.settled_at, p.id`)

const complaints: readonly Readonly<{ reason: ClaimReason; detail?: string }>[] = [
  { reason: 'no_answer', detail: 'Ça sonne, puis le répondeur est plein. Essayé trois soirs.' },
  { reason: 'dead_number', detail: '« Le numéro que vous demandez n’est plus attribué. »' },
  { reason: 'sold', detail: 'Vendu depuis un mois, dit le monsieur.' },
  { reason: 'wrong_person', detail: 'Une dame très aimable, qui n’a pas de moto.' },
  { reason: 'other', detail: 'Il ne veut plus vendre qu’en bloc avec le reste de la grange.' },
]
const answers: readonly string[] = [
  'Le numéro est bien coupé, nous l’avons vérifié. Pardon pour le dérangement.',
  'L’annonceur reconnaît que la moto est partie la veille de votre achat.',
  'Nous avons joint l’annonceur à ce numéro aujourd’hui : il répond après 19 heures, comme l’indique sa fiche.',
  'C’était bien une erreur d’un chiffre ; l’annonceur l’a corrigée.',
]
const staff = readSql<{ id: string }>('select id from members where staff_role is not null order by created_at limit 1')
/** Every so many sales, one whose payer has not looked at the contact yet. */
const unseenEvery = 60
const perCommit = 200

/**
 * Gives the demonstration complaints to answer, a contact in doubt and a register of withdrawals, through the use cases
 * that real ones take. Does nothing where there are any already.
 */
export async function seedClaims(now: Millis): Promise<void> {
  if ((known.get()?.count ?? 0) > 0) return
  const all = sales.all()
  const unseen = all.filter(({ isShown }, at) => isShown === 0 && at % unseenEvery === 1)
  await showAll(all.filter((sale) => sale.isShown === 0 && !unseen.includes(sale)))
  const recent = all.filter((sale) => now - sale.settledAt < 12 * day && !unseen.includes(sale))
  const older = all.filter((sale) => now - sale.settledAt > 20 * day && !unseen.includes(sale))
  for (const [at, sale] of older.slice(-answers.length).entries()) await decided(sale, answers[at] ?? '')
  for (const pair of pairs(recent).slice(-1)) await agree(pair)
  for (const [at, complaint] of complaints.entries()) {
    const sale = recent[at * Math.max(1, Math.floor(recent.length / complaints.length)) + 1]
    if (sale) await complain(sale, complaint)
  }
  for (const sale of unseen.slice(-2)) await withdraw(sale, 'Odile Chambert')
  for (const sale of recent.slice(4, 5)) await withdraw(sale, 'Yann Le Bihan')
}

async function showAll(unshown: readonly Sale[]): Promise<void> {
  for (let from = 0; from < unshown.length; from += perCommit) {
    const some = unshown.slice(from, from + perCommit)
    await commit(some.map(({ payerId, adId, settledAt }) => recordReveal({ payerId, adId, now: settledAt + minute })))
  }
}

/** Two payers who bought the same contact within two weeks. */
function pairs(list: readonly Sale[]): readonly (readonly [Sale, Sale])[] {
  return list.flatMap((first, at) => {
    const second = list
      .slice(at + 1)
      .find(
        (sale) =>
          sale.adId === first.adId && sale.payerId !== first.payerId && sale.settledAt - first.settledAt < 10 * day,
      )
    return second ? [[first, second] as const] : []
  })
}

async function agree([first, second]: readonly [Sale, Sale]): Promise<void> {
  const at = second.settledAt + 5 * hour
  await complain(first, { reason: 'dead_number' }, at - hour)
  await complain(second, { reason: 'no_answer' }, at)
}

async function decided(sale: Sale, answer: string): Promise<void> {
  const at = sale.settledAt + 3 * hour
  await complain(sale, { reason: 'dead_number' }, at)
  const claim = findClaimOfPurchase(sale.id)
  if (claim?.state !== 'open') return
  const decision = answer.startsWith('Nous avons joint') ? 'reject' : 'refund'
  const actor = { id: staff.get()?.id ?? 'demonstration' }
  const input = { id: claim.id, decision, destination: 'wallet', answer } as const
  await unlessRefused(decideClaimByStaff(input, { actor, now: at + day }))
}

async function complain(
  sale: Sale,
  complaint: Readonly<{ reason: ClaimReason; detail?: string }>,
  at = sale.settledAt + 6 * hour,
): Promise<void> {
  const input = { purchase: sale.id, locale: 'fr', destination: 'wallet', ...complaint } as const
  await unlessRefused(fileClaim(input, visitor(sale, at)))
}

async function withdraw(sale: Sale, name: string): Promise<void> {
  const context = visitor(sale, sale.settledAt + 2 * hour)
  const email = `${name.toLowerCase().replace(/\s+/g, '.')}@example.org`
  const prepared = await prepareWithdrawal({ purchase: sale.id, name, email, locale: 'fr' }, context)
  if (prepared.kind === 'draft')
    await unlessRefused(confirmWithdrawal({ draft: prepared.draft, locale: 'fr' }, context))
}

function visitor({ payerId, id }: Sale, now: Millis) {
  const actor = { deviceHash: undefined, payerIds: [payerId], memberId: undefined }
  return { actor, now, locale: 'fr', address: `seed-${id}` } as const
}

async function unlessRefused(done: Promise<unknown>): Promise<void> {
  try {
    await done
  } catch (error) {
    if (!isDomainError(error)) throw error
  }
}
