import { findMember } from '../members/find-member.ts'
import { deviceHashOf, type Payer } from '../payers/payers.ts'
import { listPayersOfDevice } from '../payers/payers-queries.ts'
import { currentTime } from '../time/time.ts'
import { cookieHeader, cookieName, readCookie } from './cookies.ts'

const deviceCookieSeconds = 400 * 24 * 3600

/** Who this browser pays as, from its cookies; a browser never seen pays as nobody yet. */
export async function findPayer(cookies: string | null, now: number): Promise<Payer> {
  const token = readCookie(cookies, cookieName('device'))
  const deviceHash = token === undefined ? undefined : deviceHashOf(token)
  const payerIds = deviceHash === undefined ? [] : listPayersOfDevice(deviceHash)
  const member = await findMember(cookies, now)
  return { deviceHash: payerIds.length > 0 ? deviceHash : undefined, payerIds, memberId: member?.id }
}

/** The actor of checkout commands. */
export function payerOfRequest(request: Request): Promise<Payer> {
  return findPayer(request.headers.get('cookie'), currentTime())
}

/** The cookie that makes a new browser known; nothing for one already known. */
export function deviceCookies(newDeviceToken: string | undefined): string[] {
  return newDeviceToken === undefined ? [] : [cookieHeader('device', newDeviceToken, deviceCookieSeconds)]
}
