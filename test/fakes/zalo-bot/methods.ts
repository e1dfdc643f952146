/** The methods of the platform. Order and words of the refusals are its own as far as they were measured. */
import type { ServerResponse } from 'node:http';
import type { Call, FakeChat } from '../zalo/world.ts';
import { BotError } from './refusal.ts';
import type { BotState } from './state.ts';

type Method = (state: BotState, payload: Call['payload'], response: ServerResponse) => unknown;

const LIMIT = 2_000;

const getMe: Method = () => ({
  id: '12345689',
  account_name: 'bot.PhoiHop',
  account_type: 'BASIC',
  can_join_groups: true,
});

const getUpdates: Method = async ({ queue }, { timeout }) => {
  if (queue.webhook() !== null) throw new BotError(400, 'a webhook is active');
  const event = await queue.take(Number(timeout ?? 30));
  if (event === null) throw new BotError(408, 'Request timeout');
  return event;
};

const setWebhook: Method = async ({ queue, now }, { url, secret_token }) => {
  const secret = String(secret_token ?? '');
  if (typeof url !== 'string' || !/^https?:/.test(url)) throw new BotError(400, 'url must be https');
  if (secret.length < 8 || secret.length > 256) throw new BotError(400, 'secret_token must be 8 to 256 characters');
  // Kept even when nobody answers there.
  const ok = await queue.hookTo({ url, secret });
  return { url, updated_at: now(), verification: { ok, ...(ok ? {} : { hint: 'unreachable' }) } };
};

const deleteWebhook: Method = async ({ queue, now }) => {
  await queue.hookTo(null);
  return { url: '', updated_at: now() };
};

const getWebhookInfo: Method = ({ queue, now }) => ({ url: queue.webhook()?.url ?? '', updated_at: now() });

const sendMessage: Method = (state, payload) => {
  const chat = chatOf(state, payload);
  const text = textOf(payload.text, 'text');
  if (text.trim() === '') throw new BotError(400, 'The text must not be empty');
  if (payload.parse_mode !== undefined) throw new BotError(400, 'parse_mode: markup of what people wrote');
  return post(state, chat, { text, file: null });
};

const sendPhoto: Method = async (state, payload) => {
  const chat = chatOf(state, payload);
  const { photo } = payload;
  if (typeof photo !== 'string' || photo === '') throw new BotError(400, 'The photo must not be empty');
  if (!/^https?:\/\//.test(photo)) throw new BotError(400, 'must start with http:// or https://');
  const text = payload.caption === undefined ? '' : textOf(payload.caption, 'caption');
  const bytes = await state.fetchPicture(photo);
  if (!['89504e47', 'ffd8ff'].some((magic) => bytes.toString('hex', 0, 4).startsWith(magic))) {
    throw new BotError(400, 'The photo URL is invalid');
  }
  return post(state, chat, { text, file: { name: photo.split('/').at(-1) ?? '', bytes } });
};

/** What is not here does not exist: 404, as for sendDocument, editMessageText and others. */
export const METHODS: Readonly<Record<string, Method>> = {
  getMe,
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  sendMessage,
  sendPhoto,
};

const chatOf = ({ world, plan }: BotState, { chat_id }: Call['payload']): FakeChat => {
  if (typeof chat_id !== 'string') throw new BotError(400, 'chat_id must be a string');
  const chat = world.chats.get(chat_id);
  if (chat === undefined) throw new BotError(400, 'chat not found');
  if (chat.isBlocked) throw new BotError(400, 'user blocked: chat not found');
  const reached = [...world.chats.values()].filter((one) => !one.isGroup && one.messages.length > 0);
  const messages = [...world.chats.values()].reduce((sum, one) => sum + one.messages.length, 0);
  const isNew = !chat.isGroup && chat.messages.length === 0;
  if (messages >= plan.messages || (isNew && reached.length >= plan.people)) throw new BotError(429, 'Quota exceeded');
  return chat;
};

const textOf = (value: unknown, name: string): string => {
  if (typeof value !== 'string' || value.length < 1) throw new BotError(400, `The ${name} must not be empty`);
  if (value.length > LIMIT) throw new BotError(400, `The ${name} is too long`);
  if (!value.isWellFormed()) throw new BotError(400, `The ${name} must be UTF-8`);
  return value;
};

type Look = { readonly text: string; readonly file: { readonly name: string; readonly bytes: Buffer } | null };

const post = ({ world, now }: BotState, chat: FakeChat, look: Look): object => ({
  message_id: world.show(chat, { ...look, buttons: [] }).id,
  date: now(),
});
