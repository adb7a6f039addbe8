'use client'

import { useParams } from 'next/navigation'

const words = {
  fr: {
    title: 'Cette page n’a pas pu être affichée',
    text: 'L’incident est de notre côté et a été enregistré. Rechargez la page dans un instant.',
    retry: 'Recharger',
  },
  en: {
    title: 'This page could not be shown',
    text: 'The fault is ours and has been recorded. Reload the page in a moment.',
    retry: 'Reload',
  },
} as const

/** Its words are here and not in the messages: when it is drawn, the server has just failed to draw something else. */
export default function ErrorPage() {
  const { title, text, retry } = useParams()['locale'] === 'en' ? words.en : words.fr
  return (
    <main className="page page-narrow">
      <h1>{title}</h1>
      <p className="prose-lead">{text}</p>
      <p>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {retry}
        </button>
      </p>
    </main>
  )
}
