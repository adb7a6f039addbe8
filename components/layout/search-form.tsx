'use client'

import { useSearchParams } from 'next/navigation'
import { findSlots } from '../../lib/text/drawn-markup.ts'

/**
 * The search bar of every page. A plain GET form; it only needs the browser's address to show what was searched.
 */
export function SearchForm({
  action,
  labels,
}: Readonly<{
  action: string
  labels: { search: string; searchHint: string; place: string; placeHint: string; submit: string }
}>) {
  const params = useSearchParams()
  const slots = findSlots()
  const text = slots?.['searchedText'] ?? params.get('q') ?? ''
  const place = slots?.['searchedPlace'] ?? params.get('lieu') ?? ''
  return (
    <search className="search-form-holder">
      <form className="search-form" action={action} key={`${text}\n${place}`}>
        <label>
          <span className="hidden-text">{labels.search}</span>
          <input type="search" name="q" placeholder={labels.searchHint} defaultValue={text} maxLength={120} />
        </label>
        <label>
          <span className="hidden-text">{labels.place}</span>
          <input name="lieu" placeholder={labels.placeHint} defaultValue={place} maxLength={60} autoComplete="off" />
        </label>
        <button type="submit">{labels.submit}</button>
      </form>
    </search>
  )
}
