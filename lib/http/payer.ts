import { findMember } from '../members/find-member.ts'
import { deviceHashOf, type Payer } from '../payers/payers.ts'
import { listPayersOfDevice, listPayersOfMember } from '../payers/payers-queries.ts'
import { currentTime } from '../time/time.ts'
import { cookieHeader, cookieName, readCookie } from './cookies.ts'

const deviceCookieSeconds = 400 * 24 * 3600

/**
 * Who this browser pays as, from its cookies; a browser never seen pays as nobody yet. Somebody signed in pays as her
 * account, whichever browser she uses.
 */
export async function findPayer(cookies: string | null, now: number): Promise<Payer> {
  const member = await findMember(cookies, now)
  const deviceHash = deviceOfCookies(cookies)
  const ofDevice = deviceHash === undefined ? [] : listPayersOfDevice(deviceHash, member?.id)
  const ofMember = member ? listPayersOfMember(member.id) : []
  return {
    deviceHash: ofDevice.length > 0 ? deviceHash : undefined,
    payerIds: [...new Set([...ofMember, ...ofDevice])],
    memberId: member?.id,
  }
}

/** The browser a request comes from, by its cookie, known or not. */
export function deviceOfCookies(cookies: string | null): string | undefined {
  const token = readCookie(cookies, cookieName('device'))
  return token === undefined ? undefined : deviceHashOf(token)
}

/** The actor of checkout commands. */
export function payerOfRequest(request: Request): Promise<Payer> {
  return findPayer(request.headers.get('cookie'), currentTime())
}

/** The cookie that makes a new browser known; nothing for one already known. */
export function deviceCookies(newDeviceToken: string | undefined): string[] {
  return newDeviceToken === undefined ? [] : [cookieHeader('device', newDeviceToken, deviceCookieSeconds)]
}
