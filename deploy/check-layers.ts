/**
 * Runs the import rules of .dependency-cruiser.cjs over all code, and fails as well when a file was not looked at:
 * a wrong parser or path makes the tool report success over nothing.
 */
import { globSync } from 'node:fs';
import { cruise, format } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

process.chdir(new URL('..', import.meta.url).pathname);
const files = globSync('{src,handlers,jobs,db,test,deploy}/**/*.{ts,cjs}');
const options = await extractOptions('./.dependency-cruiser.cjs');
const { output } = await cruise(files, options, {}, { tsConfig: extractTsConfig('./tsconfig.json') });
if (typeof output === 'string') throw new Error(`Import rules: a result was expected, not the text: ${output}`);

const seen = new Set(output.modules.map((module) => module.source));
const unseen = files.filter((file) => !seen.has(file));
console.log(String((await format(output, { outputType: 'err-long' })).output).trim());
if (unseen.length > 0)
  console.error(`Import rules: ${unseen.length} of ${files.length} files were not looked at: ${unseen}`);
if (files.length === 0) console.error('Import rules: found no files');
if (output.summary.error > 0 || unseen.length > 0 || files.length === 0) process.exitCode = 1;
