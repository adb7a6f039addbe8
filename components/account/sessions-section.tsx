import { translate } from '../../lib/i18n/translator.ts'
import { AccountForm } from './account-form.tsx'
import type { SecurityPart } from './security-sections.tsx'

export type SessionLine = Readonly<{ id: string; device: string | undefined; seen: string; isThis: boolean }>

/** Where the member is signed in, and the way to end it. */
export function SessionsSection({ sessions, ...part }: SecurityPart & Readonly<{ sessions: readonly SessionLine[] }>) {
  const t = translate(part.locale, 'account')
  const nameOf = (line: SessionLine) => line.device ?? t('security.sessionUnknown')
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('security.sessions')}</h2>
      <ul className="account-rows">
        {sessions.map((line) => (
          <li key={line.id}>
            <span>
              <b>{nameOf(line)}</b>{' '}
              <span className="meta">
                {line.isThis ? t('security.sessionThis') : t('security.sessionSeen', { date: line.seen })}
              </span>
            </span>
            {line.isThis ? null : (
              <AccountForm id="session-end" action="/api/v1/account/sessions" {...part} hidden={{ session: line.id }}>
                <button
                  type="submit"
                  className="button-bare"
                  aria-label={t('security.sessionEndLabel', { device: nameOf(line) })}
                >
                  {t('security.sessionEnd')}
                </button>
              </AccountForm>
            )}
          </li>
        ))}
      </ul>
      <AccountForm id="sessions-end" action="/api/v1/account/sessions" {...part} hidden={{ session: 'all' }}>
        <p className="meta">{t('security.sessionEndAllText')}</p>
        <button type="submit" className="button button-quiet">
          {t('security.sessionEndAll')}
        </button>
      </AccountForm>
    </section>
  )
}
