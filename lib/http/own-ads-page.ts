import { notFound, redirect } from 'next/navigation'
import { pathTo } from '../i18n/paths.ts'
import { findOwnAd, type OwnAd } from '../posting/own-ads-queries.ts'
import { type PrivatePageProps, pageVisitor, type Visitor } from './page-visitor.ts'

export type MemberVisitor = Visitor & Readonly<{ memberId: string }>

/** Who looks at a page of their own; a stranger is sent to sign in and comes back. For pages only. */
export async function memberVisitor(
  props: PrivatePageProps,
  path: (visitor: Visitor) => string,
): Promise<MemberVisitor> {
  const visitor = await pageVisitor(props)
  const { memberId } = visitor.payer
  if (memberId === undefined) {
    redirect(`${pathTo(visitor.locale, 'sign-in')}?next=${encodeURIComponent(path(visitor))}`)
  }
  return { ...visitor, memberId }
}

/** One's own ad; anybody else's is a page that does not exist. */
export function ownAdOr404({ memberId, now }: MemberVisitor, ref: string): OwnAd {
  return findOwnAd(memberId, ref, now) ?? notFound()
}
