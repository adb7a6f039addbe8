import type { ReactNode } from 'react'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'

export const phoneApps = ['messages', 'phone', 'bill', 'cards', 'settings'] as const
export type PhoneApp = (typeof phoneApps)[number]

const titles = {
  messages: 'appMessages',
  phone: 'appPhone',
  bill: 'appBill',
  cards: 'appCards',
  settings: 'appSettings',
} as const

const shapes: Readonly<Record<PhoneApp, string>> = {
  messages: 'M3 4h14v10H8l-4 3v-3H3z',
  phone:
    'M4 3h3.5l1.5 4-2 1.5a9 9 0 0 0 4.5 4.5l1.5-2 4 1.5V16a1.5 1.5 0 0 1-1.5 1.5C9 17.5 2.5 11 2.5 4.5A1.5 1.5 0 0 1 4 3Z',
  bill: 'M5 2.5h10v15l-2.5-1.500-2.500 1.500-2.500-1.500L5 17.500zM7.500 6.500h5M7.500 10h5',
  cards: 'M2.500 5h15v10.500h-15zM2.500 8.500h15M5 12.500h3',
  settings: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4',
}

/** The body of the telephone: its operator and number above, the open app, the other apps below. */
export function PhoneFrame({
  locale,
  app,
  number,
  children,
}: Readonly<{ locale: Locale; app: PhoneApp; number: string; children: ReactNode }>) {
  const t = translate(locale, 'simulator')
  return (
    <div className="phone">
      <header className="phone-status">
        <span>{t('operatorName')}</span>
        <span className="num">
          <span className="hidden-text">{t('myNumber')} </span>
          {number}
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard where it holds no link. */}
      <section className="phone-screen" tabIndex={0} aria-labelledby="phone-title">
        <h1 id="phone-title">{t(titles[app])}</h1>
        {children}
      </section>
      <nav className="phone-apps" aria-label={t('apps')}>
        {phoneApps.map((name) => (
          <a key={name} href={`/simulator?app=${name}`} aria-current={name === app ? 'page' : undefined}>
            <svg viewBox="0 0 20 20" className="icon" aria-hidden="true">
              <path d={shapes[name]} />
            </svg>
            {t(titles[name])}
          </a>
        ))}
      </nav>
    </div>
  )
}
