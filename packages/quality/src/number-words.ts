const small =
  'null zero,eins ein eine einen einem einer eines einmal one once a an,zwei beide zweimal two both twice couple,' +
  'drei dreimal three thrice,vier four,fünf five,sechs six,sieben seven,acht eight,neun nine,zehn ten,elf eleven,' +
  'zwölf dutzend twelve dozen,dreizehn thirteen,vierzehn fourteen,fünfzehn fifteen,sechzehn sixteen,siebzehn seventeen,' +
  'achtzehn eighteen,neunzehn nineteen,zwanzig twenty';
const ordinals: readonly (readonly [number, string])[] = [
  [1, 'erste ersten erster erstes first'],
  [2, 'zweite zweiten zweiter zweites second'],
  [3, 'dritte dritten dritter drittes third'],
  [4, 'vierte vierten vierter fourth quarter viertel'],
  [5, 'fünfte fünften fünfter fifth'],
  [6, 'sechste sechsten sechster sixth'],
  [7, 'siebte siebten siebter seventh'],
  [8, 'achte achten achter eighth'],
  [9, 'neunte neunten neunter ninth'],
  [10, 'zehnte zehnten zehnter tenth'],
  [12, 'zwölfte zwölften twelfth'],
  [20, 'zwanzigste zwanzigsten twentieth'],
  [30, 'dreißig dreissig thirty halb half'],
  [40, 'vierzig forty'],
  [50, 'fünfzig fifty'],
  [60, 'sechzig sixty'],
  [70, 'siebzig seventy'],
  [80, 'achtzig eighty'],
  [90, 'neunzig ninety'],
  [100, 'hundert einhundert hundred'],
  [1000, 'tausend eintausend thousand'],
  [1_000_000, 'million millionen'],
];
const months =
  'januar jänner january jan,februar february feb,märz march mar,april apr,mai may,juni june jun,juli july jul,' +
  'august aug,september sep sept,oktober october okt oct,november nov,dezember december dez dec';

function tableOf(groups: string, first: number): [string, number][] {
  return groups
    .split(',')
    .flatMap((words, i) => words.split(' ').map((word): [string, number] => [word, first + i]));
}

/** German and English words that say a number: what a number in digits may turn into, or come from. */
export const numberWords: ReadonlyMap<string, number> = new Map([
  ...ordinals.flatMap(([value, words]) => words.split(' ').map((word): [string, number] => [word, value])),
  ...tableOf(small, 0),
]);

export const monthNumbers: ReadonlyMap<string, number> = new Map(tableOf(months, 1));

/** German writes numbers below a million as one word, with the ones before the tens: `dreiundzwanzig`. */
export const compoundNumber =
  /^(?:\p{L}{0,30}(?:hundert|tausend)\p{L}{0,30}|\p{L}{3,6}und(?:zwan|drei|vier|fünf|sech|sieb|acht|neun)(?:zig|ßig|ssig)|(?:twen|thir|for|fif|six|seven|eigh|nine)ty-\p{L}{3,5})$/u;

const prefixes: readonly (readonly [string, number])[] = [
  ['zwei', 2],
  ['drei', 3],
  ['vier', 4],
  ['fünf', 5],
  ['sechs', 6],
  ['sieben', 7],
  ['acht', 8],
  ['neun', 9],
  ['zehn', 10],
];

/** The number that a German word begins with: `dreifach` is `3x`, `zweidimensional` is `2D`. */
export function leadingNumber(word: string): number | undefined {
  return prefixes.find(([prefix]) => word.startsWith(prefix))?.[1];
}
