import { type Locale, localeOr } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import type { Millis } from '../time/time.ts'
import { type CallMoment, codeLength } from './call-script.ts'
import type { Call } from './call-store.ts'
import { findVoiceCall } from './companies/voice/voice-carrier.ts'
import { momentOf } from './dial.ts'
import { operatorRefusal, priceWords } from './operator-words.ts'

export type CallLine = Readonly<{ kind: 'voice' | 'tone' | 'digits'; text: string }>
export type CallView = Readonly<{
  id: string
  number: string
  state: 'announcement' | 'code' | 'over' | 'refused'
  seconds: number
  cost: string
  lines: readonly CallLine[]
  /** The voice waits for digits. */
  asksDigits: boolean
}>

/** A call as its caller hears it so far, in words. */
export function viewCall(call: Call, { locale, now }: Readonly<{ locale: Locale; now: Millis }>): CallView {
  const t = translate(locale, 'simulator')
  const base = { id: call.id, number: call.number }
  if (call.refusal !== null) {
    const refusal = refusalWords(call.refusal)
    const lines = [{ kind: 'voice', text: operatorRefusal(locale, refusal) }] as const
    return { ...base, state: 'refused', seconds: 0, cost: t('callCostFree'), lines, asksDigits: false }
  }
  const moment = momentOf(call, now)
  const script = findVoiceCall(call.id)
  const isOver = call.endedAt !== null || (!script && moment.stage === 'over')
  const isAnnouncing = script ? !script.isAnnounced : moment.stage === 'announcement'
  return {
    ...base,
    state: isOver ? 'over' : isAnnouncing ? 'announcement' : 'code',
    seconds: Math.floor(((call.endedAt ?? now) - call.startedAt + call.skippedMs) / 1000),
    cost: costOf(call, { moment, isOver, locale }),
    lines: script?.lines ?? linesOf(call, { moment, isOver }),
    asksDigits: !isOver && Boolean(script?.gather),
  }
}

function refusalWords(reason: string): Parameters<typeof operatorRefusal>[1] {
  return reason === 'barred' || reason === 'cap' || reason === 'no_credit' ? reason : 'unknown_number'
}

type Seen = Readonly<{ moment: CallMoment; isOver: boolean }>

function costOf(call: Call, { moment, isOver, locale }: Seen & Readonly<{ locale: Locale }>): string {
  const t = translate(locale, 'simulator')
  if (call.isFree === 1) return t('callCostCarried')
  if (moment.isBilled) return t('callCost', { price: priceWords(call.tariffMinor, locale) })
  return isOver ? t('callCostFree') : t('callCostNone')
}

/** The voice speaks the language the call was made in, whatever the telephone shows now. */
function linesOf(call: Call, { moment, isOver }: Seen): CallLine[] {
  const locale = localeOr(call.locale)
  const t = translate(locale, 'simulator')
  const voice = (text: string): CallLine => ({ kind: 'voice', text })
  const opening =
    call.isFree === 1 ? t('voiceCarried') : t('voicePrice', { price: priceWords(call.tariffMinor, locale) })
  const lines = [voice(opening)]
  if (moment.stage === 'announcement') return lines
  lines.push({ kind: 'tone', text: t('voiceTone') }, voice(t('voiceCode')))
  if (moment.heard > 0) lines.push({ kind: 'digits', text: spell(call.code.slice(0, moment.heard)) })
  if (moment.isRepeating) lines.push(voice(t('voiceRepeat')), { kind: 'digits', text: spell(call.code) })
  if (moment.stage === 'over') lines.push(voice(t('voiceBye')))
  else if (isOver && moment.heard < codeLength) lines.push(voice(t('voiceCut')))
  return lines
}

function spell(digits: string): string {
  return [...digits].join(' ')
}
