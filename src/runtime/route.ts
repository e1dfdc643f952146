/** Pure: the one table that says who gets an event. First match wins. */
import type { StoredChoice } from '#db/chat/choice.ts';
import type { StoredForm } from '#db/chat/form.ts';
import type { Content } from '#message/inbound.ts';
import { key } from '#text/key.ts';
import { isCancelWord } from '#text/words.ts';
import { chosenBy } from './choices.ts';
import type { Command } from './handler.ts';

export type Target =
  | { readonly kind: 'choice'; readonly choice: StoredChoice }
  | { readonly kind: 'stale' }
  | { readonly kind: 'cancel'; readonly form: StoredForm }
  | { readonly kind: 'form'; readonly form: StoredForm }
  | { readonly kind: 'command'; readonly command: Command; readonly words: string }
  | { readonly kind: 'fallback'; readonly text: string }
  | { readonly kind: 'attachment' };

export type Seen = {
  readonly content: Content;
  /** The choice of a pressed button, if its row is still there. */
  readonly pressed: StoredChoice | null;
  /** What a typed number or label may pick. */
  readonly shown: readonly StoredChoice[];
  readonly form: StoredForm | null;
  readonly commands: readonly Command[];
};

export const route = (seen: Seen): Target => {
  const { content, form } = seen;
  if (content.kind === 'pressed') {
    return seen.pressed === null ? { kind: 'stale' } : { kind: 'choice', choice: seen.pressed };
  }
  if (content.kind !== 'text') return form === null ? { kind: 'attachment' } : { kind: 'form', form };

  if (form !== null && isCancelWord(content.text)) return { kind: 'cancel', form };
  const choice = chosenBy(seen.shown, content.text);
  if (choice !== null) return { kind: 'choice', choice };
  const command = commandIn(content.text, seen.commands);
  // Inside a form only a written slash is a command: "huy" or "menu" may be the answer to the question.
  if (command !== null && (form === null || content.text.trimStart().startsWith('/'))) {
    return { kind: 'command', ...command };
  }
  return form === null ? { kind: 'fallback', text: content.text } : { kind: 'form', form };
};

/** A command is the first word, or words, of the text; with or without slash and diacritics. */
export const commandIn = (
  text: string,
  commands: readonly Command[],
): { readonly command: Command; readonly words: string } | null => {
  const bare = text.trim().replace(/^[/#]/, '');
  for (const command of commands) {
    for (const name of [command.word, ...command.aliases]) {
      const count = name.split(' ').length;
      const head = bare.split(/\s+/).slice(0, count).join(' ');
      if (key(head) !== name) continue;
      const words = bare.split(/\s+/).slice(count).join(' ');
      // A bare word inside a sentence is a sentence ("việc này …"): without a slash a command stands alone or has a code.
      if (words === '' || text.trimStart().startsWith('/') || command.takesWords) return { command, words };
    }
  }
  return null;
};
