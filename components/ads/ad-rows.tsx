'use client'

import { Stub } from '../ui/stub.tsx'
import { Photo } from './photo.tsx'

/** One ad of a list in words already chosen; nothing but text travels to the browser. */
export type AdRowWords = Readonly<{
  ref: string
  href: string
  /** Language of the title where it is not the page's. */
  lang?: string | undefined
  title: string
  code: string
  facts: string
  where: string
  price: string
  isPriced: boolean
  cover: Readonly<{ hash: string; width: number; height: number }> | null
  noPhoto: string
  count: string | null
  flag: Readonly<{ text: string; hint: string }> | null
  stub: Readonly<{ tone: 'paid' | 'free' | 'over'; what: string; cost?: string; isMarkable?: boolean }>
}>

type Props = Readonly<{ rows: readonly AdRowWords[]; level: 2 | 3; label: string; areFirst: boolean }>

/**
 * A list of ads. Drawn as one part of the page that only receives words: the page's data then holds each ad once, as
 * text, and not a second time as markup, which halves what a list costs to make and to send.
 */
export function AdRows({ rows, level, label, areFirst }: Props) {
  return (
    <ol className="ad-list" aria-label={label}>
      {rows.map((row, at) => (
        <AdRow key={row.ref} row={row} level={level} isFirst={areFirst && at === 0} />
      ))}
    </ol>
  )
}

/** Picture, words, money. The title is the only link; the whole row is its target. */
function AdRow({ row, level, isFirst }: Readonly<{ row: AdRowWords; level: 2 | 3; isFirst: boolean }>) {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <li className="ad-row" data-ref={row.ref}>
      <div className="ad-photo">
        {row.cover ? (
          <Photo photo={{ ...row.cover, alt: '' }} isFirst={isFirst} alt="" />
        ) : (
          <span className="meta">{row.noPhoto}</span>
        )}
        {row.flag ? (
          <span className="ad-flag" title={row.flag.hint}>
            {row.flag.text}
          </span>
        ) : null}
        {row.count ? <span className="ad-count">{row.count}</span> : null}
      </div>
      <div className="ad-words">
        <p className="code">{row.code}</p>
        <Title lang={row.lang}>
          <a href={row.href}>{row.title}</a>
        </Title>
        {row.facts === '' ? null : <p>{row.facts}</p>}
        <p className="meta">{row.where}</p>
      </div>
      <p className={row.isPriced ? 'ad-price amount' : 'ad-price ad-no-price'}>{row.price}</p>
      <Stub {...row.stub} />
    </li>
  )
}
