/** A file that a platform does not take goes as a link to our own server. */
import { type Line, type OutboundFile, plainLine } from '#message/outbound.ts';

export type FileLinks = {
  /** Opens the file for some time, without further proof. */
  readonly url: (file: OutboundFile) => string;
  /** Name and link, in words for a reader. */
  readonly line: (file: OutboundFile) => string;
};

/** What a caption leaves free for such a line. */
export const LINK_ROOM = 500;

/** Plain words, as platforms without markup show them. */
export const textOf = (lines: readonly Line[]): string =>
  lines.map(plainLine).join('\n').toWellFormed().normalize('NFC');

export const withLink = (lines: readonly Line[], file: OutboundFile, links: FileLinks): string => {
  const words = textOf(lines);
  return words === '' ? links.line(file) : `${words}\n${links.line(file)}`;
};
