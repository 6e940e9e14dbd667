"""Translate the training text with a teacher, for a smaller model to learn from (sequence-level distillation, Kim and Rush 2016).

    python distil.py TEACHER_HF SOURCE_SPM de-en OUT.tsv corpus.tsv.xz written.tsv.xz

OUT gets lines of `distilled/corpus<TAB>German<TAB>English`, one side of which is the teacher's, greedy. Sentences that do not
end in time or that come out at an odd length are left out.
"""
import sys
import time

import sentencepiece as spm
import torch
from transformers import MarianMTModel

from data import padded, read_pairs
from export import Decoder, Encoder
from score import EOS, special

PLACES = {"cuda": 1_200_000, "cpu": 4_000}
LONGEST = 200


@torch.no_grad()
def greedy(encoder, decoder, source, banned, start):
    """Token ids of each row of `source`, or None for one that did not end. Rows leave the batch when they are done."""
    pad, limit = start, 3 * source.shape[1] // 2 + 10
    mask = (source != pad).to(encoder.embed.tokens.dtype)
    hidden, past, rows = encoder(source, mask), None, torch.arange(len(source), device=source.device)
    token, tokens = torch.full_like(source[:, :1], start), []
    done = torch.zeros_like(rows, dtype=torch.bool)
    results = [None] * len(source)
    for step in range(limit):
        logits, past = decoder(token, mask, hidden, past)
        logits[:, :, banned] = -torch.inf
        token = logits[:, -1].argmax(-1, keepdim=True)
        tokens.append(token)
        done |= token[:, 0] == EOS
        last = step == limit - 1
        if step % 4 == 3 or last:
            ended = int(done.sum())
            if ended > len(done) / 5 or last:
                for row, ids in zip(rows[done].tolist(), torch.cat(tokens, 1)[done].tolist()):
                    results[row] = ids[: ids.index(EOS)]
                kept = ~done
                # Nobody waits for the last ones: they go round in circles.
                if len(done) - ended <= len(source) / 300:
                    break
                rows, token, mask, hidden, done = rows[kept], token[kept], mask[kept], hidden[kept], done[kept]
                tokens = [torch.cat(tokens, 1)[kept]]
                past = [tuple(part[kept] for part in layer) for layer in past]
    return results


def translate(model, tokenizer, texts, reverse):
    """A translation of each text, or None."""
    pad, device = model.config.pad_token_id, "cuda" if torch.cuda.is_available() else "cpu"
    marks, tag = special(model.config, reverse)
    fast_halves = device == "cuda"
    encoder, decoder = (part(model).to(device, torch.bfloat16 if fast_halves else None) for part in (Encoder, Decoder))
    ids = [tag + i + [EOS] for i in tokenizer.encode(texts)]
    order = sorted((i for i in range(len(ids)) if len(ids[i]) <= LONGEST), key=lambda i: len(ids[i]))
    results = [None] * len(texts)
    while order:
        # Of like length, so the longest of a batch tells its size; the last ones are the longest.
        rows = order[-max(1, PLACES[device] // len(ids[order[-1]])) :]
        del order[-len(rows) :]
        with torch.autocast(device, dtype=torch.bfloat16, enabled=fast_halves):
            outcome = greedy(encoder, decoder, padded([ids[i] for i in rows], pad).to(device), marks, pad)
        ended = [(i, o) for i, o in zip(rows, outcome) if o]
        for (i, _), text in zip(ended, tokenizer.decode([o for _, o in ended])):
            results[i] = text
    return results


def distil(model, tokenizer, direction, paths):
    """Rows of (corpus, German, English), in the order of the files."""
    reverse = direction == "en-de"
    pairs = [(corpus, *pair) for corpus, pairs in read_pairs(paths).items() for pair in pairs]
    sources = [english.replace("’", "'") if reverse else german for _, german, english in pairs]
    for (corpus, *_), source, made in zip(pairs, sources, translate(model, tokenizer, sources, reverse)):
        if made and 0.4 < (len(made) + 10) / (len(source) + 10) < 2.5:
            yield (f"distilled/{corpus}", made, source) if reverse else (f"distilled/{corpus}", source, made)


def main(model_dir, spm_file, direction, out, *paths):
    begun, count = time.time(), 0
    model, tokenizer = MarianMTModel.from_pretrained(model_dir).eval(), spm.SentencePieceProcessor(model_file=spm_file)
    with open(out, "w", encoding="utf8") as lines:
        for row in distil(model, tokenizer, direction, paths):
            lines.write("\t".join(row) + "\n")
            count += 1
    print(f"{direction}: {count} pairs by the teacher, {time.time() - begun:.0f} s", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
