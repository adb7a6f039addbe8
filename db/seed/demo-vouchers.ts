import { keyedBytes } from '../../lib/config/keys.ts'
import { encodeCrockford, withCheckSymbol } from '../../lib/ids/crockford.ts'

/** Vouchers handed out with the demonstration: the same for the seed that issues them and the phone that shows them. */
export function demoVoucherCodes(): readonly string[] {
  return [1, 2, 3, 4, 5].map((number) => withCheckSymbol(encodeCrockford(keyedBytes('vouchers', `demo ${number}`), 16)))
}
