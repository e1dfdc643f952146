/** What an approved template is filled with: it has one place for words, and they must be short. */
import type { TemplateData } from '#channels/channel.ts';
import { type Message, plainLine } from '#message/outbound.ts';

/** The platform's own limit of a custom parameter. */
const LONGEST = 100;

/** The first line that says something; the rest is read in the chat, which an answer opens again. */
export const templateData = ({ lines }: Message): TemplateData => {
  const words = lines.map(plainLine).find((line) => line.trim() !== '') ?? '';
  return { noi_dung: words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1).trimEnd()}…` };
};
