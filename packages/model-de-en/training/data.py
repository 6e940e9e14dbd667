"""The training text: corpora mixed by weight, augmented, and cut into batches.

Every pair is drawn anew for each round, with its own augmentations, so no pair has to be seen twice in the same shape.
Pairs are `corpus<TAB>German<TAB>English`; `--reverse` swaps the languages after augmentation of the German side.
"""
import lzma
import random
import re
from collections import defaultdict

import numpy as np
import torch

# How often a pair of a corpus is drawn, relative to the pairs of others; corpora not named weigh 1.
WEIGHTS = {"tatoeba": 1.0, "bible": 0.3, "lit-": 6.0, "written-": 8.0, "adobe-": 0.35, "msd-": 0.7, "ms-": 0.7, "php-doc": 0.4,
           "godot-ui": 0.5, "electron": 0.5, "jenkins": 0.5, "cwa-": 1.5, "rust-book": 1.5, "gnome-help": 1.5}
JOINED = 0.12
UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
GERMAN_QUOTES = [("„", "“"), ("«", "»"), ("»", "«"), ("“", "”")]
MARKS = ["- ", "– ", "• ", "* ", "1. ", "2. ", "3) ", "a) ", "b) ", "I. ", "§ 4 ", "(1) ", "(2) ", "12. "]


def weight(corpus):
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


def augment(source, target, rng, names):
    dice = rng.random
    if dice() < 0.1:
        source, target = other_name(source, target, rng, names)
    if dice() < 0.25:
        source, target = other_numbers(source, target, rng)
    if source.count('"') == 2 and dice() < 0.7:
        left, right = rng.choice(GERMAN_QUOTES)
        source = re.sub(r'"([^"]*)"', rf"{left}\1{right}", source)
    source, target = quotes_alike(source, target)
    if dice() < 0.03 and source[-1:] in ".!?" and target[-1:] in ".!?":
        source, target = source[:-1], target[:-1]
    elif dice() < 0.015:
        source, target = f"({source})", f"({target})"
    elif dice() < 0.015:
        left, right = rng.choice(GERMAN_QUOTES)
        source, target = f"{left}{source}{right}", f"“{target}”"
    elif dice() < 0.015:
        extra = code(rng)
        left, right = rng.choice([(" (", ")"), (": ", ""), (" ", ""), (" – ", "")])
        source, target = f"{source}{left}{extra}{right}", f"{target}{left}{extra}{right}"
    elif dice() < 0.015:
        mark = rng.choice(MARKS)
        source, target = mark + source, mark + target
    if dice() < 0.15:
        source = source.replace("ß", "ss")
    if dice() < 0.015:
        source, target = source.upper(), target.upper()
    elif dice() < 0.015:
        source = source.lower()
    elif dice() < 0.02:
        source = source.translate(str.maketrans(UMLAUTS)).replace("ß", "ss")
    return source, target


class Mix:
    def __init__(self, paths, tokenizer, max_length, reverse, seed):
        self.paths, self.tokenizer, self.max_length, self.reverse = paths, tokenizer, max_length, reverse
        self.rng, self.names = random.Random(seed), []

    def draw(self, count):
        """`count` augmented pairs. The files are read again, so text may be added while a training runs."""
        rng, corpora = self.rng, read_pairs(self.paths)
        names = sorted(corpora)
        masses = [len(corpora[n]) * weight(n) for n in names]
        for name in rng.choices(names, masses, k=count):
            pairs = corpora[name]
            at = rng.randrange(len(pairs))
            source, target = pairs[at]
            if rng.random() < JOINED:
                # Neighbours: what stands together in a corpus often belongs together.
                for more in pairs[at + 1 : at + rng.randint(2, 4)]:
                    if len(source) + len(more[0]) < 350:
                        source, target = f"{source} {more[0]}", f"{target} {more[1]}"
            source, target = augment(source, target, rng, self.names)
            yield (target, source) if self.reverse else (source, target)
        for _ in range(count // 200):
            words = " ".join(code(rng) for _ in range(rng.randint(1, 3)))
            yield words, words

    def batches(self, eos, pad, tokens, pairs_per_round=20_000):
        """Endless (source, target) tensors of token ids, padded, of at most `tokens` places on the longer side."""
        while True:
            sources, targets = map(list, zip(*self.draw(pairs_per_round)))
            encoded = [(s + [eos], t + [eos]) for s, t in zip(self.tokenizer.encode(sources), self.tokenizer.encode(targets))
                       if len(s) < self.max_length and len(t) < self.max_length]
            encoded.sort(key=lambda p: (len(p[1]), len(p[0]) + self.rng.random()))
            made, current, longest = [], [], 0
            for pair in encoded:
                length = max(map(len, pair))
                if current and max(longest, length) * (len(current) + 1) > tokens:
                    made.append(current)
                    current, longest = [], 0
                current.append(pair)
                longest = max(longest, length)
            made.append(current)
            self.rng.shuffle(made)
            for batch in made:
                yield tuple(padded(side, pad) for side in zip(*batch))


def padded(rows, pad):
    filled = np.full((len(rows), max(map(len, rows))), pad, np.int64)
    for i, row in enumerate(rows):
        filled[i, : len(row)] = row
    return torch.from_numpy(filled)
