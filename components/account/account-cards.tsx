export type AccountCard = Readonly<{ href: string; title: string; text: string; figure?: string | undefined }>

/** Where a member goes from her own page: one card each, the whole card is the link. */
export function AccountCards({ cards }: Readonly<{ cards: readonly AccountCard[] }>) {
  return (
    <ul className="account-cards">
      {cards.map(({ href, title, text, figure }) => (
        <li key={href}>
          <a href={href}>
            <b>{title}</b>
            {figure ? <span className="num">{figure}</span> : null}
            <span className="meta">{text}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
