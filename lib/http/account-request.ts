import type { AccountRequest } from '../accounts/accounts.ts'
import { deviceName } from '../auth/device-name.ts'
import type { CommandContext } from './command.ts'
import { deviceOfCookies } from './payer.ts'

/** What the use cases about accounts want to know of a request. */
export function accountRequest<Actor>(context: CommandContext<Actor>): AccountRequest {
  const { now, locale, address, userAgent, cookies } = context
  return { now, locale, address, cookies, device: deviceName(userAgent), deviceHash: deviceOfCookies(cookies) }
}
