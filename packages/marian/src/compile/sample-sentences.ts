/**
 * Sentences that a model translates while it is compiled, to see how large its activations get: statements, questions,
 * numbers, names, quotations, lists, links, capitals, fragments. They were written for this purpose.
 */
const samples: Readonly<Record<string, readonly string[]>> = {
  de: [
    'Guten Morgen, wie haben Sie geschlafen?',
    'Der Zug nach Bern fährt um 7.45 Uhr auf Gleis 12 ab.',
    'Wenn du mir das gestern gesagt hättest, wäre ich nicht so lange im Regen gestanden.',
    'Öffnen Sie die Einstellungen und wählen Sie unter „Netzwerk“ den Eintrag „Proxy“ aus.',
    'Nein!',
    'Die Firma verkaufte 2019 rund 1.250.000 Geräte, 8,5 % mehr als im Vorjahr.',
    'Sie lachte, schüttelte den Kopf und ging, ohne sich noch einmal umzudrehen, die Treppe hinunter.',
    'ACHTUNG: NICHT ÖFFNEN, SOLANGE DAS GERÄT UNTER SPANNUNG STEHT!',
    'Meine Großmutter backt jeden Sonntag einen Apfelkuchen mit Zimt und Rosinen.',
    'Weitere Hinweise finden Sie unter https://example.org/hilfe?thema=drucker&lang=de.',
    'Das Bundesverfassungsgericht hat die Beschwerde als unzulässig verworfen.',
    'Schrauben (M4 × 20 mm), Muttern, Unterlegscheiben',
    'Warum fragst du nicht einfach Frau Dr. Müller aus dem 3. Stock?',
    'Es war einmal ein alter König, der hatte drei Töchter, von denen die jüngste so schön war, dass selbst die Sonne sich wunderte, so oft sie ihr ins Gesicht schien.',
    'Die Funktion gibt einen leeren Wert zurück, falls die Datei nicht gelesen werden kann.',
    'Ich liebe dich.',
    'Laut Wetterbericht soll es am Wochenende in den Alpen bis auf 800 Meter hinunter schneien.',
    'Donaudampfschifffahrtsgesellschaftskapitän',
    'Er sagte: «Ich komme morgen wieder», aber niemand hat ihn seither gesehen.',
    'Bitte bewahren Sie die Quittung auf; ohne sie ist ein Umtausch nicht möglich.',
    'a) Name, b) Geburtsdatum, c) Anschrift',
    'Seit wann wohnt ihr in Zürich, und gefällt es euch dort?',
    'Das Kind, dessen Ball über den Zaun geflogen war, stand weinend am Straßenrand.',
    'config.json wurde geändert: timeout = 30 → 60',
  ],
  en: [
    'Good morning, did you sleep well?',
    'The train to London leaves from platform 12 at 7:45 a.m.',
    'If you had told me that yesterday, I would not have been standing in the rain for so long.',
    'Open the settings and choose “Proxy” under “Network”.',
    'In 2019 the company sold about 1,250,000 devices, 8.5% more than the year before.',
    'No!',
    'WARNING: DO NOT OPEN WHILE THE DEVICE IS POWERED!',
    'She laughed, shook her head and walked down the stairs without turning round again.',
    'See https://example.org/help?topic=printer for more.',
    'The court dismissed the complaint as inadmissible, which surprised nobody in the room.',
    'Screws (M4 × 20 mm), nuts, washers',
    'Once upon a time there was an old king who had three daughters, the youngest of whom was so beautiful that even the sun wondered at her.',
  ],
  fr: [
    'Bonjour, avez-vous bien dormi ?',
    'Le train pour Genève part à 7 h 45 de la voie 12.',
    "Si tu me l'avais dit hier, je ne serais pas resté si longtemps sous la pluie.",
    "L'entreprise a vendu environ 1 250 000 appareils en 2019, soit 8,5 % de plus.",
    'ATTENTION : NE PAS OUVRIR !',
    'Il était une fois un vieux roi qui avait trois filles, dont la plus jeune était très belle.',
  ],
  es: [
    'Buenos días, ¿ha dormido usted bien?',
    'El tren a Madrid sale a las 7:45 de la vía 12.',
    'Si me lo hubieras dicho ayer, no habría estado tanto tiempo bajo la lluvia.',
    'La empresa vendió unos 1.250.000 aparatos en 2019, un 8,5 % más que el año anterior.',
    '¡ATENCIÓN: NO ABRIR!',
    'Érase una vez un viejo rey que tenía tres hijas, y la menor era muy hermosa.',
  ],
  it: [
    'Buongiorno, ha dormito bene?',
    'Il treno per Lugano parte alle 7.45 dal binario 12.',
    "Se me l'avessi detto ieri, non sarei rimasto così a lungo sotto la pioggia.",
    "Nel 2019 l'azienda ha venduto circa 1.250.000 apparecchi, l'8,5 % in più.",
    'ATTENZIONE: NON APRIRE!',
    "C'era una volta un vecchio re che aveva tre figlie, e la più giovane era bellissima.",
  ],
};

/** Samples in a language (BCP 47), or in all that there are when it is none of them. */
export function sampleSentences(lang: string): readonly string[] {
  return samples[lang.split('-')[0]?.toLowerCase() ?? ''] ?? Object.values(samples).flat();
}
