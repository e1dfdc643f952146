/**
 * Whether words are meant for the bot, and the words without the platform's way of saying so: `/viec@name` becomes
 * `/viec`, a mention of the bot is taken out. A command for another bot is left as it is and not meant for us.
 */
import type { Entity } from './update.ts';

export type Meant = { readonly words: string; readonly byName: boolean; readonly forOther: boolean };

/** @param username asked for only when the words name somebody: it may not be known yet */
export const readMeaning = (text: string, entities: readonly Entity[], username: () => string): Meant => {
  const command = entities.find((entity) => entity.type === 'bot_command' && entity.offset === 0);
  if (command !== undefined) {
    const [word = '', name] = textAt(text, command).split('@');
    if (name === undefined) return { words: text, byName: true, forOther: false };
    if (!isSame(name, username())) return { words: text, byName: false, forOther: true };
    return { words: word + text.slice(command.length), byName: true, forOther: false };
  }
  const mentions = entities.filter(
    (entity) => entity.type === 'mention' && isSame(textAt(text, entity), `@${username()}`),
  );
  return { words: withoutAll(text, mentions), byName: mentions.length > 0, forOther: false };
};

const textAt = (text: string, { offset, length }: Entity): string => text.slice(offset, offset + length);

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** From the end, so that the offsets before stay right. */
const withoutAll = (text: string, mentions: readonly Entity[]): string => {
  if (mentions.length === 0) return text;
  const rest = mentions.reduceRight(
    (left, { offset, length }) => left.slice(0, offset).trimEnd() + left.slice(offset + length),
    text,
  );
  return rest.trim();
};
