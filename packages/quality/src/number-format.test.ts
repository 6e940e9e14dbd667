import { expect, test } from 'vitest';
import { convertNumber } from './number-format.ts';

test.each([
  ['1.234.567,89', '1,234,567.89'],
  ['1.234', '1,234'],
  ['3,5', '3.5'],
  ['3,500', '3.500'],
  ["1'234.50", '1,234.50'],
  ['12', '12'],
])('%s is %s in English', (german, english) => {
  expect(convertNumber(german, 'de', 'en')).toBe(english);
});

test.each(['18.30', '2.3.1', '24.12.2023', '1,234.56', '1.23,4,5', '12:30', '2019'])('%s stays', (number) => {
  expect(convertNumber(number, 'de', 'en')).toBe(number);
});

test('English numbers become German ones', () => {
  expect(convertNumber('1,234.5', 'en', 'de')).toBe('1.234,5');
});
