"""The training text: corpora mixed by weight, augmented, and cut into batches.

Every pair is drawn anew for each round, with its own augmentations, so no pair has to be seen twice in the same shape.
Pairs are `corpus<TAB>German<TAB>English`. What is changed at random depends on the direction: a source may be spelt in many ways,
a target is spelt in the usual one.
"""
import lzma
import random
import re
from bisect import bisect_left
from collections import Counter, defaultdict

import numpy as np
import torch
from torch.utils.data import IterableDataset, get_worker_info

DIRECTIONS = ("de-en", "en-de", "both")
# How often a pair of a corpus is drawn, relative to the pairs of others; corpora not named weigh 1. What a teacher translated
# (`distilled/` and the name of the corpus) weighs as much as the corpus.
WEIGHTS = {"tatoeba": 1.0, "bible": 0.3, "lit-": 6.0, "written-": 4.0, "adobe-": 0.35, "msd-": 0.7, "ms-": 0.7, "php-doc": 0.4,
           "godot-ui": 0.5, "electron": 0.5, "jenkins": 0.5, "cwa-": 1.5, "rust-book": 1.5, "gnome-help": 1.5}
JOINED = 0.12
UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
GERMAN_QUOTES = [("„", "“"), ("«", "»"), ("»", "«"), ("“", "”")]
MARKS = ["- ", "– ", "• ", "* ", "1. ", "2. ", "3) ", "a) ", "b) ", "I. ", "§ 4 ", "(1) ", "(2) ", "12. "]


def weight(corpus):
    corpus = corpus.removeprefix("distilled/")
    if corpus in WEIGHTS:
        return WEIGHTS[corpus]
    return next((w for prefix, w in WEIGHTS.items() if prefix.endswith("-") and corpus.startswith(prefix)), 1.0)


def read_pairs(paths):
    """Corpus name → list of (German, English), in the order of the files."""
    corpora = defaultdict(list)
    for path in paths:
        with (lzma.open if path.endswith(".xz") else open)(path, "rt", encoding="utf8") as lines:
            for line in lines:
                fields = line.rstrip("\n").split("\t")
                if len(fields) == 3 and fields[1] and fields[2]:
                    corpora[fields[0]].append((fields[1], fields[2]))
    return corpora


def code(rng):
    """Something that no translation changes: an address, a reference, a number, a name of a file."""
    letters = lambda n: "".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(n))
    digits = lambda n: "".join(rng.choice("0123456789") for _ in range(n))
    return rng.choice([
        lambda: f"{letters(rng.randint(3, 8))}@{letters(rng.randint(4, 9))}.{rng.choice(['ch', 'de', 'com', 'org', 'at'])}",
        lambda: f"www.{letters(rng.randint(4, 10))}.{rng.choice(['ch', 'de', 'com'])}/{letters(rng.randint(2, 7))}",
        lambda: f"{letters(2).upper()}-{digits(rng.randint(2, 5))}", lambda: f"{digits(3)}.{digits(4)}.{digits(4)}.{digits(2)}",
        lambda: f"+41 {digits(2)} {digits(3)} {digits(2)} {digits(2)}", lambda: f"{letters(1).upper()}{digits(rng.randint(1, 4))}",
        lambda: f"{letters(rng.randint(3, 8))}_{letters(rng.randint(2, 6))}", lambda: f"#{digits(rng.randint(2, 5))}",
        lambda: f"{letters(rng.randint(3, 9))}.{rng.choice(['pdf', 'txt', 'exe', 'html'])}", lambda: digits(rng.randint(1, 6)),
        lambda: f"CH{digits(2)} {digits(4)} {digits(4)} {digits(4)} {digits(4)} {digits(1)}",
        lambda: letters(rng.randint(3, 9)).capitalize()])()


def other_numbers(source, target, rng):
    """Numbers that stand on both sides become others, on both sides."""
    for number in set(re.findall(r"(?<![\d.,:'])\d+(?![\d.,:'])", source)):
        pattern = rf"(?<![\d.,:']){number}(?![\d.,:'])"
        if len(number) > 1 and len(re.findall(pattern, target)) == len(re.findall(pattern, source)):
            fresh = str(rng.randint(10 ** (len(number) - 1), 10 ** len(number) - 1))
            source, target = re.sub(pattern, fresh, source), re.sub(pattern, fresh, target)
    return source, target


def other_name(source, target, rng, names):
    """A name that both sides share becomes another one, or a reference: what is copied has to be copied whatever it is."""
    words = re.findall(r"\b[A-Z][a-zà-ÿ]{2,}\b", source)
    shared = [w for w in words if words.count(w) == 1 and len(re.findall(rf"\b{w}\b", target)) == 1]
    if not shared:
        return source, target
    old = rng.choice(shared)
    names.append(old)
    if len(names) > 3000:
        del names[: len(names) // 2]
    fresh = rng.choice(names) if rng.random() < 0.6 else rng.choice("ABCEFLPTZ") + str(rng.randint(1, 99))
    return re.sub(rf"\b{old}\b", fresh, source), re.sub(rf"\b{old}\b", fresh, target)


def quotes_alike(source, target):
    """Typographic quotes are answered by typographic ones, straight by straight; English apostrophes are straight."""
    target = target.replace("’", "'").replace("‘", "'")
    if re.search("[„“”«»]", source) and '"' not in source:
        return source, re.sub(r'"([^"]*)"', r"“\1”", target)
    return source, re.sub("[“”]", '"', target)


def augment_both(german, english, rng, names):
    """What changes on both sides."""
    dice = rng.random
    if dice() < 0.1:
        german, english = other_name(german, english, rng, names)
    if dice() < 0.25:
        german, english = other_numbers(german, english, rng)
    if german.count('"') == 2 and dice() < 0.7:
        left, right = rng.choice(GERMAN_QUOTES)
        german = re.sub(r'"([^"]*)"', rf"{left}\1{right}", german)
    german, english = quotes_alike(german, english)
    if dice() < 0.03 and german[-1:] in ".!?" and english[-1:] in ".!?":
        german, english = german[:-1], english[:-1]
    elif dice() < 0.015:
        german, english = f"({german})", f"({english})"
    elif dice() < 0.015:
        left, right = rng.choice(GERMAN_QUOTES)
        german, english = f"{left}{german}{right}", f"“{english}”"
    elif dice() < 0.015:
        extra = code(rng)
        left, right = rng.choice([(" (", ")"), (": ", ""), (" ", ""), (" – ", "")])
        german, english = f"{german}{left}{extra}{right}", f"{english}{left}{extra}{right}"
    elif dice() < 0.015:
        mark = rng.choice(MARKS)
        german, english = mark + german, mark + english
    if dice() < 0.015:
        german, english = german.upper(), english.upper()
    return german, english


def augment_german(german, rng):
    """Ways to spell a German source."""
    if rng.random() < 0.15:
        german = german.replace("ß", "ss")
    if rng.random() < 0.015:
        german = german.lower()
    elif rng.random() < 0.02:
        german = german.translate(str.maketrans(UMLAUTS)).replace("ß", "ss")
    return german


def augment_english(english, rng):
    """Ways to spell an English source."""
    if rng.random() < 0.2:
        english = english.replace("'", "’")
    if rng.random() < 0.015:
        english = english.lower()
    return english


class Spelling:
    """German as a target, of one kind: ß or ss as most of the corpora write a word, unless both are usual, „…“ for all typographic
    quotes, thousands with a full stop."""

    def __init__(self, corpora):
        words = defaultdict(Counter)
        for corpus, pairs in corpora.items():
            # Not by old spelling.
            if not re.search("bible|lit-", corpus):
                for german, _ in pairs:
                    for word in re.findall(r"\w*(?:ß|ss)\w*", german):
                        words[word.replace("ß", "ss")][word] += 1
        self.usual = {}
        for word, spellings in words.items():
            (best, count), (_, second) = [*spellings.most_common(2), ("", 0)][:2]
            if second < 0.35 * count:
                self.usual[word] = best

    def __call__(self, german):
        german = re.sub(r"\w*(?:ß|ss)\w*", lambda found: self.usual.get(found[0].replace("ß", "ss"), found[0]), german)
        german = re.sub(r"(?<=\d)['’](?=\d{3})", ".", german)
        return re.sub(r"[«„»“]([^„“”«»]*)[»“«”]", r"„\1“", german)


class Mix(IterableDataset):
    """Endless batches: (source, target) of ids, both padded to the next of `lengths`, of about `tokens` places a side. With both
    directions in one model, sources in English begin with a tag, the id after that of the padding."""

    def __init__(self, paths, tokenizer, directions, lengths, tokens, seed, pairs_per_round=40_000):
        self.corpora, self.tokenizer, self.directions, self.lengths = read_pairs(paths), tokenizer, directions, lengths
        self.tokens, self.seed, self.pairs_per_round = tokens, seed, pairs_per_round
        self.spelling = None if directions == "de-en" else Spelling(self.corpora)
        self.rng, self.names = random.Random(seed), []

    def draw(self, count):
        """`count` augmented (source, target, whether the source is English)."""
        rng, names = self.rng, sorted(self.corpora)
        masses = [len(self.corpora[n]) * weight(n) for n in names]
        for name in rng.choices(names, masses, k=count):
            pairs = self.corpora[name]
            at = rng.randrange(len(pairs))
            german, english = pairs[at]
            if rng.random() < JOINED:
                # Neighbours: what stands together in a corpus often belongs together.
                for more in pairs[at + 1 : at + rng.randint(2, 4)]:
                    if len(german) + len(more[0]) < 350:
                        german, english = f"{german} {more[0]}", f"{english} {more[1]}"
            german, english = augment_both(german, english, rng, self.names)
            if self.directions == "en-de" or self.directions == "both" and rng.random() < 0.5:
                yield augment_english(english, rng), self.spelling(german), True
            else:
                yield augment_german(german, rng), english, False
        for _ in range(count // 200):
            words = " ".join(code(rng) for _ in range(rng.randint(1, 3)))
            yield words, words, self.directions == "en-de"

    def __iter__(self):
        worker = get_worker_info()
        if worker is not None:
            self.rng = random.Random(self.seed + 104_729 * worker.id)
        pad, eos = self.tokenizer.vocab_size(), self.tokenizer.eos_id()
        tag = [pad + 1] if self.directions == "both" else []
        waiting = defaultdict(list)
        while True:
            sources, targets, swapped = zip(*self.draw(self.pairs_per_round))
            encoded = (self.tokenizer.encode(list(side), num_threads=1) for side in (sources, targets))
            for source, target, swap in zip(*encoded, swapped):
                pair = (tag * swap + source + [eos], target + [eos])
                at = bisect_left(self.lengths, max(map(len, pair)))
                if at < len(self.lengths):
                    length = self.lengths[at]
                    rows = waiting[length]
                    rows.append(pair)
                    if len(rows) >= self.tokens / length:
                        yield tuple(padded(side, pad, length) for side in zip(*rows))
                        rows.clear()


def padded(rows, pad, length=None):
    filled = np.full((len(rows), length or max(map(len, rows))), pad, np.int64)
    for i, row in enumerate(rows):
        filled[i, : len(row)] = row
    return torch.from_numpy(filled)
