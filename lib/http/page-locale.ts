import { notFound } from 'next/navigation'
import { isLocale, type Locale } from '../i18n/locales.ts'

/** The language of a page from its address. For pages only: an unknown one ends the rendering with "not found". */
export async function pageLocale(params: Promise<Readonly<{ locale: string }>>): Promise<Locale> {
  const { locale } = await params
  return isLocale(locale) ? locale : notFound()
}
