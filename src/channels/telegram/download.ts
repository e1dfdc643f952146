/**
 * Fetches a file a person sent. Only from the API root's own file path, never along a redirect, and never more than
 * the limit: the size is checked as told, as announced and as it arrives.
 */
import { type Agent, get as httpGet, type IncomingMessage } from 'node:http';
import { get as httpsGet } from 'node:https';
import { GiveUp, Retry } from '../errors.ts';
import type { Client } from './client.ts';

type Wanted = { readonly ref: string; readonly limit: number; readonly signal: AbortSignal };

export const download = async (client: Client, token: string, { ref, limit, signal }: Wanted): Promise<Uint8Array> => {
  const file = await client.call((api, stop) => api.getFile({ file_id: ref }, stop), { signal });
  if ((file.file_size ?? 0) > limit) throw tooLarge();
  if (file.file_path === undefined) throw new GiveUp('getFile: no path', 'gone');
  const url = fileUrl(client.apiRoot, token, file.file_path);
  const stop = AbortSignal.any([signal, AbortSignal.timeout(client.timeouts.fileMs)]);
  return capped(await responseOf(url, client.agent, stop), limit);
};

const fileUrl = (apiRoot: string, token: string, path: string): URL => {
  const folder = new URL(`${apiRoot}/file/bot${token}/`);
  const url = new URL(folder.href + path.split('/').map(encodeURIComponent).join('/'));
  if (!url.href.startsWith(folder.href)) throw new GiveUp('getFile: a path outside the bot’s files', 'refused');
  return url;
};

/** A lost connection is safe to try again. Its error is dropped: it may name the URL, which holds the token. */
const lost = (): Retry => new Retry('file: the connection failed');
const tooLarge = (): GiveUp => new GiveUp('file: over the limit', 'refused');

const responseOf = async (url: URL, agent: Agent, signal: AbortSignal): Promise<IncomingMessage> => {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const get = url.protocol === 'https:' ? httpsGet : httpGet;
  get(url, { agent, signal }, resolve).on('error', () => reject(lost()));
  const response = await promise;
  if (response.statusCode === 200) return response;
  response.destroy();
  const message = `file: answered ${response.statusCode}`;
  throw response.statusCode === 404 ? new GiveUp(message, 'gone') : new Retry(message);
};

const capped = (response: IncomingMessage, limit: number): Promise<Uint8Array> => {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    chunks.push(chunk);
    if (size > limit) response.destroy(tooLarge());
  });
  response.on('end', () => resolve(Buffer.concat(chunks)));
  response.on('error', (error) => reject(error instanceof GiveUp ? error : lost()));
  return promise;
};
