import type { ReactNode } from 'react'
import type { StaffViewer } from '../../lib/http/require-staff.ts'
import { homePath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { Logo } from '../layout/logo.tsx'
import { type DueName, type PanelSection, panelGroups } from './panel-sections.ts'

export type { PanelSection }

type Props = Readonly<{
  member: StaffViewer
  section: PanelSection
  title: string
  path: string
  children: ReactNode
}>

/** What surrounds every page of the panel. @param path Where changing the language comes back to. */
export function Panel({ member, section, title, path, children }: Props) {
  const { locale } = member
  const t = translate(locale, 'panel')
  const common = translate(locale, 'common')
  const name = translate(locale, 'admin')('panel')
  return (
    <>
      <title>{`${title} · ${name} · ${common('siteName')}`}</title>
      <a className="skip" href="#content">
        {common('skipToContent')}
      </a>
      <header className="panel-header">
        <div className="panel-bar">
          <a className="brand panel-brand" href="/admin">
            <Logo />
            {name}
          </a>
          <details className="panel-menu">
            <summary>{t('menu')}</summary>
            <PanelNav member={member} section={section} />
          </details>
          <Person member={member} path={path} />
        </div>
      </header>
      <div className="panel-body">
        <aside className="panel-side">
          <PanelNav member={member} section={section} />
        </aside>
        <main id="content" className="panel-main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  )
}

function PanelNav({ member, section }: Pick<Props, 'member' | 'section'>) {
  const t = translate(member.locale, 'panel')
  return (
    <nav className="panel-nav" aria-label={translate(member.locale, 'admin')('nav.label')}>
      {panelGroups.map((group) => {
        const open = group.sections.filter(({ ability }) => member.abilities.includes(ability))
        if (open.length === 0) return null
        return (
          <section key={group.name}>
            {group.name === 'home' ? null : <h2>{t(`group.${group.name}`)}</h2>}
            <ul>
              {open.map((entry) => (
                <li key={entry.name}>
                  <a href={entry.href} aria-current={entry.name === section ? 'page' : undefined}>
                    {t(`nav.${entry.name}`)}
                    <Due count={'due' in entry ? member.due[entry.due satisfies DueName] : 0} locale={member.locale} />
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </nav>
  )
}

function Due({ count, locale }: Readonly<{ count: number; locale: StaffViewer['locale'] }>) {
  if (count === 0) return null
  return (
    <span className="due">
      {count}
      <span className="hidden-text"> {translate(locale, 'panel')('waiting')}</span>
    </span>
  )
}

function Person({ member, path }: Pick<Props, 'member' | 'path'>) {
  const { locale } = member
  const t = translate(locale, 'admin')
  const common = translate(locale, 'common')
  return (
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
  )
}
