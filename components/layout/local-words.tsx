'use client'

import { useParams } from 'next/navigation'

type Words = Readonly<{ title: string; text: string; link: string; href: string }>

/** Words for pages that Next draws without telling them the language: it is read from the address. */
export function LocalWords({ fr, en }: Readonly<{ fr: Words; en: Words }>) {
  const words = useParams()['locale'] === 'en' ? en : fr
  return (
    <div className="page page-narrow">
      <h1>{words.title}</h1>
      <p className="prose-lead">{words.text}</p>
      <p>
        <a className="button" href={words.href}>
          {words.link}
        </a>
      </p>
    </div>
  )
}
