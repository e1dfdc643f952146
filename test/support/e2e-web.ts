/** The story's people in a real browser: three columns of the web chat, which stays open while processes die. */

import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Cast, type Hand, PEOPLE } from './e2e-story.ts';

/** While a process dies and another starts on a busy machine. */
const PATIENCE_MS = 60_000;

export const openColumns = async (page: Page, url: string): Promise<Cast> => {
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(url);
  for (const person of Object.values(PEOPLE)) {
    await page.locator(`[data-testid=person][data-person="${person}"]`).click();
  }
  return { anh: handOf(page, PEOPLE.anh), lan: handOf(page, PEOPLE.lan), thai: handOf(page, PEOPLE.thai) };
};

const handOf = (page: Page, person: string): Hand => {
  const chat = page.locator(`[data-testid=chat][data-address="${person}"]`);
  const send = () => chat.getByTestId('send').click();
  return {
    says: async (text) => {
      await chat.getByTestId('input').fill(text);
      await send();
    },
    presses: (label) => choice(chat, label).click(),
    sends: async ({ name, bytes }) => {
      const file = { name, mimeType: 'application/pdf', buffer: bytes };
      await chat.locator('input[type=file]').first().setInputFiles(file);
      await send();
    },
    hears: async (words) => {
      const message = chat.getByTestId('message').filter({ hasText: words }).last();
      await message.waitFor();
      return (await message.textContent()) ?? '';
    },
    receives: async (name) => {
      const link = chat.getByTestId('message').locator('a').filter({ hasText: name }).last();
      const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
      expect(answer.ok()).toBe(true);
      return answer.body();
    },
  };
};

const choice = (chat: Locator, label: string | RegExp): Locator => {
  const words = typeof label === 'string' ? new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`) : label;
  return chat.getByTestId('choice').filter({ hasText: words }).last();
};
