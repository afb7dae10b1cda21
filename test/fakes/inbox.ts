import type { Command, CommandKind } from '../../src/chat/commands/command.ts'
import type { Reply } from '../../src/chat/commands/reply.ts'
import { menu } from '../../src/commands/menu.ts'
import type { Asker, Inbox } from '../../src/ports.ts'

/** An inbox for tests of its callers: it takes requests with the given `take`, and answers commands with `reply`. */
export function fakeInbox({
  reply = () => ({ done: true, document: [], data: [] }),
  ...others
}: Pick<Inbox, 'take'> &
  Partial<Pick<Inbox, 'firstSight' | 'takeSoon'>> & {
    readonly reply?: (command: Command, asker: Asker) => Reply
  }): Inbox {
  return {
    menu,
    firstSight: async () => true,
    ...others,
    answer: async <Kind extends CommandKind>(command: Command<Kind>, asker: Asker) =>
      reply(command as unknown as Command, asker),
  }
}

/** A refusal like those that commands return. */
export function refusal(text: string, more: Partial<Extract<Reply, { done: false }>> = {}): Reply {
  return { done: false, code: 'unclear', text, document: [{ kind: 'alert', text }], ...more }
}
