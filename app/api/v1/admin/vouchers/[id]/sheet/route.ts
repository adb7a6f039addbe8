import { config } from '../../../../../../../lib/config/env.ts'
import { DomainError } from '../../../../../../../lib/errors/domain-error.ts'
import { download } from '../../../../../../../lib/http/download.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { lookHex } from '../../../../../../../lib/settings/look.ts'
import { findSetting } from '../../../../../../../lib/settings/settings-queries.ts'
import { currentTime } from '../../../../../../../lib/time/time.ts'
import { findIssuedCodes } from '../../../../../../../lib/vouchers/issued-codes.ts'
import { voucherSheet } from '../../../../../../../lib/vouchers/voucher-sheet.ts'
import { findVoucherBatch } from '../../../../../../../lib/vouchers/vouchers-queries.ts'

const staff = staffWith('move_money')

/** The vouchers of a new batch as a PDF, for the member who issued them and while their codes are still known. */
export const GET = download(async (request, { id = '' }) => {
  const member = await staff(request)
  const batch = findVoucherBatch(id)
  const issued = findIssuedCodes(id, { memberId: member.id, now: currentTime() })
  if (!batch || !issued) throw new DomainError('not_found')
  const { origin } = config()
  const colours = lookHex(findSetting('look'))
  const pdf = await voucherSheet({ batch, codes: issued.codes, origin, locale: member.locale, colours })
  return { body: new Uint8Array(pdf), type: 'application/pdf', name: `vouchers-${id.slice(0, 8)}.pdf` }
})
