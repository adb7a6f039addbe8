import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { Choice, FormProblems, formState, PanelForm, TextInput } from '../../components/admin/form-kit.tsx'
import { Notice } from '../../components/ui/notice.tsx'
import { staffForm } from '../../lib/http/staff-form.ts'
import { preferredLocale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { hasOwner } from '../../lib/members/members-queries.ts'
import { isSetupToken } from '../../lib/setup/setup.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>

/** The first account of a site; there is no such page once somebody owns it. */
export default async function SetupPage({ searchParams }: Props) {
  if (hasOwner()) notFound()
  const { flash, query } = await staffForm(searchParams)
  const locale = preferredLocale((await headers()).get('accept-language') ?? undefined)
  const t = translate(locale, 'setup')
  const token = query('token') ?? ''
  const state = formState(flash, { locale, form: 'owner' })
  const labels = { email: t('email'), displayName: t('displayName'), password: t('password') }
  return (
    <main id="content" className="page page-narrow">
      <title>{t('title')}</title>
      <h1>{t('title')}</h1>
      {isSetupToken(token) ? (
        <section className="panel-section" aria-labelledby="owner">
          <h2 id="owner">{t('owner')}</h2>
          <p className="meta">{t('ownerHint')}</p>
          <PanelForm action="/api/v1/setup/owner" from={`/setup?token=${token}`} form="owner">
            <FormProblems state={state} labels={labels} />
            <input type="hidden" name="token" value={token} />
            <TextInput state={state} name="email" label={t('email')} type="email" autoComplete="username" required />
            <TextInput state={state} name="displayName" label={t('displayName')} autoComplete="name" required />
            <TextInput
              state={state}
              name="password"
              label={t('password')}
              hint={t('passwordHint')}
              type="password"
              autoComplete="new-password"
              required
            />
            <Choice
              state={state}
              name="locale"
              label={t('locale')}
              value={locale}
              options={[
                ['fr', 'Français'],
                ['en', 'English'],
              ]}
            />
            <p className="form-actions">
              <button type="submit" className="button">
                {t('create')}
              </button>
            </p>
          </PanelForm>
        </section>
      ) : (
        <Notice tone="bad">
          <p>{t('badToken')}</p>
        </Notice>
      )}
    </main>
  )
}
