import { answerPrivate } from '../../../../lib/http/answers.ts'
import { findPayer } from '../../../../lib/http/payer.ts'
import { listUnlocks } from '../../../../lib/reveals/reveals-queries.ts'
import { currentTime } from '../../../../lib/time/time.ts'
import { listWallets } from '../../../../lib/wallet/wallet-queries.ts'

/** What this browser may read and what is on its balance: the one private thing a public page asks for. */
export async function GET(request: Request): Promise<Response> {
  const payer = await findPayer(request.headers.get('cookie'), currentTime())
  const wallet = listWallets(payer.payerIds)[0]
  return answerPrivate({
    unlockedRefs: [...new Set(listUnlocks(payer.payerIds, 500).map((unlock) => unlock.adRef))],
    walletMinor: wallet?.balanceMinor ?? 0,
    currency: wallet?.currency ?? 'EUR',
    isSignedIn: payer.memberId !== undefined,
  })
}
