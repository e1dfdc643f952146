/** The position in a form is a function of its answers: nothing else is kept, so nothing else can be wrong. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ok, refused } from '#domain/result.ts';
import type { Answers, Field, Form } from '#forms/define.ts';
import { answer, editable, position, receiver, reopen } from '#forms/engine.ts';
import { filesField, gatheredFiles, parseOption, parseText } from '#forms/fields.ts';

const text = (key: string, more: Partial<Field<null>> = {}): Field<null> => ({
  key,
  label: key,
  ask: () => ({ lines: [key], options: [] }),
  parse: parseText(),
  ...more,
});
const form = (...fields: Field<null>[]): Form<null> => ({ id: 'f', version: 1, fields });
const words = { ask: () => ['tệp?'], label: 'Tệp', none: 'Không', done: 'Xong' };
const at = (of: Form<null>, answers: Answers): string | null => position(of, answers, null)?.key ?? null;

describe('the position', () => {
  test('is the first field without an answer, whatever was answered after it', () => {
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const of = form(...keys.map((key) => text(key)));
    fc.assert(
      fc.property(fc.subarray(keys), (answered) => {
        const answers = Object.fromEntries(answered.map((key) => [key, 'x']));
        expect(at(of, answers)).toBe(keys.find((key) => !answered.includes(key)) ?? null);
      }),
    );
  });

  test('passes over a field whose condition does not hold, and comes back when it does', () => {
    const of = form(text('a'), text('b', { when: (answers) => answers.a === 'có' }), text('c'));
    expect(at(of, { a: 'không' })).toBe('c');
    expect(at(of, { a: 'có' })).toBe('b');
    expect(at(of, { a: 'không', c: 'x' })).toBeNull();
  });

  test('of a form that was changed while it was filled is its first gap: what is known stays', () => {
    const answers = { a: 'x', gone: 'y', c: 'z' };
    expect(at(form(text('a'), text('c')), answers)).toBeNull();
    expect(at(form(text('a'), text('new'), text('c')), answers)).toBe('new');
    expect(at(form(text('c'), text('a')), answers)).toBeNull();
  });

  test('goes back to an answer that no longer fits', () => {
    const of = form(text('a', { fits: (value) => value === 'x' }), text('b'));
    expect(at(of, { a: 'x', b: 'y' })).toBeNull();
    expect(at(of, { a: 'of an earlier release', b: 'y' })).toBe('a');
  });
});

describe('an input', () => {
  const of = form(text('a'), text('b'), filesField('files', words));

  test('is taken by the open field, or leaves everything as it was', () => {
    const a = text('a', { parse: () => refused('field.choose') });
    expect(answer(a, { kind: 'text', text: 'x' }, { b: 'y' }, null)).toMatchObject({ ok: false, code: 'field.choose' });
    const b = text('a', { parse: () => ok('z') });
    expect(answer(b, { kind: 'text', text: 'x' }, { b: 'y' }, null)).toEqual({ ok: true, answers: { b: 'y', a: 'z' } });
  });

  test('of files goes where files are kept, whatever is asked', () => {
    const files = { kind: 'files', caption: '', fileIds: [1, 2] } as const;
    expect(receiver(of, files, {}, null)?.key).toBe('files');
    expect(receiver(form(text('a')), files, {}, null)?.key).toBe('a');
    expect(receiver(of, { kind: 'text', text: 'x' }, {}, null)?.key).toBe('a');
  });

  test('of files gathers until the person says that is all', () => {
    const field = filesField<null>('files', words);
    const give = (answers: Answers, fileIds: number[]) =>
      answer(field, { kind: 'files', caption: '', fileIds }, answers, null);
    const one = give({}, [1]);
    const two = one.ok ? give(one.answers, [2, 3]) : one;
    const answers = two.ok ? two.answers : {};
    expect(gatheredFiles(answers, 'files')).toMatchObject({ ids: [1, 2, 3], words: [], done: false });
    expect(at(of, { a: 'x', b: 'y', ...answers })).toBe('files');
    const done = answer(field, { kind: 'option', value: true }, answers, null);
    expect(done.ok ? at(of, { a: 'x', b: 'y', ...done.answers }) : 'refused').toBeNull();
  });

  test('that was edited away is asked again, and only that', () => {
    const answers = { a: 'x', b: 'y', files: { ids: [], done: true } };
    expect(at(of, reopen(of, answers, 'b'))).toBe('b');
    expect(editable(of, answers, null).map(({ key }) => key)).toEqual(['a', 'b', 'files']);
  });
});

describe('what is parsed', () => {
  test('text is composed, trimmed and bounded; a caption counts as text', () => {
    expect(parseText()({ kind: 'text', text: `  ${'Góp ý'.normalize('NFD')} ` })).toEqual(ok('Góp ý'));
    expect(parseText()({ kind: 'files', caption: 'Chú thích', fileIds: [] })).toEqual(ok('Chú thích'));
    expect(parseText(3)({ kind: 'text', text: 'bốn chữ' })).toMatchObject({ code: 'field.text_too_long' });
    for (const input of [{ kind: 'text', text: '  ' }, { kind: 'other' }] as const) {
      expect(parseText()(input)).toMatchObject({ code: 'field.text_missing' });
    }
  });

  test('an option is one of those offered', () => {
    const options = [{ label: 'Một', value: [1, 2] }];
    expect(parseOption({ kind: 'option', value: [1, 2] }, options)).toEqual(ok([1, 2]));
    expect(parseOption({ kind: 'option', value: [2, 1] }, options)).toMatchObject({ code: 'field.choose' });
    expect(parseOption({ kind: 'text', text: 'Một' }, options)).toMatchObject({ code: 'field.choose' });
  });

  test('a kept answer of any form at all never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => Array.isArray(gatheredFiles({ f: value as never }, 'f').ids)));
  });
});
