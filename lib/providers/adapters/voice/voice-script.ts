import { formatMoney, withPlainSpaces } from '../../../money/format-money.ts'
import { money } from '../../../money/money.ts'
import { xmlText } from '../../xml.ts'
import type { PremiumNumber, VoiceSettings } from './voice-settings.ts'

const voices = { fr: 'fr-FR', en: 'en-GB' } as const

/** The price is told for ten seconds at least, the pause included, before a tone after which the call counts. */
const announcementPauseSeconds = 3
const keyTimeoutSeconds = 20

const texts = {
  fr: {
    call: (price: string) =>
      `Ce service coûte ${price} par appel, plus le prix d’un appel. Vous pouvez raccrocher avant le signal sonore : rien ne vous sera facturé.`,
    minute: (price: string, perMinute: string) =>
      `Ce service coûte ${perMinute} par minute, plus le prix d’un appel, soit ${price} pour cet achat. Vous pouvez raccrocher avant le signal sonore : rien ne vous sera facturé.`,
    wait: 'Veuillez rester en ligne.',
    code: 'Votre code est :',
    repeat: 'Je répète :',
    bye: 'Saisissez ce code sur la page. Au revoir.',
    key: 'Composez les douze chiffres affichés sur la page.',
    again: 'Ces chiffres ne correspondent pas. Composez les douze chiffres affichés sur la page.',
    open: 'C’est fait : le contact est sur votre page. Au revoir.',
    already: 'Ces chiffres ont déjà compté : l’accès est ouvert. Au revoir.',
    kept: 'Ce paiement n’a pas pu être rattaché : la somme est conservée pour vous. Au revoir.',
    sorry: 'Aucun chiffre reçu. Au revoir.',
  },
  en: {
    call: (price: string) =>
      `This service costs ${price} a call, plus the price of a call. You may hang up before the tone: you will not be billed.`,
    minute: (price: string, perMinute: string) =>
      `This service costs ${perMinute} a minute, plus the price of a call: ${price} for this purchase. You may hang up before the tone: you will not be billed.`,
    wait: 'Please hold the line.',
    code: 'Your code is:',
    repeat: 'I repeat:',
    bye: 'Type this code on the page. Goodbye.',
    key: 'Key in the twelve digits shown on the page.',
    again: 'Those digits do not match. Key in the twelve digits shown on the page.',
    open: 'Done: the contact is on your page. Goodbye.',
    already: 'Those digits have counted already: the access is open. Goodbye.',
    kept: 'This payment could not be matched: the money is kept for you. Goodbye.',
    sorry: 'No digits received. Goodbye.',
  },
} as const

export type Ending = 'open' | 'already' | 'kept' | 'sorry'

/** The announcement, free of charge, then the tone, then whatever the address given says. */
export function announcement(settings: VoiceSettings, number: PremiumNumber, next: string): string {
  const t = texts[settings.language]
  const words = (minor: number) => withPlainSpaces(formatMoney(money(minor, settings.currency), settings.language))
  const price = words(number.minor)
  const { perMinuteMinor } = settings
  return document(
    say(settings, perMinuteMinor === undefined ? t.call(price) : t.minute(price, words(perMinuteMinor))),
    pause(announcementPauseSeconds),
    '<Play digits="w1"/>',
    redirect(next),
  )
}

/** Where time is what is billed: holds the caller until the call has cost its price. */
export function holding(settings: VoiceSettings, seconds: number, next: string): string {
  return document(say(settings, texts[settings.language].wait), pause(seconds), redirect(next))
}

export function speakCode(settings: VoiceSettings, code: string): string {
  const t = texts[settings.language]
  const spelled = [...code].join(' ')
  return document(
    say(settings, t.code),
    say(settings, spelled),
    pause(1),
    say(settings, t.repeat),
    say(settings, spelled),
    say(settings, t.bye),
    '<Hangup/>',
  )
}

export function askDigits(
  settings: VoiceSettings,
  { action, isAgain, next }: Readonly<{ action: string; isAgain: boolean; next: string }>,
): string {
  const t = texts[settings.language]
  const gather = `<Gather action="${xmlText(action)}" method="POST" numDigits="12" timeout="${keyTimeoutSeconds}">`
  return document(`${gather}${say(settings, isAgain ? t.again : t.key)}</Gather>`, redirect(next))
}

export function endCall(settings: VoiceSettings, ending: Ending): string {
  return document(say(settings, texts[settings.language][ending]), '<Hangup/>')
}

function document(...verbs: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs.join('')}</Response>`
}

function say({ language }: VoiceSettings, words: string): string {
  return `<Say language="${voices[language]}">${xmlText(words)}</Say>`
}

function pause(seconds: number): string {
  return `<Pause length="${seconds}"/>`
}

function redirect(url: string): string {
  return `<Redirect method="POST">${xmlText(url)}</Redirect>`
}
