/** The command menu of private chats and of groups, written only where it differs. */
import type { BotCommand, BotCommandScope } from 'grammy/types';
import type { CommandEntry } from '../channel.ts';
import type { Client } from './client.ts';

const SCOPES = { private: { type: 'all_private_chats' }, group: { type: 'all_group_chats' } } as const;

export const registerCommands = async (client: Client, entries: readonly CommandEntry[]): Promise<void> => {
  for (const place of ['private', 'group'] as const) {
    const commands = entries
      .filter((entry) => entry.scope === place)
      .map(({ word, description }): BotCommand => ({ command: word, description }));
    await setWhereDifferent(client, SCOPES[place], commands);
  }
};

const setWhereDifferent = async (client: Client, scope: BotCommandScope, commands: BotCommand[]): Promise<void> => {
  const current = await client.call((api, signal) => api.getMyCommands({ scope }, signal));
  if (textOf(current) === textOf(commands)) return;
  await client.call((api, signal) => api.setMyCommands({ scope, commands }, signal));
};

const textOf = (commands: readonly BotCommand[]): string =>
  commands.map(({ command, description }) => `${command} ${description}`).join('\n');
