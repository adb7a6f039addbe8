import { equalInConstantTime, keyedHash } from '../../../config/keys.ts'
import { listMerchantsOf, type Merchant } from '../../merchants.ts'
import { type CompanyAnswer, type CompanyRequest, jsonAnswer } from '../company-message.ts'
import { camaraError, changePayment, createPayment, listPayments, readPayment } from './answer-payments.ts'
import { createRefund, listRefunds } from './answer-refunds.ts'

/**
 * An operator that offers CAMARA Carrier Billing 0.5.0 and Refund 0.3.0, with OAuth 2 client credentials. Its answers are
 * held against the published descriptions by a test.
 */
export function answerCamara(request: CompanyRequest): Promise<CompanyAnswer> | CompanyAnswer {
  if (request.path === 'oauth2/token') return grantToken(request)
  const merchant = merchantOfBearer(request.headers.get('authorization'))
  if (!merchant) return camaraError(401, 'UNAUTHENTICATED')
  const [api = '', version = '', ...path] = request.path.split('/')
  const asked = { ...request, merchant }
  const [resource, id, action] = path
  if (resource !== 'payments') return camaraError(404, 'NOT_FOUND')
  if (api === 'carrier-billing-refund' && version === 'v0.3' && id !== undefined && action === 'refunds') {
    return request.method === 'POST' ? createRefund(asked, id) : listRefunds(asked, id)
  }
  if (api !== 'carrier-billing' || version !== 'v0.5') return camaraError(404, 'NOT_FOUND')
  if (request.method === 'GET') return id === undefined ? listPayments(asked) : readPayment(asked, id)
  if (id === undefined) return createPayment(asked, 'one')
  if (id === 'prepare' && action === undefined) return createPayment(asked, 'two')
  return changePayment(asked, { id, action: action ?? '' })
}

function tokenOf({ account }: Merchant): string {
  return keyedHash('provider-settings', `camara token ${account.id}`)
}

function merchantOfBearer(authorization: string | null): Merchant | undefined {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? ''
  return listMerchantsOf('camara').find((merchant) => equalInConstantTime(tokenOf(merchant), token))
}

function grantToken({ headers, body }: CompanyRequest): CompanyAnswer {
  const [user = '', password = ''] = Buffer.from((headers.get('authorization') ?? '').replace(/^Basic /, ''), 'base64')
    .toString()
    .split(':')
    .map(decodeURIComponent)
  const merchant = listMerchantsOf('camara').find(
    ({ account: { settings } }) =>
      equalInConstantTime(settings['clientId'] ?? '', user) &&
      equalInConstantTime(settings['clientSecret'] ?? '', password),
  )
  if (!merchant) return jsonAnswer(401, { error: 'invalid_client' })
  if (new URLSearchParams(body).get('grant_type') !== 'client_credentials') {
    return jsonAnswer(400, { error: 'unsupported_grant_type' })
  }
  return jsonAnswer(200, { access_token: tokenOf(merchant), token_type: 'Bearer', expires_in: 3600 })
}
