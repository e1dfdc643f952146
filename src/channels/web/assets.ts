/** The files of the page, each named here: nothing else of the folder can be asked for. */
import { readFile } from 'node:fs/promises';

const SCRIPTS = [
  'api',
  'attachments',
  'clock',
  'column',
  'columns',
  'command-list',
  'composer',
  'dialog',
  'dom',
  'feed',
  'follow',
  'format',
  'group-dialog',
  'location-dialog',
  'log',
  'main',
  'memory',
  'message',
  'outgoing',
  'people',
  'reply-bar',
  'tabs',
  'toast',
  'words',
];

const STYLES = ['base.css', 'dialog.css', 'page.css', 'chat.css', 'message.css'];

const FILES: readonly { path: string; file: string; type: string }[] = [
  { path: '/', file: 'page.html', type: 'text/html; charset=utf-8' },
  { path: '/web/page/icon.svg', file: 'icon.svg', type: 'image/svg+xml' },
  ...STYLES.map((file) => ({ path: `/web/page/${file}`, file, type: 'text/css; charset=utf-8' })),
  ...SCRIPTS.map((name) => ({
    path: `/web/page/${name}.js`,
    file: `${name}.js`,
    type: 'text/javascript; charset=utf-8',
  })),
];

export const readPage = (): Promise<{ path: string; type: string; bytes: Buffer }[]> =>
  Promise.all(
    FILES.map(async ({ path, file, type }) => ({
      path,
      type,
      bytes: await readFile(new URL(`./page/${file}`, import.meta.url)),
    })),
  );
