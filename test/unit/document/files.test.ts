/** S13: what files are taken, by their content, and under which names. The corpus is made here, byte by byte. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanName, FILE_LIMIT, nameFor } from '#domain/document/file.ts';
import { judge } from '#jobs/file-type.ts';

const text = (words: string): Buffer => Buffer.from(words, 'utf8');
const hex = (bytes: string, then = ''): Buffer =>
  Buffer.concat([Buffer.from(bytes.replaceAll(' ', ''), 'hex'), text(then)]);

type Entry = { readonly name: string; readonly bytes?: Buffer; readonly says?: number };

/** A zip archive with its directory; `says` is what an entry claims to unpack to. */
const zip = (...entries: readonly Entry[]): Buffer => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const { name, bytes = Buffer.alloc(0), says } of entries) {
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt32LE(bytes.length, 20);
    head.writeUInt32LE(says ?? bytes.length, 24);
    head.writeUInt16LE(name.length, 28);
    head.writeUInt32LE(Buffer.concat(locals).length, 42);
    directory.push(head, text(name));
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(bytes.length, 18);
    local.writeUInt32LE(says ?? bytes.length, 22);
    local.writeUInt16LE(name.length, 26);
    locals.push(local, text(name), bytes);
  }
  const [body, names] = [Buffer.concat(locals), Buffer.concat(directory)];
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(names.length, 12);
  end.writeUInt32LE(body.length, 16);
  return Buffer.concat([body, names, end]);
};
const compound = (...names: readonly string[]): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    ...names.map((name) => Buffer.from(`${name}\0`.padEnd(64, '\0'), 'utf16le')),
  ]);

const TYPES = { name: '[Content_Types].xml' };
const DOCX = zip(TYPES, { name: 'word/document.xml' });
const PDF = text('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n%%EOF');
const JPEG = hex('ffd8ffe000104a46494600', 'x'.repeat(100));
const EXE = Buffer.concat([text('MZ'), Buffer.alloc(200)]);
const ODT = 'application/vnd.oasis.opendocument.text';

describe('taken, with the ending that the content has', () => {
  test.each([
    ['a PDF', 'công văn 12.pdf', PDF, 'công văn 12.pdf'],
    ['a Word file', 'to-trinh.docx', DOCX, 'to-trinh.docx'],
    ['a workbook', 'bieu.xlsx', zip(TYPES, { name: 'xl/workbook.xml' }), 'bieu.xlsx'],
    ['a presentation', 'bao-cao.pptx', zip(TYPES, { name: 'ppt/presentation.xml' }), 'bao-cao.pptx'],
    [
      'an OpenDocument text',
      'ghi.odt',
      zip({ name: 'mimetype', bytes: text(ODT) }, { name: 'content.xml' }),
      'ghi.odt',
    ],
    ['an old Word file', 'cv.doc', compound('Root Entry', 'WordDocument'), 'cv.doc'],
    ['an old workbook', 'bieu.xls', compound('Root Entry', 'Workbook'), 'bieu.xls'],
    ['a photo', 'anh.JPEG', JPEG, 'anh.JPEG'],
    ['a photo that calls itself a PDF', 'anh.pdf', JPEG, 'anh.jpg'],
    ['a PDF that calls itself a program', 'giay-to.pdf.exe', PDF, 'giay-to.pdf'],
    ['a PDF without an ending', 'Số 12.BQL về việc', PDF, 'Số 12.BQL về việc.pdf'],
    [
      'a voice note',
      'ghi-am',
      Buffer.concat([hex('49443303000000000000'), hex('fffb9000'), Buffer.alloc(2000)]),
      'ghi-am.mp3',
    ],
    ['a text', 'ghi chú.txt', text('Đề nghị phối hợp.'), 'ghi chú.txt'],
    ['a table in text', 'bieu.csv', text('xã;số\nThiên Lộc;5'), 'bieu.csv'],
  ])('%s', async (_what, name, bytes, kept) => {
    expect(await judge(bytes, name)).toMatchObject({ ok: true, name: kept });
  });
});

describe('refused, whatever it is called', () => {
  test.each([
    ['a program', 'bao-cao.pdf', EXE],
    ['a program of another system', 'bao-cao.docx', hex('7f454c4602010100', 'x'.repeat(200))],
    ['a shell script', 'ghi-chu.txt', text('#!/bin/sh\nrm -rf /')],
    ['a batch file in a text', 'ghi-chu.txt', text('@echo off\ndel *')],
    ['a script by its ending', 'cai-dat.js', text('alert(1)')],
    ['a batch file by its ending', 'cai-dat.bat', text('del x')],
    ['a page', 'trang.html', text('<!doctype html><script>alert(1)</script>')],
    ['a page in a text', 'trang.txt', text('  <html><body onload="x()">')],
    ['a page in a table', 'bieu.csv', text('a;b\n<script>alert(1)</script>;c')],
    ['a page that calls itself a Word file', 'cv.doc', text('<html><body>')],
    ['a drawing with a script', 'so-do.svg', text('<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>')],
    ['a drawing that calls itself a photo', 'so-do.png', text('<?xml version="1.0"?><svg/>')],
    ['PHP', 'x.txt', text('<?php system($_GET[0]); ?>')],
    ['an archive', 'tai-lieu.zip', zip({ name: 'a.txt' })],
    ['an archive that calls itself a Word file', 'tai-lieu.docx', zip({ name: 'cai-dat.exe' }, { name: 'word.txt' })],
    ['a package for a phone', 'ung-dung.apk', zip({ name: 'AndroidManifest.xml' }, { name: 'classes.dex' })],
    [
      'a Word file with macros',
      'to-trinh.docm',
      zip(TYPES, { name: 'word/document.xml' }, { name: 'word/vbaProject.bin' }),
    ],
    [
      'a workbook with macros under a plain name',
      'b.xlsx',
      zip(TYPES, { name: 'xl/workbook.xml' }, { name: 'xl/vbaProject.bin' }),
    ],
    [
      'an OpenDocument file with macros',
      'x.odt',
      zip({ name: 'mimetype', bytes: text(ODT) }, { name: 'Basic/Standard/Module1.xml' }),
    ],
    [
      'a Word file that would unpack to gigabytes',
      'bom.docx',
      zip(TYPES, { name: 'word/document.xml', says: 4_000_000_000 }),
    ],
    ['an archive without a directory', 'hong.docx', DOCX.subarray(0, 60)],
    [
      'a directory that points outside of the file',
      'hong.docx',
      Buffer.concat([DOCX.subarray(0, -6), hex('ffffff7f0000')]),
    ],
    ['an installer', 'cai-dat.msi', compound('Root Entry', 'Property')],
    ['an old workbook with macros', 'bieu.xls', compound('Root Entry', 'Workbook', '_VBA_PROJECT')],
    ['a RAR archive', 'x.pdf', hex('526172211a0700', 'x'.repeat(50))],
    ['a 7z archive', 'x.pdf', hex('377abcaf271c0004', 'x'.repeat(50))],
    ['a gzip archive', 'x.pdf', hex('1f8b0800000000000003', 'x'.repeat(50))],
    ['a disk image', 'dia.iso', Buffer.concat([Buffer.alloc(0x8001), text('CD001'), Buffer.alloc(3000)])],
    ['a shortcut', 'cong-van.lnk', hex('4c0000000114020000000000c000000000000046', 'x'.repeat(60))],
    ['bytes that say nothing', 'x.pdf', hex('00010203040506')],
    ['bytes in a text', 'x.txt', hex('e1bb8700010203')],
  ])('%s', async (_what, name, bytes) => {
    expect(await judge(bytes, name)).toEqual({ ok: false, fault: 'kind' });
  });

  test('an empty file, and one over 20 MB', async () => {
    expect(await judge(Buffer.alloc(0), 'a.pdf')).toEqual({ ok: false, fault: 'empty' });
    const large = Buffer.concat([PDF, Buffer.alloc(FILE_LIMIT)]);
    expect(await judge(large, 'a.pdf')).toEqual({ ok: false, fault: 'too_big' });
  });
});

describe('a name', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\system32\\cmd.pdf', 'cmd.pdf'],
    ['..', 'tep'],
    ['', 'tep'],
    ['a\u0000b\u0007.pdf', 'ab.pdf'],
    ['hop-dong-\u202Efdp.exe', 'hop-dong-fdp.exe'],
    ['a\nb\r.pdf', 'ab.pdf'],
    ['hóa <đơn>:"1"|?*.pdf', 'hóa _đơn___1____.pdf'],
    ['. .an.pdf. .', 'an.pdf'],
    ['ho\u0301a.pdf', 'hóa.pdf'],
  ])('%j is shown as %j', (given, shown) => {
    expect(cleanName(given)).toBe(shown);
  });

  test('is never a path, an invisible sign, empty, or over 120 letters, and keeps its ending when cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = cleanName(given);
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u);
        expect([...name].length).toBeLessThanOrEqual(120);
        expect(name.trim()).not.toBe('');
        expect(cleanName(name)).toBe(name);
      }),
    );
    expect(nameFor(`${'a'.repeat(500)}.pdf`, 'application/pdf')).toMatch(/^a+….pdf$/);
  });
});
