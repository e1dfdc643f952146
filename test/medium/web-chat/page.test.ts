/** The page in a real Chromium, with a scripted bot behind it and a real Postgres under it. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chromiumPath, launchChromium } from '#test/fakes/web/browser.ts';
import { startWebServer, type WebServer } from '#test/fakes/web/server.ts';
import { freshDatabase } from '#test/support/database.ts';

const DESKTOP = { width: 1400, height: 900 };
const PHONE = { width: 390, height: 844 };

// A browser on a busy machine takes seconds for what a person sees at once.
const TIMEOUT = 60_000;

describe.skipIf(chromiumPath === null)('the page', { timeout: TIMEOUT }, () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let browser: Browser;
  let server: WebServer;
  let context: BrowserContext;
  let page: Page;
  /** Whatever the browser complained of. */
  let complaints: string[];

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '');
  }, TIMEOUT);

  afterAll(() => browser?.close());

  beforeEach(async () => {
    database = await freshDatabase();
    server = await startWebServer(database.appUrl, { testClock: true });
    context = await browser.newContext({ viewport: DESKTOP, locale: 'vi-VN' });
    context.setDefaultTimeout(20_000);
    page = await context.newPage();
    complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  }, TIMEOUT);

  afterEach(async () => {
    await context.close();
    await server.stop();
    await database.drop();
  }, TIMEOUT);

  const open = async (...people: string[]) => {
    await page.goto(server.url);
    for (const person of people) await page.locator(`[data-testid=person][data-person=${person}]`).click();
  };
  const chat = (address: string) => page.locator(`[data-testid=chat][data-address="${address}"]`);
  const say = async (address: string, words: string) => {
    await chat(address).getByTestId('input').fill(words);
    await chat(address).getByTestId('send').click();
  };
  const messages = (address: string) => chat(address).getByTestId('message');
  const heard = (address: string, words: string) => messages(address).filter({ hasText: words });
  const until = (isTrue: () => boolean | Promise<boolean>) => expect.poll(isTrue, { timeout: 20_000 }).toBe(true);
  const isFocused = (element: Locator) => element.evaluate((node) => node.ownerDocument.activeElement === node);

  test('shows what a person says and what the bot answers, in their own chat only', async () => {
    await open('lan', 'dung');
    await say('lan', 'xin chào');
    await heard('lan', 'Đã nghe: xin chào').waitFor();
    expect(await messages('lan').evaluateAll((all) => all.map((each) => each.getAttribute('data-from')))).toEqual([
      'me',
      'bot',
    ]);
    expect(await messages('dung').count()).toBe(0);
    expect(server.events).toMatchObject([
      { address: 'lan', sender: { externalId: 'lan', displayName: 'Nguyễn Thị Lan' } },
    ]);
    expect(complaints).toEqual([]);
  });

  test('answers a press with a short notice and changes the message in its place', async () => {
    await open('lan');
    await say('lan', 'chọn');
    const message = messages('lan').last();
    await message.getByTestId('choice').getByText('Gửi').click();
    await heard('lan', 'đã chọn t-Gửi').waitFor();
    expect(await messages('lan').count()).toBe(2);
    expect(await message.getByTestId('choice').count()).toBe(0);
    await chat('lan').getByText('Đã ghi nhận').waitFor();
  });

  test('keeps a button that stays through an edit, with its focus', async () => {
    await open('lan');
    await say('lan', 'chọn');
    const button = messages('lan').getByTestId('choice').getByText('Sửa');
    await button.focus();
    const before = await button.elementHandle();
    const buttons = [[{ token: 't-Sửa', label: 'Sửa lại' }]];
    const part = {
      lines: ['Đã đổi'],
      buttons,
      file: null,
      asks: false,
      edit: await messages('lan').last().getAttribute('data-ref'),
      replyTo: null,
    };
    await server.chat.send('lan', part, {
      key: 'edit',
      readFile: async () => new Uint8Array(),
      signal: AbortSignal.timeout(1_000),
    });
    await messages('lan').getByText('Đã đổi').waitFor();
    expect(await before?.evaluate((node) => [node.textContent, node.ownerDocument.activeElement === node])).toEqual([
      'Sửa lại',
      true,
    ]);
  });

  test('never makes markup of what is written', async () => {
    await open('lan');
    const attack = '<img src=x onerror="document.title=1"><b>đậm</b>';
    await say('lan', attack);
    await heard('lan', `Đã nghe: ${attack}`).waitFor();
    expect(await messages('lan').locator('img, b').count()).toBe(0);
  });

  test('sends with Enter, breaks the line with Shift and Enter, and reaches the buttons by keys', async () => {
    await open('lan');
    await page.keyboard.type('dòng một');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('dòng hai');
    await page.keyboard.press('Enter');
    await heard('lan', 'Đã nghe').waitFor();
    expect(server.events[0]?.content).toEqual({ kind: 'text', text: 'dòng một\ndòng hai' });
    await page.keyboard.type('chọn');
    await page.keyboard.press('Enter');
    await messages('lan').getByTestId('choice').first().waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await heard('lan', 'đã chọn t-Sửa').waitFor();
  });

  test('sends several files at once with their words, shows pictures and offers the rest', async () => {
    await open('lan');
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    await chat('lan')
      .locator('input[type=file]')
      .setInputFiles([
        { name: 'Hiện trường.png', mimeType: 'image/png', buffer: png },
        { name: 'Biên bản.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
      ]);
    await say('lan', 'Gửi kèm');
    await heard('lan', 'Đã nhận 2 tệp').waitFor();
    const sent = messages('lan').first();
    await until(() => sent.getByRole('img').evaluate((image) => image.naturalWidth === 1));
    const download = page.waitForEvent('download');
    await sent.getByText('Biên bản.pdf').click();
    expect((await download).suggestedFilename()).toBe('Biên bản.pdf');
    expect(server.events[0]?.content).toMatchObject({
      kind: 'files',
      caption: 'Gửi kèm',
      files: [{ size: png.length }, { mime: 'application/pdf' }],
    });
  });

  test('sends a place', async () => {
    await open('lan');
    await chat('lan').getByRole('button', { name: 'Gửi vị trí' }).click();
    await page.getByLabel('Vĩ độ').fill('21.03');
    await page.getByRole('dialog').getByRole('button', { name: 'Gửi' }).click();
    await heard('lan', 'Đã nhận vị trí').waitFor();
    expect(server.events[0]?.content).toMatchObject({ kind: 'location', latitude: 21.03 });
  });

  test('lets people talk in a group, and the bot is meant only when addressed', async () => {
    await open();
    await page.getByTestId('new-group').click();
    await page.getByLabel('Tên nhóm').fill('Đoàn kiểm tra');
    for (const name of ['Nguyễn Thị Lan', 'Đỗ Văn Dũng']) await page.getByRole('checkbox', { name }).check();
    await page.getByRole('button', { name: 'Lập nhóm', exact: true }).click();
    await page.getByText('Chào nhóm Đoàn kiểm tra').waitFor();
    const address = server.events[0]?.address ?? '';

    await say(address, 'các đồng chí đã đủ chưa');
    await chat(address).getByLabel('Người nói').selectOption('dung');
    await chat(address).getByTestId('mention').click();
    await page.keyboard.type('hỏi');
    await page.keyboard.press('Enter');
    await heard(address, 'Đề nghị nhập trích yếu.').waitFor();
    await say(address, 'Kiểm tra PCCC');
    await heard(address, 'Đã nghe: Kiểm tra PCCC').waitFor();

    expect(server.events.slice(1)).toMatchObject([
      { sender: { externalId: 'lan' }, addressed: false },
      { sender: { externalId: 'dung' }, addressed: true, content: { text: 'hỏi' } },
      { sender: { externalId: 'dung' }, addressed: true, quoted: { text: 'Đề nghị nhập trích yếu.', fromBot: true } },
    ]);
    expect(await heard(address, 'đã đủ chưa').first().getAttribute('data-from')).toBe('other');
    await chat(address).getByLabel('Người nói').selectOption('lan');
    expect(await heard(address, 'đã đủ chưa').first().getAttribute('data-from')).toBe('me');
  });

  test('offers a new group only once its people are known, and then shows them', async () => {
    const asked = Promise.withResolvers<void>();
    await page.route('**/web/people', async (route) => {
      await asked.promise;
      await route.continue();
    });
    await open();
    const button = page.getByTestId('new-group');
    await button.waitFor();
    expect(await button.isDisabled()).toBe(true);
    asked.resolve();
    await button.click();
    await page.getByRole('checkbox', { name: 'Nguyễn Thị Lan' }).waitFor();
  });

  test('puts the cursor into the input when the bot asks for words', async () => {
    await open('lan');
    await say('lan', 'hỏi');
    await heard('lan', 'trích yếu').waitFor();
    await until(() => isFocused(chat('lan').getByTestId('input')));
  });

  test('says that the connection is lost, and sends what was written meanwhile exactly once', async () => {
    await open('lan');
    await say('lan', 'trước');
    await heard('lan', 'Đã nghe: trước').waitFor();
    const { port } = server;
    await server.stop();
    await page.getByText('Mất kết nối với máy chủ').waitFor();
    await say('lan', 'trong lúc mất kết nối');
    server = await startWebServer(database.appUrl, { port });
    await heard('lan', 'Đã nghe: trong lúc mất kết nối').waitFor();
    await page.getByText('Mất kết nối với máy chủ').waitFor({ state: 'hidden' });
    expect(server.events).toHaveLength(1);
    expect(await messages('lan').count()).toBe(4);
    expect(await chat('lan').locator('.pending').count()).toBe(0);
  });

  test('shows what another process wrote', async () => {
    await open('lan');
    await say('lan', 'xin chào');
    await heard('lan', 'Đã nghe').waitFor();
    const other = await startWebServer(database.appUrl);
    const part = { lines: ['Nhắc việc'], buttons: [], file: null, asks: false, edit: null, replyTo: null };
    await other.chat.send('lan', part, {
      key: 'far',
      readFile: async () => new Uint8Array(),
      signal: AbortSignal.timeout(1_000),
    });
    await heard('lan', 'Nhắc việc').waitFor();
    await other.stop();
  });

  test('marks what is unread in a chat that is not being used, until it is touched', async () => {
    await open('lan', 'dung');
    const badge = chat('lan').locator('header .badge');
    // The past of a chat is not news; it is over when messages are read aloud.
    await chat('lan').locator('[role=log][aria-live=polite]').waitFor();
    const part = { lines: ['Nhắc việc'], buttons: [], file: null, asks: false, edit: null, replyTo: null };
    await server.chat.send('lan', part, {
      key: 'news',
      readFile: async () => new Uint8Array(),
      signal: AbortSignal.timeout(1_000),
    });
    await badge.getByText('1').waitFor();
    expect(await page.title()).toBe('(1) Trợ lý Phối hợp');
    await chat('lan').getByTestId('input').click();
    await badge.waitFor({ state: 'hidden' });
  });

  test('opens the same chats with their past after a reload, and from a copied link', async () => {
    await open('lan', 'dung');
    await say('lan', 'xin chào');
    await heard('lan', 'Đã nghe').waitFor();
    await chat('dung').getByRole('button', { name: 'Đóng cuộc trò chuyện của Đỗ Văn Dũng' }).click();
    await page.reload();
    await heard('lan', 'Đã nghe: xin chào').waitFor();
    expect(await page.getByTestId('chat').count()).toBe(1);
    const elsewhere = await browser.newContext();
    const copy = await elsewhere.newPage();
    await copy.goto(page.url());
    await copy.getByText('Đã nghe: xin chào').waitFor();
    await elsewhere.close();
  });

  test('finds people by words without diacritics', async () => {
    await open();
    await page.getByRole('searchbox').fill('do van dung');
    await until(async () => (await page.getByTestId('person').count()) === 1);
    expect(await page.getByTestId('person').getAttribute('data-person')).toBe('dung');
  });

  test('opens an invitation link as somebody new, with the code ready to send', async () => {
    await page.goto(`${server.url}/#ma=MOI-1234`);
    await until(async () => (await page.getByTestId('input').inputValue()) === '/start MOI-1234');
    await page.getByTestId('send').click();
    await page.getByText('Đã nghe: /start MOI-1234').waitFor();
    expect(server.events[0]?.sender.externalId).toMatch(/^khach-/);
    expect(page.url()).not.toContain('MOI-1234');
  });

  test('offers the commands while one is typed', async () => {
    await open('lan');
    await page.keyboard.type('/vie');
    await chat('lan').getByRole('button', { name: '/viec' }).click();
    expect(await chat('lan').getByTestId('input').inputValue()).toBe('/viec ');
  });

  test('shows the product’s time and puts it forward', async () => {
    await open();
    await page.getByText('08:00 · Thứ Hai, 23/11/2026').waitFor();
    await page.getByRole('button', { name: '+1 giờ' }).click();
    await page.getByText('09:00 · Thứ Hai, 23/11/2026').waitFor();
  });

  test('on a phone shows one chat at a time, chosen by tabs, and nothing beside the screen', async () => {
    await page.setViewportSize(PHONE);
    await open('lan');
    await page.getByRole('navigation').getByText('Danh bạ').click();
    await page.locator('[data-testid=person][data-person=dung]').click();
    expect(await chat('lan').isVisible()).toBe(false);
    await page.getByRole('navigation').getByText('Nguyễn Thị Lan').click();
    expect(await chat('lan').isVisible()).toBe(true);
    expect(await chat('dung').isVisible()).toBe(false);
    const name = `${'tên dài '.repeat(20)}.pdf`;
    const files = chat('lan').locator('input[type=file]');
    await files.setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from('x') });
    const send = await chat('lan').getByTestId('send').boundingBox();
    expect((send?.x ?? 0) + (send?.width ?? 0)).toBeLessThanOrEqual(PHONE.width);
    await say('lan', `một từ rất dài ${'x'.repeat(300)}`);
    await heard('lan', 'Đã nhận 1 tệp').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
    expect(
      await messages('lan')
        .first()
        .evaluate((node) => node.getBoundingClientRect().right),
    ).toBeLessThanOrEqual(PHONE.width);
  });
});
