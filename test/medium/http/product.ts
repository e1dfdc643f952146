/** The whole product in this process on a database of its own, with everything it logs. */

import { parseConfig } from '#src/config.ts';
import type { Log } from '#src/log.ts';
import { startProduct } from '#src/start/product.ts';
import { productDatabase } from '#test/support/process-database.ts';

export const startTestProduct = async (variables: Readonly<Record<string, string>> = {}) => {
  const database = await productDatabase();
  const logged: string[] = [];
  const write = (fields: object, message: string): void => {
    logged.push(
      `${message} ${JSON.stringify(fields, (_key, value) => (value instanceof Error ? value.message : value))}`,
    );
  };
  const log: Log = { debug: write, info: write, warn: write, error: write, child: () => log };
  const { appUrl, ownerUrl } = database;
  const config = parseConfig({
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    PORT: '0',
    SAMPLE_DATA: 'on',
    ...variables,
  });
  const product = await startProduct(config, log);
  if (product.url === null) throw new Error('the product does not listen');
  return {
    url: product.url,
    database,
    logged,
    stop: async (): Promise<void> => {
      await product.stop();
      await database.drop();
    },
  };
};

export type TestProduct = Awaited<ReturnType<typeof startTestProduct>>;
