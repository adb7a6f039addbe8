import type { Locale } from '../locales.ts'
import { cookies as cookiesEn, transparency as transparencyEn } from './en-legal.ts'
import { help as helpEn, ranking as rankingEn } from './en-service.ts'
import { accessibility as accessibilityEn, legalNotice as legalNoticeEn, privacy as privacyEn } from './en-site.ts'
import { saleTerms as saleTermsEn, terms as termsEn } from './en-terms.ts'
import { cookies as cookiesFr, transparency as transparencyFr } from './fr-legal.ts'
import { help as helpFr, ranking as rankingFr } from './fr-service.ts'
import { accessibility as accessibilityFr, legalNotice as legalNoticeFr, privacy as privacyFr } from './fr-site.ts'
import { saleTerms as saleTermsFr, terms as termsFr } from './fr-terms.ts'
import type { TextName, TextPage, Texts } from './text-page.ts'

const byLocale: Readonly<Record<Locale, Texts>> = {
  fr: {
    help: helpFr,
    ranking: rankingFr,
    'legal-notice': legalNoticeFr,
    terms: termsFr,
    'sale-terms': saleTermsFr,
    privacy: privacyFr,
    accessibility: accessibilityFr,
    cookies: cookiesFr,
    transparency: transparencyFr,
  },
  en: {
    help: helpEn,
    ranking: rankingEn,
    'legal-notice': legalNoticeEn,
    terms: termsEn,
    'sale-terms': saleTermsEn,
    privacy: privacyEn,
    accessibility: accessibilityEn,
    cookies: cookiesEn,
    transparency: transparencyEn,
  },
}

export function textPage(locale: Locale, name: TextName): TextPage {
  return byLocale[locale][name]
}

/** A page of ours as Markdown, for whoever writes it anew. */
export function textMarkdown({ lead, sections }: TextPage): string {
  const blocks = sections.flatMap(({ title, blocks: inner }) => [
    `## ${title}`,
    ...inner.map((block) => (typeof block === 'string' ? block : block.map((item) => `- ${item}`).join('\n'))),
  ])
  return [lead, ...blocks].join('\n\n')
}
