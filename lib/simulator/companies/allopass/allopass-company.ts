import { createHash, randomUUID } from 'node:crypto'
import { equalInConstantTime } from '../../../config/keys.ts'
import { decimalAmount, money, splitGross } from '../../../money/money.ts'
import { useCode } from '../../call-store.ts'
import { schedule } from '../../due-store.ts'
import { findMerchantOfNumber, insideUrl, listMerchantsOf, type Merchant } from '../../merchants.ts'
import { findSpokenCall } from '../../redeem-code.ts'
import { speak } from '../../traffic.ts'
import type { CompanyAnswer, CompanyRequest } from '../company-message.ts'
import { addRecord, findRecord } from '../company-records.ts'

const company = 'allopass'
type Transaction = Readonly<{ accountId: string; xml: string; merchantId: string }>

/** Allopass's interface: requests are signed, and so are the answers. */
export function answerAllopass(request: CompanyRequest): CompanyAnswer {
  const { path, query, method, body } = request
  const parameters = method === 'POST' ? new URLSearchParams(body) : query
  const merchant = listMerchantsOf(company).find(({ account }) =>
    equalInConstantTime(account.settings['apiKey'] ?? '', parameters.get('api_key') ?? ''),
  )
  if (!merchant) return { status: 401, body: '' }
  const secret = merchant.account.settings['secret'] ?? ''
  if (!equalInConstantTime(signatureOf(parameters, secret), parameters.get('api_sig') ?? '')) {
    return signed(errorXml('11', 'Invalid signature'), secret)
  }
  if (path === 'rest/onetime/validate-codes') return signed(validate(merchant, parameters, request.now), secret)
  if (path === 'rest/onetime/pricing') return signed(documentOf('<website/>'), secret)
  const [, id = ''] = /^rest\/transaction\/((?:merchant\/)?[\w-]+)$/.exec(path) ?? []
  const found = findRecord<Transaction>(company, id)
  const isOurs = found?.accountId === merchant.account.id
  return signed(found && isOurs ? found.xml : errorXml('21', 'Unknown transaction'), secret)
}

function signatureOf(parameters: URLSearchParams, secret: string): string {
  const joined = new Map<string, string>()
  for (const [name, value] of parameters) {
    const bare = name.replace(/\[\d*\]$/, '')
    if (bare !== 'api_sig') joined.set(bare, (joined.get(bare) ?? '') + value)
  }
  const text = [...joined.keys()].sort().map((name) => name + joined.get(name))
  return createHash('sha1')
    .update(text.join('') + secret)
    .digest('hex')
}

function signed(body: string, secret: string): CompanyAnswer {
  const signature = createHash('sha1')
    .update(body + secret)
    .digest('hex')
  return {
    status: 200,
    headers: { 'content-type': 'text/xml; charset=utf-8', 'x-allopass-response-signature': signature },
    body,
  }
}

function validate({ account }: Merchant, parameters: URLSearchParams, now: number): string {
  const [code = ''] = parameters.getAll('code[]')
  const spoken = findSpokenCall(code, now)
  const isOurs = typeof spoken !== 'string' && findMerchantOfNumber(spoken.number)?.account.id === account.id
  if (typeof spoken === 'string' || !isOurs)
    return documentOf('<status>1</status><status_description>failed</status_description>')
  const id = randomUUID()
  const merchantId = parameters.get('merchant_transaction_id') ?? ''
  if (!useCode(spoken.code, id)) return documentOf('<status>1</status>')
  const price = money(spoken.tariffMinor, account.currency)
  const { payout } = splitGross(price, account.terms)
  const amount = (name: string, value: typeof price) =>
    `<${name} currency="${value.currency}" amount="${decimalAmount(value)}"/>`
  const xml = documentOf(
    '<status>0</status><status_description>success</status_description><access_type>onetime</access_type>',
    `<transaction_id>${id}</transaction_id>${amount('price', price)}${amount('paid', price)}`,
    `<codes><code><value>${spoken.code}</value>${amount('price', price)}${amount('paid', price)}`,
    `${amount('payout', payout)}</code></codes><merchant_transaction_id>${merchantId}</merchant_transaction_id><data/>`,
  )
  const body: Transaction = { accountId: account.id, xml, merchantId }
  addRecord(company, { id, body, at: now })
  addRecord(company, { id: `merchant/${merchantId}`, body, at: now })
  schedule('allopass_notification', id, now + 500)
  return xml
}

/** Tells the merchant a second time, by the ordinary way. */
export async function notifyOfTransaction(id: string): Promise<void> {
  const found = findRecord<Transaction>(company, id)
  const merchant = listMerchantsOf(company).find(({ account }) => account.id === found?.accountId)
  if (!found || !merchant) return
  const parameters = new URLSearchParams({
    transaction_id: id,
    merchant_transaction_id: found.merchantId,
    status: '0',
  })
  parameters.set('api_sig', signatureOf(parameters, merchant.account.settings['secret'] ?? ''))
  await speak({ party: 'company', method: 'GET', url: insideUrl(`${merchant.callbackUrl}?${parameters}`) })
}

function errorXml(code: string, message: string): string {
  return `${head}<response xmlns="https://api.allopass.com/rest" code="${code}" message="${message}"/>`
}

const head = '<?xml version="1.0" encoding="UTF-8" ?>'

function documentOf(...parts: readonly string[]): string {
  return `${head}<response xmlns="https://api.allopass.com/rest" code="0" message="OK">${parts.join('')}</response>`
}
