import type { Locale } from '../../lib/i18n/locales.ts'
import { messages } from '../../lib/i18n/messages/fr/index.ts'
import { translate } from '../../lib/i18n/translator.ts'

const { action: actions, actor: actors } = messages.audit
const isNamedAction = (action: string): action is keyof typeof actions => Object.hasOwn(actions, action)
const isNamedActor = (actor: string): actor is keyof typeof actors => Object.hasOwn(actors, actor)

/** What was done, in words; what has none yet, by its name in the log. */
export function actionWords(action: string, locale: Locale): string {
  return isNamedAction(action) ? translate(locale, 'audit')(`action.${action}`) : action
}

/** Who did it: the member's own name, or what kind of actor it was. */
export function actorWords(
  { actor, actorName }: Readonly<{ actor: string; actorName: string | null }>,
  locale: Locale,
): string {
  const [kind = actor, id = ''] = actor.split(/:(.*)/)
  if (actorName !== null || !isNamedActor(kind)) return actorName ?? actor
  return `${translate(locale, 'audit')(`actor.${kind}`)} ${id.slice(-6)}`.trim()
}

type Values = Readonly<Record<string, unknown>>
const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null

/** What was noted: field by field what it was and what it became where something changed, else each fact. */
export function AuditDetail({ detail, locale }: Readonly<{ detail: string | null; locale: Locale }>) {
  const read: unknown = detail === null ? null : JSON.parse(detail)
  if (!isValues(read)) return read === null ? null : <span className="code">{written(read)}</span>
  const { before, after, ...facts } = read
  const [was, is] = [isValues(before) ? before : {}, isValues(after) ? after : {}]
  return (
    <ul className="changes">
      {Object.keys({ ...was, ...is }).map((name) => (
        <li key={name}>
          <span className="code">{name}</span>{' '}
          {isValues(before) ? <Replaced value={was[name]} locale={locale} /> : null}
          <ins>{written(is[name])}</ins>
        </li>
      ))}
      {Object.entries(facts).map(([name, value]) => (
        <li key={`fact ${name}`}>
          {name === 'reason' ? null : <span className="code">{name} </span>}
          {written(value)}
        </li>
      ))}
    </ul>
  )
}

function Replaced({ value, locale }: Readonly<{ value: unknown; locale: Locale }>) {
  const t = translate(locale, 'panel')
  return (
    <>
      <span className="hidden-text">{t('audit.before')}</span>
      <del>{written(value)}</del> → <span className="hidden-text">{t('audit.after')}</span>
    </>
  )
}

function written(value: unknown): string {
  if (value === null || value === undefined) return '–'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
