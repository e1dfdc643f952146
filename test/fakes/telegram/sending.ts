/** Methods that put something into a chat. Order and words of the refusals are the platform's. */
import { ApiError, badRequest, forbidden } from './api-error.ts';
import type { FakeBot } from './bot.ts';
import { type Parsed, parseHtml } from './html.ts';
import { type Payload, Upload } from './schema.ts';
import { messageShape } from './shapes.ts';
import type { Button, Chat, FakeFile, FakeMessage, Look, Place } from './world.ts';

const TEXT_LIMIT = 4096;
const CAPTION_LIMIT = 1024;
const BUTTON_LIMIT = 100;
const ROW_LIMIT = 8;
const DATA_LIMIT_BYTES = 64;
const PHOTO_LIMIT_BYTES = 10 * 1024 * 1024;
const UPLOAD_LIMIT_BYTES = 50 * 1024 * 1024;

export const sendMessage = (bot: FakeBot, payload: Payload): object => {
  const place = placeOf(bot, payload);
  const words = wordsOf(payload.text, payload, TEXT_LIMIT);
  if (payload.text === '') throw badRequest('message text is empty');
  if (!/[^\p{C}\p{Z}]/u.test(words.text)) throw badRequest('text must be non-empty');
  return post(bot, place, { ...words, file: null, payload });
};

export const sendPhoto = (bot: FakeBot, payload: Payload): object => sendFile(bot, payload, 'photo');
export const sendDocument = (bot: FakeBot, payload: Payload): object => sendFile(bot, payload, 'document');

const sendFile = (bot: FakeBot, payload: Payload, kind: 'photo' | 'document'): object => {
  const place = placeOf(bot, payload);
  const upload = payload[kind];
  if (!(upload instanceof Upload)) throw badRequest('wrong remote file identifier specified');
  if (upload.bytes.length > UPLOAD_LIMIT_BYTES) throw new ApiError(413, 'Request Entity Too Large');
  if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
  if (kind === 'photo' && upload.bytes.length > PHOTO_LIMIT_BYTES) throw badRequest('PHOTO_SAVE_FILE_INVALID');
  if (kind === 'photo' && !isPicture(upload.bytes)) throw badRequest('IMAGE_PROCESS_FAILED');
  const words = wordsOf(payload.caption ?? '', payload, CAPTION_LIMIT);
  return post(bot, place, {
    ...words,
    file: bot.keep({ kind, name: upload.name, mime: '', bytes: upload.bytes }),
    payload,
  });
};

const isPicture = (bytes: Buffer): boolean =>
  ['89504e47', 'ffd8ff'].some((magic) => bytes.toString('hex', 0, 4).startsWith(magic));

export const editMessageText = (bot: FakeBot, payload: Payload): object => {
  const { chat } = placeOf(bot, payload);
  if (payload.message_id === undefined) throw badRequest('message identifier is not specified');
  const message = chat.messages.find((one) => one.id === payload.message_id);
  if (message === undefined) throw badRequest('message to edit not found');
  if (message.from.id !== bot.world.bot.id) throw badRequest("message can't be edited");
  if (message.file !== null) throw badRequest('there is no text in the message to edit');
  const words = wordsOf(payload.text, payload, TEXT_LIMIT);
  if (words.text === '') throw badRequest('message text is empty');
  const look = { ...words, buttons: buttonsOf(payload) };
  if (isSameLook(look, message)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  return messageShape(bot.world.editMessage(message, look));
};

const isSameLook = (one: Look, other: Look): boolean => {
  const key = ({ text, spans, buttons }: Look) => JSON.stringify([text, spans, buttons]);
  return key(one) === key(other);
};

type Posted = Parsed & { readonly file: FakeFile | null; readonly payload: Payload };

const post = (bot: FakeBot, place: Place, { text, spans, file, payload }: Posted): object => {
  const message = bot.world.addMessage(place, bot.world.bot, {
    ...{ text, spans, file, buttons: buttonsOf(payload), replyTo: replyOf(place.chat, payload) },
    forceReply: forceReplyOf(payload),
  });
  return messageShape(message);
};

/** @throws ApiError when the bot cannot write there */
export const placeOf = (bot: FakeBot, payload: Payload): Place => {
  const chat = bot.world.chats.get(Number(payload.chat_id));
  if (chat === undefined || chat.bot === 'unknown') throw badRequest('chat not found');
  if (chat.movedTo !== null) {
    throw new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.movedTo,
    });
  }
  if (chat.bot !== 'member' && chat.bot !== 'administrator') throw forbidden(absence(chat));
  const { message_thread_id: threadId = null } = payload;
  if (typeof threadId !== 'number') return { chat, threadId: null };
  if (!chat.topics.has(threadId)) throw badRequest('message thread not found');
  return { chat, threadId };
};

const absence = ({ type, bot }: Chat): string => {
  if (type === 'private') return 'bot was blocked by the user';
  return bot === 'kicked' ? `bot was kicked from the ${type} chat` : `bot is not a member of the ${type} chat`;
};

const wordsOf = (value: unknown, payload: Payload, limit: number): Parsed => {
  const raw = String(value ?? '');
  if (!raw.isWellFormed()) throw badRequest('strings must be encoded in UTF-8');
  if (payload.parse_mode !== undefined && payload.parse_mode !== 'HTML') throw badRequest('unsupported parse_mode');
  const parsed = payload.parse_mode === 'HTML' ? parseHtml(raw) : { text: raw.trim(), spans: [] };
  if (parsed.text.length > limit) {
    throw badRequest(limit === TEXT_LIMIT ? 'message is too long' : 'message caption is too long');
  }
  return parsed;
};

const buttonsOf = ({ reply_markup }: Payload): Button[][] => {
  // Its form was checked against the schema before.
  const { inline_keyboard: rows = [] } = Object(reply_markup) as {
    inline_keyboard?: { text: string; callback_data?: string }[][];
  };
  if (rows.flat().length > BUTTON_LIMIT) throw badRequest('reply markup is too long');
  return rows.map((row) => {
    if (row.length > ROW_LIMIT) throw badRequest('a row of more buttons than can be read');
    return row.map(({ text, callback_data: data }) => {
      if (text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
      if (data === undefined) throw badRequest('Text buttons are unallowed in the inline keyboard');
      const size = Buffer.byteLength(data);
      if (size < 1 || size > DATA_LIMIT_BYTES) throw badRequest('BUTTON_DATA_INVALID');
      return { label: text, data };
    });
  });
};

const forceReplyOf = ({ reply_markup }: Payload): FakeMessage['forceReply'] => {
  const { force_reply, selective } = Object(reply_markup) as { force_reply?: boolean; selective?: boolean };
  return force_reply === true ? { selective: selective === true } : null;
};

const replyOf = (chat: Chat, { reply_parameters }: Payload): number | null => {
  const { message_id, allow_sending_without_reply } = Object(reply_parameters) as {
    message_id?: number;
    allow_sending_without_reply?: boolean;
  };
  if (message_id === undefined) return null;
  if (chat.messages.some((one) => one.id === message_id)) return message_id;
  if (allow_sending_without_reply !== true) throw badRequest('message to be replied not found');
  return null;
};
