import type { ReactNode } from 'react'
import { homePath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { StaffMember } from '../../lib/members/member.ts'
import { Logo } from '../layout/logo.tsx'

const sections = [
  { name: 'today', href: '/admin' },
  { name: 'purchases', href: '/admin/purchases' },
  { name: 'books', href: '/admin/books' },
  { name: 'providers', href: '/admin/providers' },
  { name: 'vouchers', href: '/admin/vouchers' },
] as const
export type PanelSection = (typeof sections)[number]['name']

type Props = Readonly<{
  member: StaffMember
  section: PanelSection
  title: string
  path: string
  children: ReactNode
}>

/** What surrounds every page of the panel. @param path Where changing the language comes back to. */
export function Panel({ member, section, title, path, children }: Props) {
  const { locale } = member
  const t = translate(locale, 'admin')
  const common = translate(locale, 'common')
  return (
    <>
      <title>{`${title} · ${t('panel')} · ${common('siteName')}`}</title>
      <a className="skip" href="#content">
        {common('skipToContent')}
      </a>
      <header className="panel-header">
        <div className="panel-bar">
          <a className="brand panel-brand" href="/admin">
            <Logo />
            {t('panel')}
          </a>
          <nav className="panel-nav" aria-label={t('nav.label')}>
            {sections.map(({ name, href }) => (
              <a key={name} href={href} aria-current={name === section ? 'page' : undefined}>
                {t(`nav.${name}`)}
              </a>
            ))}
          </nav>
          <div className="panel-person">
            <span>
              {member.displayName} <span className="legal">{t(`role.${member.staffRole}`)}</span>
            </span>
            <a href={homePath(locale)}>{t('site')}</a>
            <form method="post" action="/api/v1/admin/locale">
              <input type="hidden" name="to" value={locale === 'fr' ? 'en' : 'fr'} />
              <input type="hidden" name="from" value={path} />
              <button type="submit" lang={locale === 'fr' ? 'en' : 'fr'}>
                {common('language')}
              </button>
            </form>
            <form method="post" action="/api/v1/session/end">
              <input type="hidden" name="locale" value={locale} />
              <button type="submit">{common('signOut')}</button>
            </form>
          </div>
        </div>
      </header>
      <main id="content" className="panel-main" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
