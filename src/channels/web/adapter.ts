/**
 * The local web chat as a channel: the bot's side writes into the store that the page reads. Sending twice with one
 * key is one message, so a failed send may always be tried again.
 */

import type { FastifyInstance } from 'fastify';
import type { Accept, Channel, CommandEntry, Part, SendOptions } from '#channels/channel.ts';
import { GiveUp, Retry } from '#channels/errors.ts';
import type { Capabilities } from '#message/capabilities.ts';
import { isGroup } from './address.ts';
import type { BotBody, ToastBody, WebFile } from './body.ts';
import { createDecode, readPressId } from './decode.ts';
import { createFeed } from './feed.ts';
import { webChatRoutes } from './routes.ts';
import type { WebStore } from './store.ts';

export type WebChatDeps = {
  readonly now: () => number;
  /** The name by which people address the bot in groups. */
  readonly botName: string;
  /** Whether words bear a secrecy mark and so must not be kept. */
  readonly isSecret: (text: string) => boolean;
  /** Whether the product's time can be moved: the page then shows it. */
  readonly testClock: boolean;
};

export type WebChat = Channel & { readonly routes: (app: FastifyInstance, accept: Accept) => void };

const FILE_LIMIT = 20 * 1024 * 1024;

const capabilities: Capabilities = {
  textLimit: 100_000,
  captionLimit: 100_000,
  buttons: { most: 100, perRow: 3, labelLimit: 200 },
  edits: true,
  toastLimit: 500,
  fileLimit: FILE_LIMIT,
  readsGroups: 'always',
  pace: { overallMs: 0, privateMs: 0, groupMs: 0 },
};

export const createWebChat = (store: WebStore, deps: WebChatDeps): WebChat => {
  const feed = createFeed(store);
  const decode = createDecode(deps.botName);
  let commands: readonly CommandEntry[] = [];

  return {
    name: 'web',
    capabilities,
    isGroup,
    decode,
    send: async (address, part, options) => {
      const ref = await write(store, deps.now, { address, part, options });
      feed.wake();
      return ref;
    },
    acknowledge: async (pressId, notice) => {
      const { key, address } = readPressId(pressId);
      const body: ToastBody = { kind: 'toast', press: key, text: notice };
      await store.append({ key: `toast:${key}`, address, at: deps.now(), body });
      feed.wake();
    },
    fetchFile: async (ref, limit) => {
      const upload = await store.readUpload(ref);
      if (upload === null) throw new GiveUp('web: no such file', 'gone');
      if (upload.bytes.length > limit) throw new GiveUp('web: the file is over the limit', 'refused');
      return upload.bytes;
    },
    register: async (entries) => {
      commands = entries;
    },
    routes: (app, accept) =>
      webChatRoutes(app, { ...deps, store, feed, fileLimit: FILE_LIMIT, commands: () => commands, decode, accept }),
  };
};

type Send = { readonly address: string; readonly part: Part; readonly options: SendOptions };

const write = async (store: WebStore, now: () => number, { address, part, options }: Send): Promise<string> => {
  const bytes = part.file && (await options.readFile(part.file.fileId));
  try {
    const file = part.file && bytes ? await keepFile(store, part.file, bytes) : null;
    const { lines, asks, replyTo } = part;
    const body: BotBody = {
      kind: 'bot',
      lines: [...lines],
      buttons: part.buttons.map((row) => [...row]),
      file,
      asks,
      replyTo,
    };
    if (part.edit === null) return await store.append({ key: `out:${options.key}`, address, at: now(), body });
    if (await store.replace(part.edit, body)) return part.edit;
  } catch (cause) {
    throw new Retry('web: the store did not take the message', { cause });
  }
  throw new GiveUp('web: no message to edit', 'gone');
};

const keepFile = async (
  store: WebStore,
  file: NonNullable<Part['file']>,
  bytes: Uint8Array,
): Promise<WebFile & { picture: boolean }> => {
  const { name, mime, size, picture } = file;
  return { ref: await store.saveUpload({ bytes, name, mime }), name, mime, size, picture };
};
