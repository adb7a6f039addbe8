import { useCode } from '../../call-store.ts'
import { findMerchantOfNumber, listMerchantsOf, type Merchant } from '../../merchants.ts'
import { findSpokenCall } from '../../redeem-code.ts'
import type { CompanyAnswer, CompanyRequest } from '../company-message.ts'

const accessPage = 'https://script.starpass.fr/acces.php'
const errorPage = 'https://script.starpass.fr/error.php'

/** StarPass's check of a code, and its list of price steps. */
export function answerStarpass({ path, query, now }: CompanyRequest): CompanyAnswer {
  if (path === 'palier.php') return plain(bracketList())
  if (path !== 'check_php.php') return { status: 404, body: '' }
  const merchant = listMerchantsOf('starpass').find(({ account }) => identOf(account.settings) === query.get('ident'))
  // An unknown document has no page to lead to.
  if (!merchant) return plain('NON|||||')
  const spoken = findSpokenCall(query.get('codes') ?? '', now)
  if (typeof spoken === 'string' || findMerchantOfNumber(spoken.number)?.account.id !== merchant.account.id) {
    return plain(`NON|${errorPage}||||`)
  }
  if (!useCode(spoken.code, `starpass:${query.get('DATAS')}`)) return plain(`NON|${errorPage}||||`)
  return plain(`OUI|${accessPage}|fr|Plus+A|${bracketOf(merchant, spoken.tariffMinor)}|audiotel`)
}

/** Test codes have no price step, and all codes of a demonstration are test codes. */
function bracketOf({ account }: Merchant, minor: number): string {
  if (account.mode === 'test') return ''
  return bracketsOf(account.settings).find(([, price]) => Number(price) === minor)?.[0] ?? '99'
}

function bracketsOf(settings: Readonly<Record<string, string>>): (readonly [string, string])[] {
  return (settings['brackets'] ?? '').split(',').map((entry) => {
    const [id = '', minor = ''] = entry.trim().split('=')
    return [id, minor] as const
  })
}

function identOf(settings: Readonly<Record<string, string>>): string {
  return [settings['idp'], settings['ids'] ?? '', settings['idd']].join(';')
}

function bracketList(): string {
  const rows = listMerchantsOf('starpass').flatMap(({ account }) =>
    bracketsOf(account.settings).map(
      ([id, minor]) =>
        `<bracket><id_palier>${id}</id_palier><price>${(Number(minor) / 100).toFixed(2)}</price><currency>EUR</currency><country>fr</country></bracket>`,
    ),
  )
  return `<brackets>${rows.join('')}</brackets>`
}

function plain(text: string): CompanyAnswer {
  return { status: 200, headers: { 'content-type': 'text/html; charset=iso-8859-1' }, body: `${text}\n` }
}
