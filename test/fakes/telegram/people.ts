/**
 * People as a test plays them. A voice is a person in a place; what it does becomes an update for the bot, and what it
 * hears is what stands in the chat since it last did something.
 */
import type { FakeBot } from './bot.ts';
import { messageShape, typedSpans, userShape } from './shapes.ts';
import type { Update } from './updates.ts';
import type { WaitFor } from './wait.ts';
import type { FakeFile, FakeMessage, MessageParts, Person, Place, Press } from './world.ts';

export type Sent = { readonly message: FakeMessage; readonly update: Update };
export type Pressed = { readonly press: Press; readonly update: Update };
type FileKind = FakeFile['kind'];
export type SentFile = { readonly bytes?: Buffer; readonly name?: string; readonly mime?: string };

export type Voice = ReturnType<typeof createVoice>;

type Speaker = {
  readonly person: Person;
  readonly place: () => Place;
  /** What the first word does. */
  readonly enter?: () => void;
};

export const createVoice = (bot: FakeBot, waitFor: WaitFor, { person, place, enter }: Speaker) => {
  const { world, updates } = bot;
  let since = 0;

  const tell = (parts: MessageParts, extra: object = {}): Sent => {
    enter?.();
    const message = world.addMessage(place(), person, parts);
    since = world.lastSeen();
    return { message, update: updates.add('message', { ...messageShape(message), ...extra }, message.chat.id) };
  };
  const says = (text: string, { replyTo = null }: { replyTo?: FakeMessage | null } = {}): Sent =>
    tell({ text, spans: typedSpans(text), replyTo: replyTo?.id ?? null });

  const sends = (
    kind: FileKind,
    file: SentFile = {},
    caption = '',
    { replyTo = null }: { replyTo?: FakeMessage | null } = {},
  ): Sent => {
    const { bytes = Buffer.from('content'), name = `${kind}.bin`, mime = 'application/octet-stream' } = file;
    const kept = bot.keep({ kind, bytes, name, mime });
    return tell({ text: caption, spans: typedSpans(caption), file: kept, replyTo: replyTo?.id ?? null });
  };
  /** Anything else a person can send, in the platform's own shape: a place, a sticker, a contact, … */
  const sendsRaw = (content: object): Sent => tell({}, { text: undefined, ...content });

  const sees = (): FakeMessage[] => {
    const { chat, threadId } = place();
    return chat.messages.filter((message) => message.from.id === world.bot.id && message.threadId === threadId);
  };
  const withButton = (label: string): FakeMessage | undefined =>
    sees().findLast(({ buttons }) => buttons.flat().some((button) => button.label === label));

  const presses = (label: string, on = withButton(label)): Pressed => {
    const button = on?.buttons.flat().find((one) => one.label === label);
    if (on === undefined || button === undefined) {
      const shown = sees().flatMap(({ buttons }) => buttons.flat().map((one) => one.label));
      throw new Error(`${person.name} sees no button “${label}”; there are: ${shown.join(' · ')}`);
    }
    return pressesToken(button.data, on);
  };
  const pressesToken = (data: string, on: FakeMessage): Pressed => {
    since = world.lastSeen();
    const press: Press = { id: String(world.presses.size + 1), from: person, at: world.now(), answer: null };
    world.presses.set(press.id, press);
    const body = { id: press.id, from: userShape(person), message: messageShape(on), chat_instance: '1', data };
    return { press, update: updates.add('callback_query', body, person.id) };
  };

  const heard = (what: string | RegExp): FakeMessage | undefined =>
    sees().find(({ seen, text }) => seen > since && (typeof what === 'string' ? text.includes(what) : what.test(text)));

  return {
    says,
    sends,
    sendsRaw,
    sendsLocation: (latitude: number, longitude: number) => sendsRaw({ location: { latitude, longitude } }),
    presses,
    /** Data that no button shows: a forged or stale press. */
    pressesToken,
    edits: (message: FakeMessage, text: string): Sent => {
      const edited = world.editMessage(message, { text, spans: typedSpans(text), buttons: [] });
      return { message: edited, update: updates.add('edited_message', messageShape(edited), edited.chat.id) };
    },
    /** The bot's messages in this place, as they look now. */
    sees,
    /** Waits for a message, new or edited, since this voice last did something. */
    hears: (what: string | RegExp, timeoutMs?: number): Promise<FakeMessage> => waitFor(() => heard(what), timeoutMs),
    /** Waits for the toast of a press; null when it was answered without words. */
    toast: async ({ press }: Pressed): Promise<string | null> => (await waitFor(() => press.answer)).text,
  };
};
