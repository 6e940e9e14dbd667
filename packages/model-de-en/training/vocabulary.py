"""The SentencePiece vocabulary of both languages, and the move of a trained model to another one.

    python vocabulary.py OLD.spm NEW.spm corpus.tsv.xz written.tsv.xz    # OLD with the characters that it lacks
"""
import math
import os
import string
import sys
from collections import Counter

import sentencepiece as spm
import torch
from sentencepiece import sentencepiece_model_pb2

from data import Mix

# Characters that every European text may bring, however rare they are in the corpora: a character that is no piece is lost.
REQUIRED = (string.ascii_letters + string.digits +
            "ÄÖÜẞäöüßÀÁÂÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕØÙÚÛÝàáâãåæçèéêëìíîïñòóôõøùúûýÿœŒāăąćčďđēęěğīıłńňőřśšşţťūůűųźżžČĐŁŚŠŞŽșț"
            "%&()/+*=#@$€£§°«»„“”‚‘’–—•·×÷±→<>[]{}|\\^_~`©®µ−≤≥†½")


def train_vocabulary(pairs, size, path, threads):
    """Write a unigram model for `pairs`, an iterable of texts of both languages, to `path`."""
    spm.SentencePieceTrainer.train(
        sentence_iterator=iter(pairs), model_prefix=path.removesuffix(".spm"), vocab_size=size, model_type="unigram",
        character_coverage=0.9998, required_chars=REQUIRED, bos_id=-1, eos_id=0, unk_id=1, pad_id=-1, eos_piece="</s>",
        unk_piece="<unk>", normalization_rule_name="nmt_nfkc", num_threads=threads, minloglevel=2)
    os.rename(path.removesuffix(".spm") + ".model", path)
    return spm.SentencePieceProcessor(model_file=path)


def complete_vocabulary(old, pairs, path):
    """Write `old` to `path` with its rarest pieces, counted in `pairs`, exchanged for the required characters that it lacks."""
    tokenizer = spm.SentencePieceProcessor(model_file=old)
    pieces, characters = Counter(), Counter()
    for text in pairs:
        pieces.update(tokenizer.encode(text))
        characters.update(text)
    missing = [c for c in REQUIRED if tokenizer.piece_to_id(c) == tokenizer.unk_id()]
    spare = sorted((i for i in range(2, tokenizer.vocab_size()) if len(tokenizer.id_to_piece(i)) > 1), key=lambda i: pieces[i])
    proto = sentencepiece_model_pb2.ModelProto.FromString(open(old, "rb").read())
    for at, character in zip(spare, dict.fromkeys(missing)):
        proto.pieces[at].piece = character
        proto.pieces[at].score = math.log((characters[character] + 1) / pieces.total())
    with open(path, "wb") as out:
        out.write(proto.SerializeToString())
    return spm.SentencePieceProcessor(model_file=path)


def move_embeddings(old_rows, old, new):
    """Rows for the pieces of `new` from those of `old`, plus the pad row: a piece that both have keeps its row, another one
    begins as the mean of the pieces that `old` makes of it."""
    unknown, rows = old.unk_id(), []
    for i in range(new.vocab_size()):
        piece = new.id_to_piece(i)
        same = old.piece_to_id(piece)
        if same != unknown or i == new.unk_id():
            rows.append(old_rows[same])
            continue
        parts = [p for p in old.encode(piece.replace("▁", " ").strip()) if p != unknown]
        if not piece.startswith("▁"):
            parts = [p for p in parts if old.id_to_piece(p) != "▁"]
        # A character from nowhere has to differ from others of its kind, or it takes long until they are told apart.
        rows.append(old_rows[parts].mean(0) if parts else old_rows.std() * torch.randn(old_rows.shape[1]))
    return torch.stack([*rows, old_rows[-1]])


def main(old, new, *paths):
    pairs = Mix(paths, None, "de-en", [], 0, 1).draw(100_000)
    complete_vocabulary(old, (text for pair in pairs for text in pair[:2]), new)


if __name__ == "__main__":
    main(*sys.argv[1:])
