import { Command, InvalidArgumentError, Option } from 'commander'
import { closeDatabase } from '../../db/client.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { isDomainError } from '../errors/domain-error.ts'
import { translate } from '../i18n/translator.ts'
import { currencies } from '../money/money.ts'
import { importPlaces } from '../places/import-places.ts'
import { useCommandConfig } from './command-config.ts'
import { doctorCommand } from './doctor.ts'
import { importCommand } from './import-command.ts'
import { ledgerVerifyCommand } from './ledger-command.ts'
import { step } from './progress.ts'
import { providerReadCommand, readingOutcomes } from './provider-command.ts'
import { screenCommand } from './screen-command.ts'
import { setupCommand } from './setup-command.ts'
import { userCreateCommand, userOptions } from './user-command.ts'
import { vouchersIssueCommand } from './vouchers-command.ts'

// `obole … | head` closes the pipe early; there is nobody left to tell.
process.stdout.on('error', () => process.exit())

const program = new Command('obole')
  .description('Looks after an Obole site. Settings come from the environment; OBOLE_DATA_DIR says which site.')
  .showHelpAfterError()

program
  .command('migrate')
  .description('bring the database to this version and fill in the towns; safe to repeat')
  .action(
    onSite(() => {
      importPlaces()
      return say('The database is up to date.')
    }),
  )

program
  .command('seed')
  .description('fill an empty site with the demo’s ads')
  .option('--ads <count>', 'how many ads', wholeNumber)
  .action(
    onSite(async ({ ads }: { ads?: number }) => {
      // Drawing pictures needs libraries that no other command should wait for.
      const { seedSite } = await import('./seed-site.ts')
      await step('Filling the site with ads', (tell) => seedSite({ adCount: ads, onProgress: tell }))
    }),
  )

program
  .command('import')
  .description('import ads from a file of JSON lines; goes on where it was interrupted')
  .argument('<file>', 'one ad a line: id, title, description, category, region, city, price_cents, …')
  .option('--create-missing', 'create unknown categories and places instead of rejecting their rows')
  .option('--map <file>', 'JSON of what their categories and places are called here')
  .action(onSite(importCommand))

program
  .command('ledger')
  .description('the books')
  .command('verify')
  .description('prove the books, or say where they break')
  .action(onSite(ledgerVerifyCommand))

program
  .command('setup')
  .description('set up a new site, or say where to do so')
  .option('--from <file>', 'JSON: owner, publisher, site, vatRates, name, look, categories, revealPriceMinor')
  .action(onSite(setupCommand))

program
  .command('user')
  .description('accounts')
  .command('create')
  .description('create an account')
  .requiredOption('--email <address>', 'the address to sign in with')
  .requiredOption('--name <name>', 'the name shown')
  .addOption(new Option('--role <role>', 'what the account may do').choices([...userOptions.roles]).default('member'))
  .addOption(new Option('--locale <locale>', 'its language').choices([...userOptions.locales]).default('fr'))
  .option('--password-stdin', 'read the password from standard input instead of making one')
  .action(onSite(userCreateCommand))

program
  .command('vouchers')
  .description('prepaid codes')
  .command('issue')
  .description('make a batch of codes and print them, the only time they are known')
  .requiredOption('--count <count>', 'how many codes', wholeNumber)
  .requiredOption('--value <amount>', 'what each is worth, such as 10 or 2.50')
  .addOption(new Option('--currency <code>', 'its currency').choices([...currencies]).default('EUR'))
  .option('--days <days>', 'how long they last', wholeNumber, 730)
  .option('--label <label>', 'a name for the batch', 'Issued from the command line')
  .action(onSite(vouchersIssueCommand))

program
  .command('provider')
  .description('ways to be paid')
  .command('read')
  .description('print what an adapter makes of one raw callback; touches no site and books nothing')
  .argument('<adapter>', 'the kind of account, such as kannel or camara')
  .requiredOption('--settings <file>', 'JSON: the account’s settings')
  .requiredOption('--message <file>', 'JSON: {method, url, headers, bodyBase64, receivedAt}')
  .addOption(new Option('--mode <mode>', 'the account’s mode').choices(['test', 'live']).default('live'))
  .option('--callback-url <url>', 'the account’s callback address; else that of the message without its query')
  .addOption(
    new Option('--outcome <outcome>', 'what the reply is made for').choices([...readingOutcomes]).default('settled'),
  )
  .option('--text <text>', 'the words for the payer’s telephone in the reply')
  .action((adapter, options) => {
    process.exitCode = providerReadCommand(adapter, options)
  })

program
  .command('screen')
  .description('look for contacts in texts: JSON lines of id, lang, field and text in, of id, leak and finds out')
  .action(async () => {
    process.exitCode = await screenCommand()
  })

program
  .command('doctor')
  .description('say what is wrong with this installation and how to mend it')
  .action(async () => {
    process.exitCode = await doctorCommand()
  })

await program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 1
})

/** Runs an action on a configured and migrated site; what it returns is the exit code. */
function onSite<Values extends unknown[]>(
  action: (...values: Values) => number | undefined | Promise<number | undefined>,
): (...values: Values) => Promise<void> {
  return async (...values) => {
    useCommandConfig()
    migrateDatabase()
    try {
      process.exitCode = (await action(...values)) ?? 0
    } finally {
      closeDatabase()
    }
  }
}

function say(sentence: string): undefined {
  process.stdout.write(`${sentence}\n`)
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number is needed.')
  return Number(text)
}

function sentenceOf(error: unknown): string {
  if (isDomainError(error)) {
    const t = translate('en', 'forms')
    const words = (code: string) => {
      const key = `problem.${code}` as 'problem.invalid'
      return t.has(key) ? t(key) : `is refused: ${code.replaceAll('_', ' ')}.`
    }
    const fields = error.fields.map(({ field, code }) => `${field} ${words(code)}`)
    return fields.length > 0 ? fields.join('\n') : error.code.replaceAll('_', ' ')
  }
  return error instanceof Error ? error.message : String(error)
}
