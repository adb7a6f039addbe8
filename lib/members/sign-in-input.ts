import { z } from 'zod'

/** What the sign-in form sends. Shapes are left open: a wrong address and a wrong password get the same answer. */
export const signInInput = z
  .object({
    email: z.string().max(254).meta({ description: 'The address of the account.', example: 'lea@example.org' }),
    password: z.string().max(512),
    next: z.string().max(500).optional().meta({ description: 'A path of this site to go to afterwards.' }),
  })
  .meta({ id: 'SignIn' })

export const signOutInput = z.object({}).meta({ id: 'SignOut' })
