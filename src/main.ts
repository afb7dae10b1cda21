import { Argument, Command, Option } from 'commander'
import { asOperand, workspaceHelp } from './cli/arguments.ts'
import type { EvalOptions } from './cli/eval/eval.ts'
import type { InitOptions } from './cli/init/init.ts'
import type { PreviewOptions } from './cli/preview.ts'

/** The command line. Each verb is loaded only when it is used. */
const program = new Command('onrecord')
  .description('News digests that keep what happened apart from what people say happened.')
  .version('0.1.0')
  .showHelpAfterError('(onrecord --help lists the commands)')

const json = new Option('--json', 'print JSON, for programs')
const workspace = new Option('--workspace <id>', workspaceHelp)
const jsonl = new Option('--jsonl', 'read and write one JSON object a line')

program
  .command('start')
  .description('run the bot: read feeds, write briefs, post digests')
  .option('--once', 'do what is due once, show the digest, and end')
  .action(async (options: { once?: boolean }) => await (await import('./cli/start.ts')).start(options))

program
  .command('init')
  .description('set it up in this folder with a few questions, each answer checked')
  .option('--platform <name>', 'terminal, slack or discord')
  .option('--slack-bot-token <token>', 'xoxb-…')
  .option('--slack-app-token <token>', 'xapp-…')
  .option('--discord-token <token>', 'of the bot')
  .option('--discord-application-id <id>', 'of the application')
  .option('--model <name>', 'a language model that writes, or none')
  .option('--model-url <address>', 'of an OpenAI-compatible server')
  .option('--model-key <key>', 'if it needs one')
  .option('--feeds <address...>', 'sites or feeds to follow')
  .option('--when <words>', 'when digests come: “weekdays 8:00”')
  .option('--yes', 'ask nothing: take these flags, and the usual answer for the rest')
  .action(async (options: InitOptions) => await (await import('./cli/init/init.ts')).init(options))

program
  .command('summarize')
  .description('write up one article')
  .argument('<what>', 'an address, a file of HTML or plain text, or - for standard input')
  .option('--all', 'show all claims')
  .option('--save-exchange <folder>', 'with a model: keep what it was asked and what it answered, for audit')
  .addOption(json)
  .action(
    async (what: string, options: { json?: boolean; all?: boolean; saveExchange?: string }) =>
      await (await import('./cli/summarize.ts')).summarizeCommand(what, options),
  )

program
  .command('digest')
  .description('make a digest of what is new, now; or set when it comes')
  .argument(
    '[words...]',
    'now, preview, schedule weekdays 8:00 London, pause, resume, list, status, model on|off, help',
  )
  .option('--feed <address...>', 'of these feeds alone, without a database')
  .addOption(workspace)
  .addOption(json)
  .action(
    async (words: string[], options: { feed?: string[]; json?: boolean; workspace?: string }) =>
      await (await import('./cli/digest.ts')).digest(words, options),
  )

program
  .command('backup')
  .description('write everything that is kept into a file')
  .argument('<file>', 'to be made; its text is compressed with gzip')
  .action(async (file: string) => await (await import('./cli/backup.ts')).backUp(file))

program
  .command('restore')
  .description('put a backup into a new, empty database')
  .argument('<file>', 'as backup wrote it')
  .option('--check', 'put it into a database in memory and say what came; nothing else is touched')
  .action(
    async (file: string, options: { check?: boolean }) =>
      await (await import('./cli/backup.ts')).restore(file, options),
  )

program
  .command('export-claims')
  .description('print who said what in everything that was posted, as CSV')
  .addOption(workspace)
  .action(
    async (options: { workspace?: string }) => await (await import('./cli/export-claims.ts')).exportClaims(options),
  )

program
  .command('mcp')
  .description('serve an assistant over the Model Context Protocol, on standard input and output')
  .addOption(workspace)
  .action(async (options: { workspace?: string }) => await (await import('./cli/mcp.ts')).serveMcp(options))

program
  .command('slack')
  .description('what Slack needs to be told')
  .command('manifest')
  .description('print the app manifest for the address and prefix of the settings')
  .action(async () => await (await import('./cli/slack.ts')).printManifest())

program
  .command('keys')
  .description('the keys with which requests to publishers are signed')
  .addArgument(
    new Argument('<what>', 'make the first, replace it without a gap, or list them').choices(['new', 'rotate', 'show']),
  )
  .addOption(json)
  .action(async (what: 'new' | 'rotate' | 'show', options: { json?: boolean }) =>
    (await import('./cli/keys.ts')).keys(what, options),
  )

program
  .command('preview')
  .description('write a page that shows our messages as a platform would draw them')
  .addArgument(new Argument('<platform>').choices(['slack', 'discord']))
  .option('--out <file>', 'where to; onrecord-slack.html or onrecord-discord.html if left out')
  .option('--edition <id>', 'an edition that went out, in every shape: its id, or last')
  .addOption(workspace)
  .action(
    async (platform: 'slack' | 'discord', options: PreviewOptions) =>
      await (await import('./cli/preview.ts')).preview(platform, options),
  )

program
  .command('attribute')
  .description('find who said what in a text')
  .argument('[file]', 'plain text, or JSON lines with --jsonl; - for standard input', '-')
  .addOption(jsonl)
  .addOption(json)
  .option('--explain', 'tell which rules found it, and why something was withheld')
  .addOption(new Option('--offsets <unit>', 'what offsets count').choices(['utf16', 'codepoint']).default('utf16'))
  .action(
    async (
      file: string,
      options: { jsonl?: boolean; json?: boolean; explain?: boolean; offsets: 'utf16' | 'codepoint' },
    ) => await (await import('./cli/texts/attribute.ts')).attributeCommand(file, options),
  )

program
  .command('verify')
  .description('hold claims and summaries to the articles they are from (JSON lines)')
  .argument('[file]', 'JSON lines; - for standard input', '-')
  .addOption(jsonl)
  .action(async (file: string) => await (await import('./cli/texts/verify.ts')).verifyCommand(file))

program
  .command('extract')
  .description('read articles out of web pages (JSON lines)')
  .argument('[file]', 'JSON lines; - for standard input', '-')
  .addOption(jsonl)
  .action(async (file: string) => await (await import('./cli/texts/extract.ts')).extract(file))

program
  .command('cluster')
  .description('sort articles into stories (JSON lines)')
  .argument('[file]', 'JSON lines; - for standard input', '-')
  .addOption(jsonl)
  .action(async (file: string) => await (await import('./cli/texts/cluster.ts')).cluster(file))

program
  .command('eval')
  .description('score what is read of texts that people marked')
  .argument('[set]', 'a folder of marked-up articles, a desk set, or JSON lines; the set of this project if left out')
  .addOption(json)
  .option('--mistakes <n>', 'show so many mistakes of each kind', Number, 0)
  .addOption(
    new Option('--offsets <unit>', 'what offsets in JSON lines count')
      .choices(['utf16', 'codepoint'])
      .default('codepoint'),
  )
  .addOption(
    new Option('--writer <writer>', 'measure a writer on a folder of articles instead').choices(['llm', 'rules']),
  )
  .action(async (set: string | undefined, options: EvalOptions & { writer?: 'llm' | 'rules' }) => {
    const { writer, ...rest } = options
    if (writer) await (await import('./cli/eval/eval-writer.ts')).evaluateWriter(set, { ...options, writer })
    else await (await import('./cli/eval/eval.ts')).evaluate(set, rest)
  })

program
  .command('doctor')
  .description('tell what works and what does not')
  .addOption(json)
  .action(async (options: { json?: boolean }) => await (await import('./cli/doctor.ts')).doctor(options))

// The registry brings along everything that commands do, which a verb of the command line alone does without.
if (!program.commands.some((verb) => verb.name() === process.argv[2]))
  (await import('./cli/registered-verbs.ts')).addRegisteredVerbs(program)

// A reader of our output, such as head, may stop before its end; that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await program.parseAsync(process.argv.map(asOperand))
} catch (error) {
  // The person gets one clear line, without a stack trace.
  process.stderr.write(`onrecord: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
