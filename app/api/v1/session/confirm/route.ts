import { confirmIdentityInput } from '../../../../../lib/accounts/account-input.ts'
import { confirmIdentity } from '../../../../../lib/accounts/confirm-identity.ts'
import { accountRequest } from '../../../../../lib/http/account-request.ts'
import { command } from '../../../../../lib/http/command.ts'
import { returnFromProof } from '../../../../../lib/http/proof.ts'

/** Proves again who is signed in, and goes back to the form that asked for it. */
export const POST = command({
  actor: () => undefined,
  input: confirmIdentityInput,
  limit: 'write',
  run: async ({ next: _, ...proof }, context) => confirmIdentity(proof, accountRequest(context)),
  respond: ({ cookies }, context, { next }) => {
    const back = returnFromProof(context.cookies, next)
    return { location: back.location, json: {}, cookies: [...cookies, ...back.cookies] }
  },
})
