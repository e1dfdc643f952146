/** The registry's commands as a platform's own menu shows them. */
import type { CommandEntry } from '#channels/channel.ts';
import type { Registry } from './handler.ts';

export const commandEntries = (registry: Registry): readonly CommandEntry[] =>
  registry.commands
    // The platform shows one list to everybody.
    .filter((command) => command.shownTo === undefined)
    .flatMap((command) =>
      command.places.map((scope) => ({ word: command.word, description: command.description, scope })),
    );
