/** Starts the product from the environment, and ends it cleanly on SIGTERM or Ctrl-C. */
import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { ConfigError, describeConfig, parseConfig, secretsOf } from './config.ts';
import { createLog } from './log.ts';
import { type Product, startProduct } from './start/product.ts';

/** A stop that takes longer is cut off: the supervisor that sent SIGTERM would kill us anyway, and leases free the rest. */
const STOP_WITHIN_MS = 10_000;

const main = async (): Promise<void> => {
  if (existsSync('.env')) loadEnvFile('.env');
  const config = readConfig();
  const log = createLog({ level: config.logLevel, secrets: secretsOf(config) });
  log.info(describeConfig(config), 'starting');
  const starting = startProduct(config, log);
  let isStopping = false;
  const stop = (signal: string): void => {
    // npm passes on what the terminal has sent us already: the second signal must not cut a clean stop off.
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    starting.then(endOf).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the stop was not clean');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  try {
    const { url } = await starting;
    log.info({ url: url ?? 'none' }, url === null ? 'ready' : `ready at ${url}`);
  } catch (error) {
    if (error instanceof ConfigError) endWith(error);
    log.error({ err: error }, 'the start failed');
    process.exit(1);
  }
};

const endOf = (product: Product): Promise<void> => product.stop();

const readConfig = () => {
  try {
    return parseConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return endWith(error);
  }
};

const endWith = (error: ConfigError): never => {
  console.error(error.message);
  process.exit(2);
};

await main();
