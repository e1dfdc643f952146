import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { GiveUp, Retry } from '#channels/errors.ts';
import { channelAt, listening, startPair } from './telegram-support.ts';

const LIMIT = 1_000;
const signal = new AbortController().signal;

const receive = async (bytes: Buffer) => {
  const { fake, channel } = await startPair();
  fake.user('Lan').sends('document', { bytes, name: 'công văn.pdf' });
  const content = channel.decode(fake.pending()[0])[0]?.content;
  if (content?.kind !== 'files') throw new Error('no file came');
  return { fake, channel, ref: content.files[0]?.ref ?? '' };
};

describe('a file that a person sent', () => {
  it('is fetched as it is', async () => {
    const bytes = Buffer.from(Array.from({ length: LIMIT }, (_, index) => index % 256));
    const { channel, ref } = await receive(bytes);
    expect(Buffer.from(await channel.fetchFile(ref, LIMIT, signal))).toEqual(bytes);
  });

  it('over the limit is given up', async () => {
    const { channel, ref } = await receive(Buffer.alloc(LIMIT + 1));
    await expect(channel.fetchFile(ref, LIMIT, signal)).rejects.toMatchObject({
      constructor: GiveUp,
      reason: 'refused',
    });
  });

  it('that the platform no longer has is given up', async () => {
    const { fake, channel, ref } = await receive(Buffer.from('x'));
    fake.forgetFiles();
    await expect(channel.fetchFile(ref, LIMIT, signal)).rejects.toMatchObject({ constructor: GiveUp, reason: 'gone' });
  });

  it('is fetched again later when the platform fails, or does not answer', async () => {
    const { fake, channel, ref } = await receive(Buffer.from('x'));
    fake.faults.add({ method: 'getFile', fault: { do: 'cut', when: 'after' } });
    await expect(channel.fetchFile(ref, LIMIT, signal)).rejects.toMatchObject({ constructor: Retry });
  });
});

/** A server that tells one thing about a file and does another. */
const liar = async (told: object, serve: (send: (status: number, headers: object, body?: string) => void) => void) => {
  const visited: string[] = [];
  const server = createServer((request, response) => {
    visited.push(request.url ?? '');
    if (request.url?.endsWith('/getFile')) response.end(JSON.stringify({ ok: true, result: told }));
    else serve((status, headers, body = '') => response.writeHead(status, { ...headers }).end(body));
  });
  const { channel } = channelAt((await listening(server)).address);
  return { channel, visited };
};

describe('a download', () => {
  it('larger than told is cut at the limit', async () => {
    const { channel } = await liar({ file_size: 1, file_path: 'a/b' }, (send) => send(200, {}, 'x'.repeat(LIMIT + 1)));
    await expect(channel.fetchFile('f', LIMIT, signal)).rejects.toMatchObject({
      constructor: GiveUp,
      reason: 'refused',
    });
  });

  it('never follows a redirect', async () => {
    const { channel, visited } = await liar({ file_path: 'a/b' }, (send) => send(302, { location: '/trap' }));
    await expect(channel.fetchFile('f', LIMIT, signal)).rejects.toThrow(Retry);
    expect(visited).not.toContain('/trap');
  });

  it('never leaves the bot’s own folder', async () => {
    const { channel, visited } = await liar({ file_path: '../../etc/passwd' }, (send) => send(200, {}, 'x'));
    await expect(channel.fetchFile('f', LIMIT, signal)).rejects.toThrow(GiveUp);
    expect(visited).toHaveLength(1);
  });

  it('cut off on its way is no file', async () => {
    const { channel } = await liar({ file_path: 'a/b' }, (send) => send(200, { 'content-length': '50' }, 'short'));
    await expect(channel.fetchFile('f', LIMIT, AbortSignal.timeout(200))).rejects.toThrow(Retry);
  });
});
