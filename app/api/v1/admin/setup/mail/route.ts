import { z } from 'zod'
import { command } from '../../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../../lib/http/require-staff.ts'
import { sendTestMail } from '../../../../../../lib/setup/send-test-mail.ts'

/** Sends a message to whoever asks, to see that mail works. */
export const POST = command({
  actor: staffWith('change_settings'),
  input: z.object({}),
  limit: 'recovery_mail',
  run: (_nothing, { actor, now }) => sendTestMail(actor, now),
  respond: () => ({ location: '/admin/setup?step=mail&done=mailSent', json: {} }),
})
