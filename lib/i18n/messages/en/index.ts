import { access } from './access.ts'
import { ad } from './ad.ts'
import { admin } from './admin.ts'
import { api } from './api.ts'
import { auth } from './auth.ts'
import { checkout } from './checkout.ts'
import { claims } from './claims.ts'
import { common } from './common.ts'
import { errors } from './errors.ts'
import { home } from './home.ts'
import { mail } from './mail.ts'
import { mailAccount } from './mail-account.ts'
import { moderation } from './moderation.ts'
import { notices } from './notices.ts'
import { panel } from './panel.ts'
import { search } from './search.ts'
import { simulator } from './simulator.ts'
import { sms } from './sms.ts'
import { texts } from './texts.ts'
import { wallet } from './wallet.ts'

export const messages = {
  claims,
  moderation,
  notices,
  panel,
  common,
  home,
  search,
  ad,
  checkout,
  wallet,
  access,
  simulator,
  texts,
  auth,
  admin,
  mail,
  /** One entry for each mail, `{ subject, body }`: read with `mailText`. */
  mails: { ...mailAccount },
  sms,
  errors,
  api,
}
