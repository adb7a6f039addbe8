import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { SignInForm } from '../../../../components/account/sign-in-form.tsx'
import { isDemo } from '../../../../lib/config/env.ts'
import { type Flash, readFlash } from '../../../../lib/http/flash.ts'
import { ownPath } from '../../../../lib/http/request-guard.ts'
import { isLocale, type Locale, localeOr } from '../../../../lib/i18n/locales.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { findMember } from '../../../../lib/members/find-member.ts'
import { isStaff } from '../../../../lib/members/member.ts'
import { currentTime } from '../../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{
  params: Promise<{ locale: string }>
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const title = translate(localeOr(locale), 'auth')('title')
  return { title, robots: { index: false } }
}

export default async function SignInPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const query = await searchParams
  const cookies = (await headers()).get('cookie')
  const member = await findMember(cookies, currentTime())
  const flash = readFlash(cookies, typeof query['e'] === 'string' ? query['e'] : undefined)
  const next = ownPath(query['next'])
  const t = translate(locale, 'auth')
  const own = pathTo(locale, 'sign-in')
  return (
    <div className="page page-narrow">
      <h1>{t('title')}</h1>
      <SignInForm
        locale={locale}
        next={next}
        from={next === '/' ? own : `${own}?next=${encodeURIComponent(next)}`}
        email={flash?.values['email'] ?? ''}
        problem={flash && problemOf(flash, locale)}
        signedInAs={member && { name: member.displayName, isStaff: isStaff(member) }}
        isDemo={isDemo()}
      />
    </div>
  )
}

function problemOf(flash: Flash, locale: Locale): string {
  const t = translate(locale, 'auth')
  if (flash.code === 'rate_limited') return t('tooMany', { minutes: Math.ceil((flash.retryAfterSeconds ?? 60) / 60) })
  return flash.code === 'invalid_input' ? t('wrong') : t('refused')
}
