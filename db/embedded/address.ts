/** Where a running server is reached: the same URLs for the server itself and for a command run beside it. */
import { type Cluster, readCluster } from './cluster.ts';
import { findPostmaster, type Postmaster } from './postmaster.ts';

export const DATABASE = 'phoihop';
/** The role of the application; migrations grant it what it may do. */
export const APP_ROLE = 'app';

export type Urls = { readonly ownerUrl: string; readonly appUrl: string };

/** The database served from this data folder by another process; null when there is none. */
export const findRunning = async (dataDir: string): Promise<Urls | null> => {
  const cluster = await readCluster(dataDir);
  if (!cluster) return null;
  const postmaster = await findPostmaster(cluster.dir);
  return postmaster?.isReady ? urlsOf(cluster, postmaster) : null;
};

export const urlsOf = (cluster: Cluster, postmaster: Postmaster): Urls => ({
  ownerUrl: urlOf('owner', cluster.ownerPassword, cluster, postmaster),
  appUrl: urlOf(APP_ROLE, cluster.appPassword, cluster, postmaster),
});

const urlOf = (role: string, password: string, cluster: Cluster, postmaster: Postmaster): string => {
  const url = new URL(`postgresql://${role}:${password}@127.0.0.1:${postmaster.port}/${DATABASE}`);
  if (!postmaster.onTcp) url.searchParams.set('host', cluster.dir);
  return url.href;
};
