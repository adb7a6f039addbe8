import type { Locale } from '../locales.ts'
import { help as helpEn, ranking as rankingEn } from './en-service.ts'
import { accessibility as accessibilityEn, legalNotice as legalNoticeEn, privacy as privacyEn } from './en-site.ts'
import { saleTerms as saleTermsEn, terms as termsEn } from './en-terms.ts'
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
  },
  en: {
    help: helpEn,
    ranking: rankingEn,
    'legal-notice': legalNoticeEn,
    terms: termsEn,
    'sale-terms': saleTermsEn,
    privacy: privacyEn,
    accessibility: accessibilityEn,
  },
}

export function textPage(locale: Locale, name: TextName): TextPage {
  return byLocale[locale][name]
}
