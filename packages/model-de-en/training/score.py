"""Translate test pairs with a Hugging Face MarianMTModel and score them with sacreBLEU.

    python score.py run/hf run/source.spm 1000 TEST.tsv...              # greedy and 4 beams, 1000 pairs of each file
    python score.py --reverse run/hf run/source.spm 1000 TEST.tsv...    # English to German

Test files hold German and English in their last two columns.
"""
import sys

import sacrebleu
import sentencepiece as spm
import torch
from transformers import MarianMTModel

EOS = 0


def special(config, reverse):
    """What is never a word, the padding and the tag of a model of both directions; and what a source begins with there, if it
    is English (`reverse`)."""
    marks = list(range(config.pad_token_id, config.vocab_size))
    return marks, marks[1:] if reverse else []


@torch.no_grad()
def translate(model, tokenizer, texts, beams=1, reverse=False):
    """`reverse` tells a model of both directions that the texts are English."""
    pad, device, results = model.config.pad_token_id, next(model.parameters()).device, [None] * len(texts)
    batch = 50 if device.type == "cpu" else 1000
    marks, tag = special(model.config, reverse)
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    for start in range(0, len(order), batch):
        rows = order[start : start + batch]
        ids = [tag + tokenizer.encode(texts[i])[:250] + [EOS] for i in rows]
        width = max(map(len, ids))
        filled = torch.tensor([i + [pad] * (width - len(i)) for i in ids]).to(device)
        output = model.generate(input_ids=filled, attention_mask=(filled != pad).long(), num_beams=beams,
                                max_length=min(256, 2 * width + 20), bad_words_ids=[[m] for m in marks])
        for i, row in zip(rows, output.tolist()):
            results[i] = tokenizer.decode([t for t in row if t not in (*marks, EOS)])
    return results


def score_file(model, tokenizer, path, sentences, reverse=False, beams=1):
    """BLEU, chrF and (source, hypothesis) of the first `sentences` pairs."""
    rows = [line.rstrip("\n").split("\t")[-2:] for line in open(path, encoding="utf8")][:sentences]
    sources, references = zip(*[row[::-1] if reverse else row for row in rows])
    hypotheses = translate(model, tokenizer, list(sources), beams, reverse)
    bleu, chrf = (metric(hypotheses, [list(references)]).score for metric in (sacrebleu.corpus_bleu, sacrebleu.corpus_chrf))
    return bleu, chrf, list(zip(sources, hypotheses))


def main(*arguments):
    reverse = "--reverse" in arguments
    model_dir, spm_file, sentences, *paths = [a for a in arguments if a != "--reverse"]
    model = MarianMTModel.from_pretrained(model_dir).eval()
    tokenizer = spm.SentencePieceProcessor(model_file=spm_file)
    for path in paths:
        for beams in (1, 4):
            bleu, chrf, _ = score_file(model, tokenizer, path, int(sentences), reverse, beams)
            print(f"{path} beams {beams}: BLEU {bleu:.2f} chrF {chrf:.2f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
