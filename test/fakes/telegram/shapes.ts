/** The world in the platform's own shapes: what stands in updates and in answers. */
import type { Span } from './html.ts';
import type { Chat, FakeFile, FakeMessage, Person, Place } from './world.ts';

export const userShape = ({ id, name, isBot }: Person) => {
  const [first = '', ...rest] = name.split(' ');
  return {
    id,
    is_bot: isBot,
    first_name: first,
    ...(rest.length === 0 ? {} : { last_name: rest.join(' ') }),
    language_code: 'vi',
  };
};

export const chatShape = ({ id, type, title, isForum }: Chat) => ({
  id,
  type,
  ...(type === 'private' ? { first_name: title } : { title }),
  ...(isForum ? { is_forum: true } : {}),
});

export const messageShape = (message: FakeMessage): Record<string, unknown> => ({
  message_id: message.id,
  from: userShape(message.from),
  chat: chatShape(message.chat),
  date: Math.floor(message.at / 1_000),
  ...topicShape(message),
  ...answeredShape(message),
  ...(message.file === null ? wordsShape('text', 'entities', message) : fileShape(message.file)),
  ...(message.file !== null && message.text !== '' ? wordsShape('caption', 'caption_entities', message) : {}),
  ...(message.buttons.length === 0
    ? {}
    : {
        reply_markup: {
          inline_keyboard: message.buttons.map((row) =>
            row.map(({ label, data }) => ({ text: label, callback_data: data })),
          ),
        },
      }),
});

const wordsShape = (
  text: string,
  entities: string,
  { text: words, spans }: { text: string; spans: readonly Span[] },
) => ({
  [text]: words,
  ...(spans.length === 0 ? {} : { [entities]: spans }),
});

const topicShape = ({ threadId }: Pick<Place, 'threadId'>) =>
  threadId === null ? {} : { message_thread_id: threadId, is_topic_message: true };

/** In a topic every message answers something: at least the service message that opened it. */
const answeredShape = ({ chat, threadId, replyTo }: FakeMessage): object => {
  const answered = chat.messages.find((one) => one.id === replyTo);
  if (answered !== undefined) return { reply_to_message: messageShape({ ...answered, replyTo: null, threadId: null }) };
  const name = threadId === null ? undefined : chat.topics.get(threadId);
  if (name === undefined) return {};
  const opened = { message_id: threadId, chat: chatShape(chat), date: 0, forum_topic_created: { name, icon_color: 0 } };
  return { reply_to_message: opened };
};

const fileShape = ({ id, kind, name, mime, bytes }: FakeFile): object => {
  const common = { file_id: id, file_unique_id: `u${id}`, file_size: bytes.length };
  switch (kind) {
    case 'photo':
      return {
        photo: [
          { ...common, file_id: `${id}-small`, file_size: 1, width: 90, height: 60 },
          { ...common, width: 1280, height: 853 },
        ],
      };
    case 'document':
      return { document: { ...common, file_name: name, mime_type: mime } };
    case 'voice':
      return { voice: { ...common, mime_type: mime, duration: 3 } };
    case 'video':
      return { video: { ...common, file_name: name, mime_type: mime, width: 640, height: 360, duration: 3 } };
    case 'audio':
      return { audio: { ...common, file_name: name, mime_type: mime, duration: 3 } };
  }
};

/** What the platform marks in words typed by people. */
export const typedSpans = (text: string): Span[] => {
  const found = [
    ...[...text.matchAll(/(?<![\w/])\/\w{1,64}(?:@\w{3,})?/g)].map((match) => ({ match, type: 'bot_command' })),
    ...[...text.matchAll(/(?<![\w/@])@\w{3,32}/g)].map((match) => ({ match, type: 'mention' })),
  ];
  return found.map(({ match, type }) => ({ type, offset: match.index, length: match[0].length }));
};
