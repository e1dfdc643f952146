/**
 * Script words: what a person does in a place, and what stands there afterwards. `picks` presses a button, or types its
 * number where there are none. Each act resolves when all that follows from it has been done.
 */
import type { GroupPlace, Look, Platform, SentFile } from '#test/fakes/profile/platform.ts';

/** A button as it was shown once, to be pressed later. */
export type Button = { readonly token: string; readonly on: Look };

type Words = string | RegExp;

export type Voice = {
  readonly says: (text: string) => Promise<void>;
  /** In a group: as a reply to the bot's last message there. */
  readonly replies: (text: string) => Promise<void>;
  /** As a reply to one message of the bot. */
  readonly answers: (look: Look, text: string) => Promise<void>;
  readonly picks: (label: Words) => Promise<void>;
  readonly presses: (button: Button) => Promise<void>;
  /** A press that no button of this person's stands behind. */
  readonly forges: (token: string) => Promise<void>;
  readonly sends: (file: SentFile, caption?: string) => Promise<void>;
  /** All at once, as an album comes. */
  readonly sendsTogether: (files: readonly SentFile[]) => Promise<void>;
  /** All at once, as replies to the bot's last message there. */
  readonly answersWith: (files: readonly SentFile[]) => Promise<void>;
  readonly sharesPlace: (latitude: number, longitude: number) => Promise<void>;
  /** The newest button with this label. */
  readonly button: (label: Words) => Button;
  /** Labels of the last message with choices, or of the numbered list. */
  readonly choices: () => readonly string[];
  /** A message, an edit or a notice since this person's last act. @returns its text */
  readonly hears: (words: Words) => string;
  readonly hearsNo: (words: Words) => void;
  readonly hearsNothing: () => void;
  /** What was heard since the last act, oldest first. */
  readonly heard: () => readonly string[];
  /** A message that stands in the chat now, however old. @returns its text */
  readonly sees: (words: Words) => string;
  readonly seesNo: (words: Words) => void;
  readonly looks: () => readonly Look[];
  readonly in: (place: GroupPlace) => Voice;
};

type Deliver = (bodies: readonly unknown[]) => Promise<void>;

export const createVoice = (
  platform: Platform,
  deliver: Deliver,
  key: string,
  place: GroupPlace | null = null,
): Voice => {
  const own = platform.voice(key, place);
  let since = 0;
  let toastsBefore = 0;

  const act = async (bodies: () => readonly unknown[]): Promise<void> => {
    since = platform.lastSeen();
    toastsBefore = own.toasts().length;
    await deliver(bodies());
  };
  const heard = (): readonly string[] => [
    ...own
      .looks()
      .filter((look) => look.seen > since)
      .map((look) => look.text),
    ...own.toasts().slice(toastsBefore),
  ];
  const button = (label: Words): Button => {
    for (const look of own.looks().toReversed()) {
      const found = look.buttons.find((one) => isLabel(one.label, label));
      if (found !== undefined) return { token: found.token, on: look };
    }
    throw new Error(`${key} sees no button ${String(label)}; the last messages: ${tail(own.looks())}`);
  };
  const numberOf = (label: Words): string => {
    for (const look of own.looks().toReversed()) {
      const found = listed(look).find((one) => isLabel(one.label, label));
      if (found !== undefined) return found.number;
    }
    throw new Error(`${key} sees no choice ${String(label)}; the last messages: ${tail(own.looks())}`);
  };
  const says = (text: string, replyTo: Look | null = null) => act(() => own.says(text, replyTo));
  const presses = ({ token, on }: Button) => act(() => own.presses(token, on));

  return {
    says,
    replies: (text) => says(text, own.looks().at(-1) ?? null),
    answers: (look, text) => says(text, look),
    picks: async (label) => (platform.hasButtons ? presses(button(label)) : says(numberOf(label))),
    presses,
    forges: async (token) => presses({ token, on: lastOf(own.looks(), key) }),
    sends: (file, caption = '') => act(() => own.sends(file, caption)),
    sendsTogether: (files) => act(() => files.flatMap((file) => own.sends(file, ''))),
    answersWith: (files) => act(() => files.flatMap((file) => own.sends(file, '', own.looks().at(-1) ?? null))),
    sharesPlace: (latitude, longitude) => act(() => own.sharesPlace(latitude, longitude)),
    button,
    choices: () =>
      platform.hasButtons
        ? (own.looks().findLast((look) => look.buttons.length > 0)?.buttons ?? []).map(({ label }) => label)
        : (
            own
              .looks()
              .map(listed)
              .findLast((list) => list.length > 0) ?? []
          ).map(({ label }) => label),
    hears: (words) => {
      const found = heard().find((text) => has(text, words));
      if (found === undefined) throw new Error(`${key} does not hear ${String(words)} but: ${heard().join('\n—\n')}`);
      return found;
    },
    hearsNo: (words) => {
      const found = heard().find((text) => has(text, words));
      if (found !== undefined) throw new Error(`${key} hears ${String(words)}: ${found}`);
    },
    hearsNothing: () => {
      if (heard().length > 0) throw new Error(`${key} hears: ${heard().join('\n—\n')}`);
    },
    heard,
    sees: (words) => {
      const found = own.looks().findLast((look) => has(look.text, words));
      if (found === undefined) throw new Error(`${key} does not see ${String(words)} but: ${tail(own.looks())}`);
      return found.text;
    },
    seesNo: (words) => {
      const found = own.looks().find((look) => has(look.text, words));
      if (found !== undefined) throw new Error(`${key} sees ${String(words)}: ${found.text}`);
    },
    looks: own.looks,
    in: (there) => createVoice(platform, deliver, key, there),
  };
};

const has = (text: string, words: Words): boolean =>
  typeof words === 'string' ? text.includes(words) : words.test(text);

/** A label may be shortened on its button: the full one stands in the text then. */
const isLabel = (shown: string, wanted: Words): boolean => {
  if (typeof wanted !== 'string') return wanted.test(shown);
  return shown === wanted || (shown.endsWith('…') && wanted.startsWith(shown.slice(0, -1)));
};

/** The numbered lines at the end of a message: numbers further up count something else. */
const listed = ({ text }: Look): readonly Numbered[] => {
  const lines = text.split('\n').map((line) => /^(\d+)\. (.+)$/.exec(line));
  return lines
    .slice(lines.lastIndexOf(null) + 1)
    .map((found) => ({ number: found?.[1] ?? '', label: found?.[2] ?? '' }));
};

type Numbered = { readonly number: string; readonly label: string };

const lastOf = (looks: readonly Look[], key: string): Look => {
  const last = looks.at(-1);
  if (last === undefined) throw new Error(`${key} has no message to press on`);
  return last;
};

const tail = (looks: readonly Look[]): string =>
  looks
    .slice(-3)
    .map((look) => `${look.text} [${look.buttons.map(({ label }) => label).join(' · ')}]`)
    .join('\n—\n');
