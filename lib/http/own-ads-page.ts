import { notFound } from 'next/navigation'
import { findOwnAd, type OwnAd } from '../posting/own-ads-queries.ts'
import { type PrivatePageProps, pageVisitor, type Visitor } from './page-visitor.ts'
import { requireMemberPage } from './require-member-page.ts'

export type MemberVisitor = Visitor & Readonly<{ memberId: string }>

/** Who looks at a page of their own; anybody not signed in, or half, is led to it and comes back. For pages only. */
export async function memberVisitor(
  props: PrivatePageProps,
  path: (visitor: Visitor) => string,
): Promise<MemberVisitor> {
  const visitor = await pageVisitor(props)
  const { member } = await requireMemberPage({ locale: visitor.locale, path: path(visitor) })
  return { ...visitor, memberId: member.id }
}

/** One's own ad; anybody else's is a page that does not exist. */
export function ownAdOr404({ memberId, now }: MemberVisitor, ref: string): OwnAd {
  return findOwnAd(memberId, ref, now) ?? notFound()
}
