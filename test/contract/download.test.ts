/** S17: what an event names is fetched only from hosts of the platform, without redirects, up to the limit. */
import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createCall } from '#channels/call.ts';
import { downloadFrom } from '#channels/download.ts';
import { GiveUp, Retry } from '#channels/errors.ts';
import { listening } from './telegram-support.ts';

const HOSTS = ['zdn.vn', 'dlfl.vn'];
const at = (apiRoot: string, hosts: readonly string[] = HOSTS) =>
  downloadFrom({ call: createCall({ connectMs: 1_000 }), hosts, apiRoot, timeoutMs: 2_000 });
const signal = () => AbortSignal.timeout(2_000);

/** Answers by path; `/loop` leads to a trap that must stay silent. */
const serveFiles = async () => {
  let trapped = 0;
  const trap = await listening(
    createServer((_, response) => {
      trapped += 1;
      response.end('caught');
    }),
  );
  const { address } = await listening(
    createServer((request, response) => {
      if (request.url === '/file') response.end('bytes');
      else if (request.url === '/loop') response.writeHead(302, { location: trap.address }).end();
      else if (request.url === '/gone') response.writeHead(404).end();
      else if (request.url === '/busy') response.writeHead(503).end();
      else response.end(Buffer.alloc(5_000));
    }),
  );
  return { address, trap: trap.address, trapped: () => trapped };
};

describe('a file', () => {
  it('is fetched where the platform itself answers', async () => {
    const { address } = await serveFiles();
    expect(Buffer.from(await at(address)(`${address}/file`, 100, signal())).toString()).toBe('bytes');
  });

  it.each([
    'http://127.0.0.1:1/admin',
    'http://169.254.169.254/latest/meta-data',
    'https://10.0.0.5/x',
    'https://evil.example/x.jpg',
    'https://zdn.vn.evil.example/x.jpg',
    'https://evilzdn.vn/x.jpg',
    'http://photo.zdn.vn/x.jpg',
    'https://photo.zdn.vn:8443/x.jpg',
    'https://user:pass@photo.zdn.vn/x.jpg',
    'https://photo.zdn.vn@evil.example/x.jpg',
    'file:///etc/passwd',
    'ftp://photo.zdn.vn/x',
    'not a link',
    '',
  ])('at %s is not called for', async (ref) => {
    const { address } = await serveFiles();
    await expect(at(address)(ref, 100, signal())).rejects.toMatchObject({ constructor: GiveUp, reason: 'gone' });
  });

  it('at a host in its list is called for there, by https', async () => {
    const { address } = await serveFiles();
    // No such host: the call is made, and finds nobody.
    const from = at(address, ['invalid.test']);
    await expect(from('https://photo.invalid.test/x.jpg', 100, signal())).rejects.toThrow(Retry);
  });

  it('is not fetched along a redirect', async () => {
    const { address, trapped } = await serveFiles();
    await expect(at(address)(`${address}/loop`, 100, signal())).rejects.toMatchObject({ reason: 'gone' });
    expect(trapped()).toBe(0);
  });

  it('over the limit is broken off', async () => {
    const { address } = await serveFiles();
    await expect(at(address)(`${address}/long`, 1_000, signal())).rejects.toMatchObject({ reason: 'refused' });
  });

  it('that is gone is given up; one not to be had now is asked for again', async () => {
    const { address } = await serveFiles();
    await expect(at(address)(`${address}/gone`, 100, signal())).rejects.toMatchObject({ reason: 'gone' });
    await expect(at(address)(`${address}/busy`, 100, signal())).rejects.toThrow(Retry);
  });
});
