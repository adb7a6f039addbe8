import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Message } from '../../lib/simulator/message-store.ts'
import type { Thread } from '../../lib/simulator/phone-state.ts'
import { Field } from '../ui/field.tsx'

type Props = Readonly<{
  locale: Locale
  threads: readonly Thread[]
  messages: readonly Message[]
  /** The number whose texts are open. */
  open: string | undefined
  /** What a link asked to write. */
  draft: Readonly<{ to: string; text: string }>
  shortCode: string
}>

/** The texts of the telephone: all numbers, or one, and a form to write. */
export function MessagesApp({ locale, threads, messages, open, draft, shortCode }: Props) {
  const t = translate(locale, 'simulator')
  if (open !== undefined) {
    return (
      <>
        <p>
          <a href="/simulator?app=messages">{t('allMessages')}</a>
        </p>
        <h2 className="num">{open}</h2>
        <Bubbles locale={locale} messages={messages.filter(({ peer }) => peer === open)} />
        {/^\+?\d+$/.test(open) ? <Compose locale={locale} to={open} text={draft.text} isReply /> : null}
      </>
    )
  }
  return (
    <>
      {threads.length === 0 ? <p className="meta">{t('noMessages')}</p> : <Threads threads={threads} />}
      <h2 id="compose">{t('newMessage')}</h2>
      <Compose locale={locale} to={draft.to} text={draft.text} hint={t('toHint', { number: shortCode })} />
    </>
  )
}

function Threads({ threads }: Readonly<{ threads: readonly Thread[] }>) {
  return (
    <ul className="phone-list">
      {threads.map(({ peer, last }) => (
        <li key={peer}>
          <a href={`/simulator?app=messages&thread=${encodeURIComponent(peer)}`}>
            <strong className="num">{peer}</strong>
            <span>{last.text}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

const stateWords = {
  sending: 'stateSending',
  held: 'stateHeld',
  lost: 'stateLost',
  refused: 'stateRefused',
  failed: 'stateFailed',
} as const

function Bubbles({ locale, messages }: Readonly<{ locale: Locale; messages: readonly Message[] }>) {
  const t = translate(locale, 'simulator')
  const isWaiting = ({ state }: Message) => state === 'held' || state === 'lost'
  return (
    <ol className="bubbles" aria-live="polite">
      {messages.map((message, at) => (
        <li
          key={message.id}
          id={at === messages.length - 1 ? 'latest' : undefined}
          className={message.direction === 'out' ? 'bubble-out' : 'bubble-in'}
        >
          <p>
            <span className="hidden-text">{message.direction === 'out' ? t('you') : message.peer}, </span>
            {message.text}
          </p>
          <StateLine locale={locale} message={message} />
          {isWaiting(message) ? (
            <form method="post" action="/simulator/api/messages/deliver">
              <input type="hidden" name="id" value={message.id} />
              <input
                type="hidden"
                name="from"
                value={`/simulator?app=messages&thread=${encodeURIComponent(message.peer)}`}
              />
              <button type="submit" className="button-bare">
                {t('deliverNow')}
              </button>
            </form>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

function StateLine({ locale, message: { state, at } }: Readonly<{ locale: Locale; message: Message }>) {
  const t = translate(locale, 'simulator')
  const words = state === 'sent' || state === 'received' ? '' : ` · ${t(stateWords[state])}`
  return (
    <small className="num">
      {clockTime(at)}
      {words}
    </small>
  )
}

function clockTime(at: number): string {
  return new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' }).format(at)
}

type ComposeProps = Readonly<{ locale: Locale; to: string; text: string; hint?: string; isReply?: boolean }>

function Compose({ locale, to, text, hint, isReply = false }: ComposeProps) {
  const t = translate(locale, 'simulator')
  return (
    <form method="post" action="/simulator/api/messages" className="phone-form">
      {isReply ? (
        <input type="hidden" name="to" value={to} />
      ) : (
        <Field name="to" label={t('to')} hint={hint} inputMode="tel" required defaultValue={to} autoComplete="off" />
      )}
      <Field name="text" label={t('text')} required maxLength={300} defaultValue={text} autoComplete="off" />
      <button type="submit" className="button">
        {t('send')}
      </button>
    </form>
  )
}
