import { FormProblems, formState } from '../../../components/admin/form-kit.tsx'
import { LookForm } from '../../../components/admin/look-form.tsx'
import { LookContrasts, LookSamples } from '../../../components/admin/look-samples.tsx'
import { Panel } from '../../../components/admin/panel.tsx'
import { Notice } from '../../../components/ui/notice.tsx'
import type { Flash } from '../../../lib/http/flash.ts'
import { lookInput, lookNames, printLook } from '../../../lib/http/look-input.ts'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import { staffForm } from '../../../lib/http/staff-form.ts'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { logoHash } from '../../../lib/settings/brand.ts'
import { faintPairs, type Look, lookPresets } from '../../../lib/settings/look.ts'
import { findSetting } from '../../../lib/settings/settings-queries.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>
const presets = ['carreau', 'criee', 'pepiniere', 'registre'] as const

/** Tries and keeps a look. What is tried stands in the address, so it can be sent to somebody for an opinion. */
export default async function BrandPage({ searchParams }: Props) {
  const member = await requireStaff({ ability: 'change_settings', path: '/admin/brand' })
  const { flash, query } = await staffForm(searchParams)
  const { locale } = member
  const t = translate(locale, 'settingsPanel')
  const state = formState(flash, { locale, form: 'look' })
  const asked = Object.fromEntries(
    lookNames.flatMap((name) => {
      const value = state.values[name] ?? query(name)
      return value === undefined ? [] : [[name, value]]
    }),
  )
  const preset = presets.find((name) => name === query('preset'))
  const usual = preset ? lookPresets[preset] : findSetting('look')
  const tried = lookInput.safeParse({ ...printLook(usual), ...asked })
  const look: Look = tried.success ? tried.data : usual
  return (
    <Panel member={member} section="brand" path="/admin/brand" title={t('brand.title')}>
      <link
        rel="stylesheet"
        href={`/api/v1/admin/brand/preview?${new URLSearchParams({ ...printLook(look) })}`}
        precedence="high"
      />
      <div className="panel-head">
        <h1>{t('brand.title')}</h1>
        <p className="meta">{t('brand.intro')}</p>
      </div>
      {query('done') ? (
        <Notice tone="ok" role="status">
          <p>{t('brand.saved')}</p>
        </Notice>
      ) : null}
      <nav className="tabs my-3" aria-label={t('brand.preset')}>
        {presets.map((name) => (
          <a key={name} href={`/admin/brand?preset=${name}`} aria-current={name === preset ? 'true' : undefined}>
            {t(`brand.presets.${name}`)}
          </a>
        ))}
      </nav>
      <p className="meta">{t('brand.presetNote')}</p>
      <div className="panel-columns">
        <LookForm
          state={state}
          values={{ ...printLook(look), ...asked }}
          name={query('name') ?? translate('fr', 'common')('siteName')}
          from="/admin/brand"
          locale={locale}
        />
        <div>
          <h2>{t('brand.preview')}</h2>
          <LookContrasts faint={faintPairs(look)} locale={locale} />
          <LookSamples locale={locale} />
        </div>
      </div>
      <LogoSection flash={flash} locale={locale} />
    </Panel>
  )
}

function LogoSection({ flash, locale }: Readonly<{ flash: Flash | undefined; locale: Locale }>) {
  const t = translate(locale, 'settingsPanel')
  const logo = findSetting('logo')
  return (
    <section className="panel-section" aria-labelledby="logo-title">
      <header>
        <h2 id="logo-title">{t('brand.logo')}</h2>
        <p className="meta">{t('brand.logoHint')}</p>
      </header>
      {logo ? (
        <p>
          <img className="logo-now" src={`/brand/logo?v=${logoHash(logo)}`} alt={t('brand.logoNow')} />
        </p>
      ) : null}
      <form method="post" action="/api/v1/admin/brand/logo" encType="multipart/form-data" className="panel-form">
        <input type="hidden" name="from" value="/admin/brand" />
        <input type="hidden" name="form" value="logo" />
        <FormProblems state={formState(flash, { locale, form: 'logo' })} labels={{ logo: t('brand.logoFile') }} />
        <div className="field">
          <label htmlFor="logo">{t('brand.logoFile')}</label>
          <input
            className="input"
            type="file"
            id="logo"
            name="logo"
            accept="image/svg+xml,image/png,image/jpeg,image/webp"
          />
        </div>
        <p className="form-actions">
          <button type="submit" className="button">
            {t('brand.logoSave')}
          </button>
          {logo ? (
            <button type="submit" className="button button-quiet" name="remove" value="on">
              {t('brand.logoRemove')}
            </button>
          ) : null}
        </p>
      </form>
    </section>
  )
}
