import { findPurchasePage, purchaseVersion } from '../../../../../lib/checkout/purchase-page-queries.ts'
import { DomainError } from '../../../../../lib/errors/domain-error.ts'
import { answerPrivate, answerProblem } from '../../../../../lib/http/answers.ts'
import { findPayer } from '../../../../../lib/http/payer.ts'
import { currentTime } from '../../../../../lib/time/time.ts'

/** Where a purchase stands, for its own payer. */
export async function GET(request: Request, route: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await route.params
  const payer = await findPayer(request.headers.get('cookie'), currentTime())
  const page = findPurchasePage(id, payer.payerIds, 'fr')
  if (!page) return answerProblem(new DomainError('not_found'))
  const { purchase, charge, statements, isUnlocked, isOver } = page
  return answerPrivate({
    id,
    version: purchaseVersion(page),
    state: purchase.state,
    note: purchase.note,
    isOver,
    isUnlocked,
    expiresAt: purchase.expiresAt,
    rail: charge?.rail,
    chargeState: charge?.state,
    statements: statements.map(({ code, amountMinor }) => ({ code, amountMinor })),
  })
}
