/** The port is tried before anything else: a start that cannot serve makes no database and keeps nobody waiting. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { type Config, ConfigError } from '#src/config.ts';

type Place = Pick<Config, 'role' | 'host' | 'port'>;

/** @throws ConfigError */
export const assertPortFree = async (place: Place): Promise<void> => {
  if (place.role === 'worker') return;
  const probe = createServer().listen(place.port, place.host);
  try {
    await once(probe, 'listening');
  } catch (error) {
    const fault = error instanceof Error && 'code' in error ? faults[String(error.code)] : undefined;
    throw fault === undefined ? error : new ConfigError(fault(place), { cause: error });
  }
  probe.close();
  await once(probe, 'close');
};

const faults: Readonly<Record<string, (place: Place) => string>> = {
  EADDRINUSE: ({ host, port }) => `PORT: ${port} on ${host} is taken by another program`,
  EADDRNOTAVAIL: ({ host }) => `HOST: ${host} is no address of this machine`,
  EACCES: ({ port }) => `PORT: ${port} needs rights that this user does not have`,
};
