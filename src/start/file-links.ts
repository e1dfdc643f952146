/** Links to stored files, as channels that take no files put them into messages. */
import type { FileLinks } from '#channels/file-link.ts';
import type { Millis } from '#domain/time.ts';
import type { Config } from '#src/config.ts';
import { fileLinkPath } from '#src/http/file-link.ts';
import { texts } from '#text/file-link.ts';

export const fileLinks = (
  { publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>,
  appKey: string,
  now: () => Millis,
): FileLinks => {
  // Without a public address a link leads to this machine only, which is still where a trial is read.
  const root = publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const url: FileLinks['url'] = (file) => `${root}${fileLinkPath(appKey, file, now())}`;
  return { url, line: (file) => texts.line(file.name, url(file)) };
};
