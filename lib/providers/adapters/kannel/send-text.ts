import { gsmText } from '../../gsm-text.ts'
import type { AccountContext, Health } from '../../provider.ts'
import { talk } from '../../talk.ts'
import { kannelSettings } from './kannel-settings.ts'

export type TextToSend = Readonly<{ to: string; text: string; dlrUrl?: string }>
export type TextAccepted = Readonly<{ isQueued: boolean }>

/**
 * Sends a text through Kannel's sendsms, at the free tariff where the account has one.
 *
 * @returns `isQueued` when the operator's link is down and Kannel keeps the text for later.
 * @throws when Kannel is not reached or refuses; the message holds its words, never the credentials.
 */
export async function sendKannelText(account: AccountContext, message: TextToSend): Promise<TextAccepted> {
  const settings = kannelSettings(account)
  const answer = await ask(account, {
    to: message.to,
    text: gsmText(message.text),
    ...(settings.freeBinfo === undefined ? {} : { binfo: settings.freeBinfo }),
    ...(message.dlrUrl === undefined ? {} : { 'dlr-mask': '31', 'dlr-url': message.dlrUrl }),
  })
  if (answer.status === 202) return { isQueued: answer.body.startsWith('3:') }
  throw new Error(`Kannel answered ${answer.status}: ${answer.body.slice(0, 80)}`)
}

/** Asks sendsms without a receiver: it then checks the credentials and refuses, so nothing is sent. */
export async function checkKannel(account: AccountContext): Promise<Health> {
  try {
    const { status } = await ask(account, { to: '', text: '' })
    if (status === 403) return { isHealthy: false, detail: 'Kannel refuses the sendsms user or password.' }
    const isHealthy = status < 500
    return { isHealthy, detail: isHealthy ? 'Kannel answers.' : `Kannel answers with status ${status}.` }
  } catch {
    return { isHealthy: false, detail: 'Kannel does not answer.' }
  }
}

async function ask(account: AccountContext, parameters: Readonly<Record<string, string>>) {
  const settings = kannelSettings(account)
  const url = new URL(settings.sendsmsUrl)
  const fixed = {
    username: settings.username,
    password: settings.password,
    from: settings.shortCode,
    charset: 'UTF-8',
    ...(settings.smsc === undefined ? {} : { smsc: settings.smsc }),
  }
  for (const [name, value] of Object.entries({ ...fixed, ...parameters })) url.searchParams.set(name, value)
  return talk({ method: 'GET', url })
}
