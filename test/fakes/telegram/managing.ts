/** Methods about the bot itself, its updates, presses and files. */
import { ApiError, badRequest } from './api-error.ts';
import type { FakeBot } from './bot.ts';
import type { Payload } from './schema.ts';
import { userShape } from './shapes.ts';

const PRESS_LIFE_MS = 150_000;
const TOAST_LIMIT = 200;
const DOWNLOAD_LIMIT_BYTES = 20 * 1024 * 1024;

export const getMe = ({ world }: FakeBot): object => ({
  ...userShape(world.bot),
  username: world.bot.username,
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
});

/** Of ourselves: nobody else is asked for. */
export const getChatMember = ({ world }: FakeBot, { chat_id, user_id }: Payload): object => {
  const chat = world.chats.get(Number(chat_id));
  if (chat === undefined || chat.bot === 'unknown') throw badRequest('chat not found');
  if (user_id !== world.bot.id) throw badRequest('PARTICIPANT_ID_INVALID');
  return { user: userShape(world.bot), status: chat.bot };
};

export const getUpdates = ({ updates, pusher }: FakeBot, payload: Payload): Promise<object> => {
  if (pusher.current() !== null) {
    throw new ApiError(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  // The form of each was checked against the schema before; so in the methods below.
  const wanted = payload as { offset?: number; limit?: number; timeout?: number; allowed_updates?: string[] };
  updates.allow(wanted.allowed_updates);
  return updates.poll(wanted);
};

export const setWebhook = ({ updates, pusher }: FakeBot, payload: Payload): true => {
  const { url, secret_token, max_connections, allowed_updates, drop_pending_updates } = payload as {
    url: string;
    secret_token?: string;
    max_connections?: number;
    allowed_updates?: string[];
    drop_pending_updates?: boolean;
  };
  if (drop_pending_updates) updates.clear();
  updates.allow(allowed_updates);
  if (url === '') {
    pusher.set(null);
    return true;
  }
  // The true one takes https only; tests stay on this machine.
  if (!/^https:\/\/|^http:\/\/127\.0\.0\.1[:/]/.test(url))
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  if (secret_token !== undefined && !/^[\w-]{1,256}$/.test(secret_token)) {
    throw badRequest('secret token contains unallowed characters');
  }
  if (max_connections !== undefined && (max_connections < 1 || max_connections > 100)) {
    throw badRequest('max_connections is out of range');
  }
  updates.endPoll('terminated by setWebhook request');
  pusher.set({ url, secret: secret_token ?? null, maxConnections: max_connections ?? 40 });
  return true;
};

export const deleteWebhook = (bot: FakeBot, { drop_pending_updates }: Payload): true =>
  setWebhook(bot, { url: '', drop_pending_updates });

export const getWebhookInfo = ({ updates, pusher }: FakeBot): object => {
  const hook = pusher.current();
  const error = pusher.lastError();
  const allowed = updates.allowed();
  return {
    url: hook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: updates.pending().length,
    ...(hook === null ? {} : { max_connections: hook.maxConnections }),
    ...(allowed === null ? {} : { allowed_updates: allowed }),
    ...(error === null ? {} : { last_error_date: 0, last_error_message: error }),
  };
};

export const setMyCommands = (bot: FakeBot, payload: Payload): true => {
  const { commands } = payload as { commands: { command: string; description: string }[] };
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
    if (description.length < 1 || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  bot.commands.set(scopeOf(payload), commands);
  return true;
};

export const getMyCommands = (bot: FakeBot, payload: Payload): object => bot.commands.get(scopeOf(payload)) ?? [];

const scopeOf = ({ scope }: Payload): string => (scope as { type: string } | undefined)?.type ?? 'default';

export const answerCallbackQuery = ({ world }: FakeBot, payload: Payload): true => {
  const { callback_query_id, text } = payload as { callback_query_id: string; text?: string };
  if (text !== undefined && text.length > TOAST_LIMIT) throw badRequest('MESSAGE_TOO_LONG');
  const press = world.presses.get(callback_query_id);
  if (press === undefined || press.answer !== null || world.now() - press.at > PRESS_LIFE_MS) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  press.answer = { text: text ?? null };
  world.events.emit('change');
  return true;
};

export const getFile = ({ world }: FakeBot, { file_id }: Payload): object => {
  const file = world.files.get(String(file_id));
  if (file === undefined) throw badRequest('wrong file_id or the file is temporarily unavailable');
  if (file.bytes.length > DOWNLOAD_LIMIT_BYTES) throw badRequest('file is too big');
  return {
    file_id: file.id,
    file_unique_id: `u${file.id}`,
    file_size: file.bytes.length,
    file_path: `${file.kind}s/${file.id}`,
  };
};
