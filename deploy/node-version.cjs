/**
 * Loaded before everything else by the npm scripts (`node -r`), in syntax that any node reads: the project needs the
 * node that `npm ci` installs beside it, and an older one would end with an error that tells a newcomer nothing.
 */
const wanted = require('../package.json').dependencies.node;
const [wantedMajor, runningMajor] = [wanted, process.versions.node].map((version) => Number(version.split('.')[0]));

if (runningMajor < wantedMajor) {
  console.error(
    `Node ${wantedMajor} or newer is needed, this is ${process.versions.node}. ` +
      'Run "npm ci" once (it installs the right one into node_modules), then start with "npm start" or "npm test".',
  );
  process.exit(1);
}

// Types are stripped and code compiled once a machine, not at each start; where it cannot be kept, nothing changes.
require('node:module').enableCompileCache();
