import { z } from 'zod'
import { changeContent } from '../../../../../lib/catalogue/change-content.ts'
import { command } from '../../../../../lib/http/command.ts'
import { invalidateAllPages } from '../../../../../lib/http/page-tags.ts'
import { staffWith } from '../../../../../lib/http/require-staff.ts'

/** Puts words of the operator's own in place of ours, or ours back when `reset` is sent or the text is empty. */
export const POST = command({
  actor: staffWith('change_settings'),
  input: z.object({
    kind: z.enum(['page', 'mail', 'sentence']),
    key: z.string().max(120),
    lang: z.enum(['fr', 'en']),
    title: z.string().max(200).optional(),
    body: z.string().max(60_000).default(''),
    reset: z.string().optional(),
  }),
  limit: 'staff',
  run: ({ kind, key, lang, title, body, reset }, { actor, now }) =>
    changeContent(
      { kind, key, locale: lang, title: title ?? null, body: reset === 'on' ? '' : body.replaceAll('\r\n', '\n') },
      { actor: `member:${actor.id}`, now },
    ),
  respond: (_done, _context, { kind, key, lang, reset }) => {
    invalidateAllPages()
    const done = reset === 'on' ? 'resetDone' : 'saved'
    return { location: `/admin/content/${kind}/${encodeURIComponent(key)}?lang=${lang}&done=${done}`, json: { key } }
  },
})
