import { commit } from '../../db/commit.ts'
import { auditChange } from '../audit/audit-store.ts'
import type { ContentText } from '../content/content.ts'
import { findContent } from '../content/content-queries.ts'
import { removeContent, saveContent } from '../content/content-store.ts'
import { refreshSentences } from '../content/refresh-sentences.ts'
import { DomainError, type FieldProblem } from '../errors/domain-error.ts'
import type { Locale } from '../i18n/locales.ts'
import { textNames } from '../i18n/texts/text-page.ts'
import { checkMailText, type MailKey, mailKeys } from '../mail/mail-text.ts'
import type { Millis } from '../time/time.ts'
import { sentenceProblems } from './sentence-change.ts'

type Words = Pick<ContentText, 'kind' | 'key' | 'locale' | 'title' | 'body'>

/**
 * Puts words of the operator's own in place of ours, or ours back when the body is empty.
 *
 * @throws DomainError `invalid_input` naming the fields: values that are missing or unknown, a text that is no message.
 */
export async function changeContent(
  words: Words,
  { actor, now }: Readonly<{ actor: string; now: Millis }>,
): Promise<void> {
  const { kind, key, locale, body } = words
  const before = findContent(kind, key, locale)
  const isReset = body.trim() === ''
  const problems = isReset ? [] : contentProblems(words)
  if (problems.length > 0) throw new DomainError('invalid_input', { fields: problems })
  const step = isReset ? removeContent(words) : saveContent({ ...words, updatedAt: now, updatedBy: actor })
  const printed = (text: Pick<ContentText, 'title' | 'body'> | undefined) =>
    text ? { title: text.title, body: text.body } : {}
  await commit([
    step,
    auditChange(
      {
        actor,
        action: isReset ? 'text_reset' : 'text_changed',
        subject: `text:${kind}:${key}:${locale}`,
        before: printed(before),
        after: isReset ? {} : printed(words),
      },
      now,
    ),
  ])
  if (kind === 'sentence') refreshSentences()
}

function contentProblems({ kind, key, locale, title, body }: Words): readonly FieldProblem[] {
  if (kind === 'sentence') return sentenceProblems(key, body, locale)
  if (kind === 'page') return pageProblems(key, { title: title ?? '', body })
  return mailProblems(key, { subject: title ?? '', body, locale })
}

const longestBody = 60_000

function pageProblems(
  key: string,
  { title, body }: Readonly<{ title: string; body: string }>,
): readonly FieldProblem[] {
  if (!textNames.some((name) => name === key)) return [{ field: 'key', code: 'unknown' }]
  if (title.trim() === '') return [{ field: 'title', code: 'required' }]
  return body.length > longestBody ? [{ field: 'body', code: 'too_big' }] : []
}

function mailProblems(
  key: string,
  { subject, body, locale }: Readonly<{ subject: string; body: string; locale: Locale }>,
): readonly FieldProblem[] {
  const known = mailKeys.find((name) => name === key)
  if (!known) return [{ field: 'key', code: 'unknown' }]
  if (subject.trim() === '') return [{ field: 'title', code: 'required' }]
  return checkMailText(known satisfies MailKey, { subject, body }, locale).map(({ kind }) => ({
    field: 'body',
    code: kind === 'not_readable' ? 'syntax' : 'placeholders',
  }))
}
