import { expect, test } from 'vitest';
import { docx, epub, partsOf, run } from '../samples/index.ts';
import { withLanguage } from '../src/container-language.ts';
import { readContainerText, writeContainerText } from '../src/container-text.ts';

const languages = { from: 'de', to: 'en' };

test.each([
  ['<w:lang w:val="de-CH" w:eastAsia="ja-JP"/>', '<w:lang w:val="en-US" w:eastAsia="ja-JP"/>'],
  ['<w:lang w:eastAsia="ja-JP" w:val="de-DE"/>', '<w:lang w:eastAsia="ja-JP" w:val="en-US"/>'],
  ['<w:lang w:val="fr-CH"/>', '<w:lang w:val="fr-CH"/>'],
  ['<a:rPr lang="de-CH" b="1"/>', '<a:rPr lang="en-US" b="1"/>'],
  ['<html xml:lang="de" lang="de">', '<html xml:lang="en" lang="en">'],
  ['<p lang="la">lang="de"</p>', '<p lang="la">lang="de"</p>'],
  ['<dc:language>de</dc:language>', '<dc:language>en</dc:language>'],
  [
    '<style:text-properties fo:country="CH" fo:language="de"/>',
    '<style:text-properties fo:country="US" fo:language="en"/>',
  ],
  ['<style:x fo:language="it" fo:country="CH"/>', '<style:x fo:language="it" fo:country="CH"/>'],
])('%s', (xml, expected) => {
  expect(withLanguage(xml, languages)).toBe(expected);
});

test('a document and its styles say in which language they are', async () => {
  const styles = '<w:styles xmlns:w="w"><w:lang w:val="de-DE"/></w:styles>';
  const bytes = await docx([run('Guten Morgen!', '<w:lang w:val="de-DE"/>')], { 'word/styles.xml': styles });
  const count = (await readContainerText(bytes, 'docx')).match(/<p>/g)?.length ?? 0;
  const words = Array.from({ length: count }, () => 'Good morning!');
  const parts = await partsOf(Buffer.from(await writeContainerText(bytes, 'docx', words, languages)));
  expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="en-US"/>');
  expect(parts.get('word/document.xml')).toContain(
    '<w:lang w:val="en-US"/></w:rPr><w:t xml:space="preserve">Good',
  );
  const book = await epub();
  const chapters = [...(await readContainerText(book, 'epub')).matchAll(/<p>(.*)<\/p>/g)].map(
    ([, html = '']) => html,
  );
  const written = await partsOf(Buffer.from(await writeContainerText(book, 'epub', chapters, languages)));
  expect(written.get('OEBPS/book.opf')).toContain('<dc:language>en</dc:language>');
});
