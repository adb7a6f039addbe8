import { DomainError } from '../../../../lib/errors/domain-error.ts'
import { fictionNumber, type Handset, troubles } from '../../../../lib/simulator/handset.ts'
import { handsetOf, resetHandset, saveHandset } from '../../../../lib/simulator/handset-store.ts'
import { handsetSetting, phoneRoute, textOf, withCookie } from '../../../../lib/simulator/simulator-route.ts'

/** Takes another number, sets what goes wrong, or makes the telephone as new. */
export const POST = phoneRoute(({ fields, msisdn }) => {
  const action = textOf(fields, 'action')
  if (action === 'use') return use(textOf(fields, 'number'))
  if (action === 'reset') resetHandset(msisdn)
  else saveHandset(settingsOf(fields, handsetOf(msisdn)))
  return { location: '/simulator?app=settings&saved=1', json: { handset: handsetOf(msisdn) } }
})

function use(typed: string) {
  const msisdn = fictionNumber(typed)
  if (msisdn === undefined) {
    return { location: '/simulator?app=settings&e=wrong_number', json: { error: 'wrong_number' }, status: 422 }
  }
  const answer = { location: '/simulator?app=settings', json: { handset: handsetOf(msisdn) } }
  return withCookie(answer, handsetSetting(msisdn))
}

/** A form sends one field per trouble that is ticked, a script may send the list. */
function settingsOf(fields: Readonly<Record<string, unknown>>, handset: Handset): Handset {
  const list = fields['troubles']
  const wanted = Array.isArray(list)
    ? troubles.filter((trouble) => list.includes(trouble))
    : troubles.filter((trouble) => `trouble_${trouble}` in fields)
  return {
    ...handset,
    troubles: wanted,
    creditMinor: wholeNumber(fields, { name: 'creditMinor', most: 100_000 }) ?? handset.creditMinor,
    delayMinutes: wholeNumber(fields, { name: 'delayMinutes', most: 1440 }) ?? handset.delayMinutes,
  }
}

function wholeNumber(
  fields: Readonly<Record<string, unknown>>,
  { name, most }: Readonly<{ name: string; most: number }>,
): number | undefined {
  const text = textOf(fields, name)
  if (text === '') return undefined
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > most) {
    throw new DomainError('invalid_input', { fields: [{ field: name, code: 'out_of_range' }] })
  }
  return value
}
