/** The project's own files for the house tests: what is on disk, so that a file not yet committed counts too. */
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

export type SourceFile = { readonly path: string; readonly text: string };

export const filesOf = (...patterns: string[]): SourceFile[] =>
  globSync(patterns)
    .sort((a, b) => a.localeCompare(b))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** `path:line` of every line that matches, for a message that leads to the place. */
export const linesWith = (files: readonly SourceFile[], pattern: RegExp): string[] =>
  files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  );

/** `path:line` of every literal (string, template, pattern; no comments) that matches. */
export const literalsWith = (files: readonly SourceFile[], pattern: RegExp): string[] =>
  files.flatMap(({ path, text }) => {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if ((ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node)) && pattern.test(node.text)) {
        found.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1} ${node.text}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
