import { access } from './access.ts'
import { account } from './account.ts'
import { ad } from './ad.ts'
import { admin } from './admin.ts'
import { api } from './api.ts'
import { audit } from './audit.ts'
import { booksPanel } from './books-panel.ts'
import { catalogue } from './catalogue.ts'
import { checkout } from './checkout.ts'
import { claims } from './claims.ts'
import { common } from './common.ts'
import { compare } from './compare.ts'
import { errors } from './errors.ts'
import { forms } from './forms.ts'
import { home } from './home.ts'
import { mail } from './mail.ts'
import { mailAccount } from './mail-account.ts'
import { mailClaims } from './mail-claims.ts'
import { mailModeration } from './mail-moderation.ts'
import { mailPosting } from './mail-posting.ts'
import { moderation } from './moderation.ts'
import { notices } from './notices.ts'
import { ownAds } from './own-ads.ts'
import { panel } from './panel.ts'
import { panelModeration } from './panel-moderation.ts'
import { photos } from './photos.ts'
import { posting } from './posting.ts'
import { pricing } from './pricing.ts'
import { providersPanel } from './providers-panel.ts'
import { reconciliation } from './reconciliation.ts'
import { screening } from './screening.ts'
import { search } from './search.ts'
import { settingsPanel } from './settings-panel.ts'
import { setup } from './setup.ts'
import { simulator } from './simulator.ts'
import { sms } from './sms.ts'
import { texts } from './texts.ts'
import { vouchersPanel } from './vouchers-panel.ts'
import { wallet } from './wallet.ts'
import { webhooksPanel } from './webhooks-panel.ts'
import { withdrawal } from './withdrawal.ts'

export const messages = {
  audit,
  compare,
  webhooksPanel,
  posting,
  ownAds,
  screening,
  vouchersPanel,
  setup,
  settingsPanel,
  photos,
  pricing,
  providersPanel,
  reconciliation,
  forms,
  catalogue,
  booksPanel,
  claims,
  withdrawal,
  moderation,
  notices,
  panel,
  panelModeration,
  common,
  home,
  search,
  ad,
  checkout,
  wallet,
  access,
  simulator,
  texts,
  account,
  admin,
  mail,
  /** One entry for each mail, `{ subject, body }`: read with `mailText`. */
  mails: { ...mailPosting, ...mailClaims, ...mailAccount, ...mailModeration },
  sms,
  errors,
  api,
}
