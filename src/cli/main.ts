import { Command, CommanderError } from 'commander'
import { demoCommand } from './commands/demo'
import { exportCommand } from './commands/export'
import { importCommand } from './commands/import'
import { migrateCommand } from './commands/migrate'
import { produceCommand } from './commands/produce'
import { statusCommand } from './commands/status'
import { sweepMediaCommand } from './commands/sweep-media'
import { workerCommand } from './commands/worker'
import { EXIT, exitStatusOf, messageOf } from './exit'

/** Every command; a new one is its file and a line here. What it does it imports late, help and typing errors need none of it. */
const commands = [
  produceCommand,
  importCommand,
  workerCommand,
  statusCommand,
  exportCommand,
  migrateCommand,
  sweepMediaCommand,
  demoCommand,
]

function buildProgram(): Command {
  const program = new Command('showrunner')
    .description('From a script to a storyboard: the command line of Showrunner.')
    .version('0.1.0')
    .exitOverride()
    .showHelpAfterError('Add --help for how to use it.')
    .addHelpText(
      'after',
      `
Environment:
  DATABASE_URI     file:… (SQLite, one process) or mongodb://…   default file:./data/showrunner.db
  MEDIA_DIR        where media files are kept                    default ./data/media
  PAYLOAD_SECRET   signs sessions; needed with MongoDB
  LOG_LEVEL        debug, info, warn, error                      default error

Exit status: 0 done, 2 bad input, 1 anything else.`,
    )
  for (const command of commands) program.addCommand(inherit(command(), program))
  return program
}

/** Sub-commands do not inherit how errors are handled by themselves. */
function inherit(command: Command, parent: Command): Command {
  return command.copyInheritedSettings(parent)
}

/** Commander answers `bogus --help` with its general help and success; alone, the name is refused. */
function withoutHelpForNothing(argv: string[], program: Command): string[] {
  const [name, ...rest] = argv[0] === 'help' ? argv.slice(1) : argv
  if (!name || name.startsWith('-') || program.commands.some((command) => command.name() === name))
    return argv
  return [name, ...rest.filter((option) => option !== '--help' && option !== '-h')]
}

/** Runs the command line and ends the process, whatever still holds it open. */
export async function main(argv: string[]): Promise<never> {
  try {
    const program = buildProgram()
    await program.parseAsync(withoutHelpForNothing(argv, program), { from: 'user' })
    process.exit(EXIT.done)
  } catch (error) {
    // Commander has printed its own message, help included.
    if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? EXIT.done : EXIT.badInput)
    process.stderr.write(`${messageOf(error)}\n`)
    process.exit(await exitStatusOf(error))
  }
}

process.env.SHOWRUNNER_COMMAND = '1'
await main(process.argv.slice(2))
