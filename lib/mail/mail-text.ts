import { createTranslator } from 'use-intl/core'
import { config } from '../config/env.ts'
import type { Locale } from '../i18n/locales.ts'
import { messages as en } from '../i18n/messages/en/index.ts'
import { messages as fr } from '../i18n/messages/fr/index.ts'
import { translate } from '../i18n/translator.ts'
import { withPlainSpaces } from '../money/format-money.ts'
import type { Letter } from './mail.ts'
import { findMailOverride } from './mail-text-queries.ts'

export type MailKey = keyof typeof fr.mails
export type MailTemplate = Readonly<{ subject: string; body: string }>
export type MailValues = Readonly<Record<string, string | number>>
export type MailTextProblem =
  | Readonly<{ kind: 'not_readable' }>
  | Readonly<{ kind: 'unknown_placeholder'; name: string }>
  | Readonly<{ kind: 'missing_placeholder'; name: string }>

const defaults = { fr: fr.mails, en: en.mails } as const satisfies Record<Locale, Record<MailKey, MailTemplate>>

/** Every mail the site sends, for the page on which the operator writes them anew. */
export const mailKeys = Object.keys(defaults.fr) as readonly MailKey[]

/** Our own words for a mail, placeholders and all. */
export function defaultMailText(key: MailKey, locale: Locale): MailTemplate {
  return defaults[locale][key]
}

/**
 * A mail as it is sent: the operator's words where there are some, else ours, between a greeting and the signature.
 *
 * Paragraphs are divided by empty lines; a line that begins with two spaces (a code) stands out.
 *
 * @param values Fill the placeholders; `site` and `origin` are always known.
 */
export function mailText(key: MailKey, locale: Locale, values: MailValues): Letter {
  const { origin } = config()
  const site = translate(locale, 'common')('siteName')
  const t = translate(locale, 'mail')
  const known = { site, origin, ...values }
  const { subject, body } = writtenText(key, locale, known)
  const text = withPlainSpaces([t('greeting'), body.trim(), t('signature', { site, origin })].join('\n\n'))
  return { subject: withPlainSpaces(subject), text: `${text}\n` }
}

/** An override that cannot be filled in must not keep a code from its owner: ours is sent then. */
function writtenText(key: MailKey, locale: Locale, values: MailValues): MailTemplate {
  const ours = defaults[locale][key]
  const override = findMailOverride(key, locale)
  if (override) {
    try {
      return fillIn({ subject: override.title ?? ours.subject, body: override.body }, locale, values)
    } catch {
      // Told when it was saved; said again in the editor.
    }
  }
  return fillIn(ours, locale, values)
}

/** @throws when a placeholder has no value or the text is no ICU message. */
function fillIn(template: MailTemplate, locale: Locale, values: MailValues): MailTemplate {
  const onError = (error: Error) => {
    throw error
  }
  const messages: Record<string, string> = { subject: template.subject, body: template.body }
  const t = createTranslator<Record<string, string>>({ locale, messages, onError, timeZone: 'Europe/Paris' })
  return { subject: String(t('subject', values)), body: String(t('body', values)) }
}

/**
 * Looks at words the operator wrote for a mail before they are kept: they may fill in what ours fill in and nothing
 * else, and must not leave out a code or an address, without which the mail is of no use.
 */
export function checkMailText(key: MailKey, template: MailTemplate, locale: Locale): readonly MailTextProblem[] {
  const ours = placeholdersOf(Object.values(defaults[locale][key]).join('\n'))
  const theirs = placeholdersOf(`${template.subject}\n${template.body}`)
  const known = new Set([...ours, 'site', 'origin'])
  const needed = placeholdersOf(defaults[locale][key].body).filter((name) => /^code$|url$/i.test(name))
  const inBody = placeholdersOf(template.body)
  const problems: MailTextProblem[] = [
    ...theirs.filter((name) => !known.has(name)).map((name) => ({ kind: 'unknown_placeholder', name }) as const),
    ...needed.filter((name) => !inBody.includes(name)).map((name) => ({ kind: 'missing_placeholder', name }) as const),
  ]
  if (problems.length > 0) return problems
  try {
    const sample = Object.fromEntries(
      [...known].map((name) => [name, /minutes|count|days|hours/i.test(name) ? 2 : name]),
    )
    fillIn(template, locale, sample)
    return []
  } catch {
    return [{ kind: 'not_readable' }]
  }
}

/** The names a text fills in: `{code}`, `{minutes, plural, …}`; words inside the branches of a plural are none. */
export function placeholdersOf(text: string): readonly string[] {
  const names = new Set<string>()
  const open: ('argument' | 'branch')[] = []
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '}') open.pop()
    if (text[at] !== '{') continue
    const isArgument = open.at(-1) !== 'argument'
    open.push(isArgument ? 'argument' : 'branch')
    const name = isArgument ? /^\s*(\w+)\s*[,}]/.exec(text.slice(at + 1, at + 60))?.[1] : undefined
    if (name !== undefined) names.add(name)
  }
  return [...names]
}
